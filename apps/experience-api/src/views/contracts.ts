import { existsSync, readdirSync } from 'node:fs';
import { sep } from 'node:path';
import type { ContractSummary } from '#contracts';
import { publishedContract, type PublishedContract } from '#platform';

/** A contract published with this version of the product. */
export interface ListedContract extends Pick<PublishedContract, 'version' | 'operations'> {
  /** Where it is, e.g. `events/v1`. */
  path: string;
  /** Its name in the registry, e.g. `events/catalogue/v1`. */
  contract: string;
  title: string;
  owner: string;
  lifecycle: string;
  audience: string;
  /** Events it has operations for; none of an API. */
  messages: number;
}

/** Every contract in a folder, by path. */
export function publishedContracts(folder: string): ListedContract[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /v\d+\.yaml$/.test(name))
    .sort()
    .map((name) =>
      listed(
        folder,
        name
          .split(sep)
          .join('/')
          .replace(/\.yaml$/, ''),
      ),
    );
}

function listed(folder: string, path: string): ListedContract {
  const { version, operations, document } = publishedContract(folder, path);
  const info = document.info as Partial<Record<string, string>>;
  return {
    path,
    contract: path.replace(/^events\/(?=v\d+$)/, 'events/catalogue/'),
    title: info.title ?? '',
    version,
    owner: info['x-owner'] ?? '',
    lifecycle: info['x-lifecycle'] ?? '',
    audience: info['x-audience'] ?? '',
    operations,
    messages: Object.keys((document.operations ?? {}) as object).length,
  };
}

export const summaryOf = ({ operations, messages, ...facts }: ListedContract): ContractSummary => ({
  ...facts,
  operations: operations.length + messages,
});
