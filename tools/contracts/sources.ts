import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, extname, join, posix, resolve } from 'node:path';
import { bundle, decoded, readDocument, Unreadable } from '#governance';
import { type ContractFile, contractFiles } from '../../apps/process-governance/src/registry/contract-files.js';
import { namedVersion, newestPublished, type Registry } from './registry.js';

export const contractsDir = 'openapi';

/** Asked only where a name leads there: most commands need no running estate. */
export type RegistryOf = () => Promise<Registry>;

/** One contract as it stands somewhere. */
export interface Contract {
  text: string;
  /** Unreadable. */
  value: () => unknown;
}

/** Contracts as they stand somewhere, by `<layer>/<api>/v<major>`. */
export interface Contracts {
  contracts: ReadonlyMap<string, Contract>;
  /** One contract that was asked for, not all there are. */
  single: boolean;
}

/** What a document says of itself. */
export function infoOf(document: unknown): { title: string; version: string; sunset: string | null } {
  const info = (document as { info?: Record<string, unknown> }).info ?? {};
  const sunset = info['x-sunset'];
  return {
    title: String(info.title ?? ''),
    version: String(info.version ?? ''),
    sunset: typeof sunset === 'string' ? sunset : null,
  };
}

/** A document named as a file, as `<git ref>:<path>`, or as `registry:<api>@<version>`, with what it refers to. Unreadable. */
export async function documentAt(name: string, registry: RegistryOf): Promise<unknown> {
  return (await single(name, registry)).value();
}

/** All contracts of a folder, a git ref or the `registry`, or the one document a name leads to. Unreadable. */
export async function contractsAt(name: string, registry: RegistryOf): Promise<Contracts> {
  if (name === 'registry') {
    const published = await newestPublished(await registry());
    const entries = published.map(({ contract, version, text }) => [contract, read(text, `${contract} ${version}`)]);
    return { single: false, contracts: new Map(entries as [string, Contract][]) };
  }
  if (isFolder(name)) {
    const folder = [join(name, contractsDir), name].find(isFolder)!;
    return { single: false, contracts: filed(contractFiles(folder), name) };
  }
  const isDocument = name.startsWith('registry:') || existsSync(name) || gitPath(name) !== null;
  if (isDocument) {
    const { contract, ...document } = await single(name, registry);
    return { single: true, contracts: new Map([[contract, document]]) };
  }
  return { single: false, contracts: filed(committed(name), name) };
}

async function single(name: string, registry: RegistryOf): Promise<Contract & { contract: string }> {
  if (name.startsWith('registry:')) {
    const { contract, version, text } = await namedVersion(await registry(), name.slice('registry:'.length));
    return { contract, ...read(text, `${contract} ${version}`) };
  }
  const found = existsSync(name) ? null : gitPath(name);
  const text = found ? show(name) : readFile(name);
  const contract = (found?.path ?? name).replace(/^(\.\/)?openapi\//, '').replace(/\.(ya?ml|json)$/, '');
  const value = found
    ? () => bundle(name, show, (from, to) => `${found.ref}:${posix.join(posix.dirname(gitPath(from)!.path), to)}`).value
    : () => bundle(name, readFile, (from, to) => resolve(dirname(from), to)).value;
  return { contract, text, value };
}

const read = (text: string, name: string): Contract => ({ text, value: () => readDocument(text, name).value });

const filed = (files: Pick<ContractFile, 'contract' | 'text'>[], where: string): Map<string, Contract> =>
  new Map(files.map(({ contract, text }) => [contract, read(text, `${contract} in ${where}`)]));

const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();

/** `<ref>:<path of a document>`; null for anything else. */
function gitPath(name: string): { ref: string; path: string } | null {
  const [, ref, path] = /^([^:\s-][^:\s]*):(.+\.(?:ya?ml|json))$/.exec(name) ?? [];
  return ref && path ? { ref, path } : null;
}

function committed(ref: string): { contract: string; text: string }[] {
  if (ref.startsWith('-')) throw new Unreadable(ref, [{ message: 'is no git ref' }]);
  const paths = git(ref, 'ls-tree', '-r', '--name-only', ref, `${contractsDir}/`).toString('utf8').split('\n');
  return paths
    .filter((path) => /\/v\d+\.yaml$/.test(path))
    .map((path) => ({
      contract: path.slice(contractsDir.length + 1, -'.yaml'.length).replace(/^events\//, 'events/catalogue/'),
      text: show(`${ref}:${path}`),
    }));
}

const show = (name: string): string => decoded(git(name, 'show', name), name);

function git(name: string, ...args: string[]): Buffer {
  try {
    return execFileSync('git', args, { maxBuffer: 1 << 26, stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (thrown) {
    const why = String((thrown as { stderr?: unknown }).stderr ?? thrown)
      .trim()
      .split('\n', 1)[0]!;
    throw new Unreadable(name, [{ message: `is neither a file, a folder, the registry nor known to git (${why})` }]);
  }
}

function readFile(file: string): string {
  if (!['.yaml', '.yml', '.json'].includes(extname(file)))
    throw new Unreadable(file, [{ message: 'is neither YAML nor JSON' }]);
  try {
    return decoded(readFileSync(file), file);
  } catch (thrown) {
    if (thrown instanceof Unreadable) throw thrown;
    throw new Unreadable(file, [{ message: thrown instanceof Error ? thrown.message : String(thrown) }]);
  }
}
