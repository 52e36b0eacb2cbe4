import { servedOperations } from '../developer-api.js';
import { type ApiAccess, governanceApi } from '../governance-api.js';
import { Part } from '../parts.js';
import { type Column, Table } from '../table.js';
import { useData } from '../use-data.js';
import { DeveloperKey } from './developer-key.js';
import './governance.css';
import { TryIt } from './try-it.js';

/** What somebody needs who builds upon the APIs: which there are, a key, a first call, and a place to play. */
export function Developers({ operation }: { operation?: string }) {
  const apis = useData(governanceApi.apis, 'apis');
  const operations = useData(servedOperations, 'operations');
  return (
    <>
      <h2>Developers</h2>
      <Part loaded={apis}>
        {({ items }) => (
          <Table
            name="APIs"
            empty="No API is published."
            rows={items}
            columns={columns}
            rowKey={({ contract }) => contract}
          />
        )}
      </Part>
      <DeveloperKey />
      <h3>Try it</h3>
      <Part loaded={operations}>
        {(known) => <TryIt operations={known} {...(operation && { chosen: operation })} />}
      </Part>
      <h3>The sandbox</h3>
      <p>
        <code>npm start</code> brings simulators of the vendors’ products and an example firm. What you do there reaches
        nobody: every account, deal and hour is made up, and <code>npm start -- --reset</code> makes them anew. They
        speak the vendors’ own protocols, with their paging, limits and errors, and can be told to misbehave. The APIs
        above are the same as in production; only the issuer and the vendors are others.
      </p>
    </>
  );
}

const columns: Column<ApiAccess>[] = [
  {
    name: 'API',
    value: ({ contract }) => contract,
    show: ({ contract }) => <a href={`#/contracts/${contract}`}>{contract}</a>,
  },
  { name: 'Title', value: ({ title }) => title },
  { name: 'Audience', value: ({ audience }) => audience, show: ({ audience }) => <code>{audience}</code> },
  {
    name: 'Answers at',
    value: ({ address }) => address,
    show: ({ address }) => (address ? <code>{address}</code> : 'the system apps of the estate'),
  },
  {
    name: 'Scopes',
    value: ({ scopes }) => scopes.map(({ scope }) => scope).join(' '),
    show: ({ scopes }) => scopes.map(({ scope, writes }) => `${scope}${writes ? ' (writes)' : ''}`).join(', '),
  },
];
