import type { ApiAccess, ApiScope } from '#contracts';
import { type AppConfig, type AppName, type Audience, audienceUrn } from '#platform';
import type { ListedContract } from './contracts.js';

/** The APIs of ours that can be called, and what a token for each must say. */
export const apisOf = (contracts: ListedContract[], addresses: AppConfig['addresses']): ApiAccess[] =>
  contracts
    .filter(({ path }) => /^(system|process|experience)\//.test(path))
    .map(({ path, contract, title, operations }) => ({
      contract,
      title,
      audience: audienceUrn(path.split('/')[0] as Audience),
      address: addressOf(path, addresses),
      scopes: scopesOf(operations),
    }));

/** A system contract is served by whatever platform the estate has for it: there is no one address. */
function addressOf(path: string, addresses: AppConfig['addresses']): string | null {
  const [layer, api] = path.split('/');
  if (layer === 'system') return null;
  const app = layer === 'experience' ? 'experience-api' : `process-${api}`;
  return addresses[app as AppName] ?? null;
}

function scopesOf(operations: ListedContract['operations']): ApiScope[] {
  const names = operations.flatMap(({ definition }) => (definition['x-scope'] as string | undefined) ?? []);
  return [...new Set(names)].sort().map((scope) => {
    const opened = operations.filter(({ definition }) => definition['x-scope'] === scope);
    return { scope, operations: opened.length, writes: opened.some(({ method }) => method !== 'GET') };
  });
}
