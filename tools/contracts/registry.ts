import { Unreadable } from '#governance';
import { clients } from '#contracts';
import type { ServiceClient } from '#platform';

/** What the commands ask the registry of a running estate. */
export type Registry = Pick<
  ServiceClient<clients.governanceV1.operations>,
  'listContractVersions' | 'getContractDocument'
>;

/** A version as the registry keeps it. */
export interface Registered {
  contract: string;
  version: string;
  text: string;
}

type Listed = Awaited<ReturnType<Registry['listContractVersions']>>['items'][number];

/** The newest published version of every contract that is not retired. */
export async function newestPublished(registry: Registry): Promise<Registered[]> {
  const inForce = (await everyVersion(registry)).filter(({ state }) => state === 'published' || state === 'deprecated');
  const newest = new Map(inForce.toReversed().map((one) => [one.contract, one]));
  return Promise.all([...newest.values()].map((one) => withText(registry, one)));
}

/**
 * The version `erp@1.4.0` names, `process/projects/v1` its newest published one. A design that waits for approval is found
 * by its number, so that it can be looked at before. Unreadable: there is none, or several.
 */
export async function namedVersion(registry: Registry, name: string): Promise<Registered> {
  const [api, version] = name.split('@', 2) as [string, string?];
  const states = version === undefined ? ['published', 'deprecated'] : ['design', 'published', 'deprecated', 'retired'];
  const versions = (await everyVersion(registry)).filter(({ state }) => states.includes(state));
  const named = versions.filter((one) => isNamed(one, api));
  const found = new Map(
    named
      .filter((one) => version === undefined || one.version === version)
      .toReversed()
      .map((one) => [one.contract, one]),
  );
  if (found.size !== 1) throw new Unreadable(`registry:${name}`, [{ message: confusion([...found.keys()], named) }]);
  return withText(registry, [...found.values()][0]!);
}

const isNamed = ({ contract }: Listed, api: string): boolean =>
  contract === api || `/${contract}`.replace(/\/v\d+$/, '').endsWith(`/${api}`);

function confusion(found: readonly string[], named: readonly Listed[]): string {
  if (found.length > 1) return `could be ${found.join(' or ')}: name one of them`;
  const known = named.map(({ contract, version }) => `${contract} ${version}`);
  return known.length > 0 ? `is not registered; there is ${known.join(', ')}` : 'is not registered';
}

async function everyVersion(registry: Registry, cursor?: string): Promise<Listed[]> {
  const page = await registry.listContractVersions({ limit: 200, ...(cursor !== undefined && { cursor }) });
  const here = page.items.filter(({ kind }) => kind === 'openapi' || kind === 'asyncapi');
  return page.nextCursor === null ? here : [...here, ...(await everyVersion(registry, page.nextCursor))];
}

const withText = async (registry: Registry, { id, contract, version }: Listed): Promise<Registered> => ({
  contract,
  version,
  text: await registry.getContractDocument({ id }),
});
