import type { ContractVersion } from '#contracts';

interface Link {
  href: string;
  type: string;
  title?: string;
}

/** What is known of one API: RFC 9264's link context. */
interface Context {
  anchor: string;
  'service-desc'?: Link[];
  'service-doc'?: Link[];
  status?: Link[];
  'successor-version'?: Link[];
  item?: Link[];
}

/** An RFC 9727 API catalogue as an RFC 9264 linkset. */
export interface Linkset {
  linkset: Context[];
}

/** Where the app that serves a contract answers; null where others serve it, or nobody does. */
export type AddressOf = (contract: string) => string | null;

/** The catalogue of these contracts, found at `own`; those that wait for approval, or are retired, are not in it. */
export function apiCatalog(
  contracts: (ContractVersion & { successor: string | null })[],
  addressOf: AddressOf,
  own: string,
): Linkset {
  const apis = contracts.filter(({ kind }) => kind === 'openapi');
  const described = (id: string): Link => ({
    href: `${own}/v1/contract-versions/${id}/document`,
    type: 'application/yaml',
  });
  const anchorOf = (contract: string): string =>
    addressOf(contract) ?? `${own}/v1/contract-versions?contract=${encodeURIComponent(contract)}`;
  const catalogue: Context = {
    anchor: `${own}/.well-known/api-catalog`,
    item: apis.map(({ contract, version }) => ({
      href: anchorOf(contract),
      type: 'application/json',
      title: `${contract} ${version}`,
    })),
  };
  const contexts = apis.map(({ id, contract, successor }): Context => {
    const address = addressOf(contract);
    const base = address?.replace(/\/v\d+$/, '');
    return {
      anchor: anchorOf(contract),
      'service-desc': [described(id)],
      ...(base && {
        'service-doc': [{ href: `${base}/docs`, type: 'text/html' }],
        status: [{ href: `${base}/ready`, type: 'application/json' }],
      }),
      ...(successor && { 'successor-version': [{ href: anchorOf(successor), type: 'application/json' }] }),
    };
  });
  return { linkset: [catalogue, ...contexts] };
}
