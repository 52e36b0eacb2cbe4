import { createHash } from 'node:crypto';
import { chmod, mkdtemp, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '#kernel';
import { type Format, fromBytes, type Row, toBytes } from './rows.js';

/** Pay period of one legal entity: what a payroll office takes as one. */
export interface Period {
  legalEntity: string;
  periodStart: string;
  periodEnd: string;
}

/** What stands beside a file, so that whoever takes it can see that it is whole. */
export interface Manifest extends Period, Format {
  file: string;
  /** 1 is the period itself, each later one what came after it. */
  number: number;
  rows: number;
  minutes: number;
  sha256: string;
}

const fileName = 'pay-data.csv';
const manifestName = 'manifest.json';
const minutesColumn = 4;

const nameOf = ({ legalEntity, periodStart, periodEnd }: Period): string =>
  `${legalEntity}_${periodStart}_${periodEnd}`;

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** The packages of a period in the folder, first to last; a file that is not as its manifest says stops everything. */
export async function packagesOf(folder: string, period: Period): Promise<{ manifest: Manifest; rows: Row[] }[]> {
  const prefix = `${nameOf(period)}_`;
  const names = await readdir(folder).catch(refuseFolder(folder));
  const ours = names.filter((name) => name.startsWith(prefix) && /^\d+$/.test(name.slice(prefix.length)));
  return Promise.all(ours.sort().map((name) => readPackage(join(folder, name))));
}

async function readPackage(path: string): Promise<{ manifest: Manifest; rows: Row[] }> {
  const manifest = JSON.parse(await readFile(join(path, manifestName), 'utf8').catch(refuseFolder(path))) as Manifest;
  const bytes = await readFile(join(path, fileName)).catch(refuseFolder(path));
  if (hashOf(bytes) === manifest.sha256) return { manifest, rows: fromBytes(bytes, manifest) };
  throw new Failure('conflict', `${path}/${fileName} was changed after it was written`, {
    code: 'file-changed',
    remedy: 'put back the file as it was; what it holds is not written again',
  });
}

/**
 * Writes the next package of a period: file and manifest appear together, or not at all. Where another process made a
 * package of the same number in the meantime, nothing is written.
 */
export async function writePackage(
  folder: string,
  period: Period,
  number: number,
  { rows, ...format }: Format & { rows: Row[] },
): Promise<void> {
  const bytes = toBytes(rows, format);
  const manifest: Manifest = {
    file: fileName,
    ...period,
    number,
    rows: rows.length,
    minutes: rows.reduce((sum, row) => sum + Number(row[minutesColumn]), 0),
    sha256: hashOf(bytes),
    ...format,
  };
  const draft = await mkdtemp(join(folder, '.writing-')).catch(refuseFolder(folder));
  try {
    await writeDurably(join(draft, fileName), bytes);
    await writeDurably(join(draft, manifestName), Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`));
    await chmod(draft, 0o750);
    // A folder that has something in it is never replaced.
    await rename(draft, join(folder, `${nameOf(period)}_${String(number).padStart(3, '0')}`));
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw isTaken(error) ? overtaken(period) : refused(folder, error);
  }
  await sync(folder).catch((error: unknown) => {
    throw new Failure('outcome-unknown', `${folder} did not say whether the file is kept`, { cause: error });
  });
}

async function writeDurably(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'wx', 0o640);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function sync(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? 'unknown';

const isTaken = (error: unknown): boolean => ['ENOTEMPTY', 'EEXIST'].includes(codeOf(error));

const overtaken = (period: Period): Failure =>
  new Failure('unavailable', `another file of ${nameOf(period)} was just written`, { retryAfterMs: 1_000 });

/** Nothing was written where the folder does not take it. */
const refused = (folder: string, error: unknown): Failure =>
  new Failure('unavailable', `${folder} cannot be used (${codeOf(error)})`, {
    code: 'folder-unusable',
    remedy: 'see that the folder is there, has room, and that this app may read and write it',
    cause: error,
  });

const refuseFolder =
  (folder: string) =>
  (error: unknown): never => {
    throw refused(folder, error);
  };
