import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { stringify } from 'yaml';
import type { EstateView } from '#platform';
import type { ContractKind } from '#contracts';

/** A document as it lies before us, unread. */
export interface ContractFile {
  kind: ContractKind;
  contract: string;
  text: string;
}

/** Every contract under `openapi/`: `<layer>/<api>/v<major>.yaml`, and events as `events/v<major>.yaml`. */
export function contractFiles(contractsDir: string): ContractFile[] {
  return readdirSync(contractsDir, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(^|[\\/])v\d+\.yaml$/.test(name))
    .sort()
    .map((name) => {
      const path = relative('.', name)
        .split(sep)
        .join('/')
        .replace(/\.yaml$/, '');
      const isEvents = path.startsWith('events/');
      return {
        kind: isEvents ? 'asyncapi' : 'openapi',
        contract: isEvents ? path.replace('events/', 'events/catalogue/') : path,
        text: readFileSync(join(contractsDir, name), 'utf8'),
      };
    });
}

/** What the estate file decides about data, as contracts of their own: who owns what, and what is mapped to what. */
export function estateFiles(
  estate: Pick<EstateView, 'estate'>,
  versionOf: (contract: string) => string,
): ContractFile[] {
  const { ownership, mappings } = estate.estate;
  const owned = ownership.flatMap((rule) => {
    const where = [...(rule.regions ?? []), ...(rule.legalEntities ?? [])].join('+') || 'everywhere';
    const items = [...(rule.attributes ?? []), ...(rule.events ?? [])];
    return items.map((item) => [`${rule.record}.${item} ${where}`, rule.owner] as const);
  });
  const mapped = Object.entries(mappings).flatMap(([set, pairs]) =>
    Object.entries(pairs).map(([from, to]) => [`${set}.${from}`, to] as const),
  );
  const file = (kind: 'ownership' | 'mapping', title: string, entries: (readonly [string, string])[]): ContractFile => {
    const contract = `estate/${kind}/v1`;
    const info = { title, version: versionOf(contract), 'x-owner': 'integration-operations' };
    const sorted = Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
    return { kind, contract, text: stringify({ info, entries: sorted }, { lineWidth: 110 }) };
  };
  return [file('ownership', 'Who owns what', owned), file('mapping', 'What is mapped to what', mapped)];
}
