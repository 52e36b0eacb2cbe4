import { moment } from '../format.js';
import { type ContractSummary, type ContractVersion, governanceApi } from '../governance-api.js';
import { Missing, Part } from '../parts.js';
import { type Column, Table } from '../table.js';
import { useData } from '../use-data.js';

/** Every published contract, and the versions that wait for a second person. */
export function Contracts() {
  const contracts = useData(governanceApi.contracts, 'contracts');
  return (
    <>
      <h2>Contracts</h2>
      <p>
        <a href="#/contracts/deprecations">What ends when</a> · <a href="#/ownership">Who owns what</a>
      </p>
      <Part loaded={contracts}>
        {({ items, waiting, missing }) => (
          <>
            <Missing parts={missing} />
            {waiting.length > 0 && (
              <Table
                name="Waiting for a second person"
                empty=""
                rows={waiting}
                columns={waitingColumns}
                rowKey={({ id }) => id}
              />
            )}
            <Table
              name="Published contracts"
              empty="No contract is published."
              rows={items}
              columns={columns}
              rowKey={({ path }) => path}
            />
          </>
        )}
      </Part>
    </>
  );
}

const columns: Column<ContractSummary>[] = [
  {
    name: 'Contract',
    value: ({ path }) => path,
    show: ({ path, contract }) => <a href={`#/contracts/${contract}`}>{path}</a>,
  },
  { name: 'Title', value: ({ title }) => title },
  { name: 'Version', value: ({ version }) => version },
  {
    name: 'State',
    value: ({ lifecycle }) => lifecycle,
    show: ({ lifecycle }) => <span className={`badge ${lifecycle}`}>{lifecycle}</span>,
  },
  { name: 'For', value: ({ audience }) => audience },
  { name: 'Owner', value: ({ owner }) => owner },
  { name: 'Operations', value: ({ operations }) => operations, numeric: true },
];

const waitingColumns: Column<ContractVersion>[] = [
  {
    name: 'Contract',
    value: ({ contract }) => contract,
    show: ({ contract }) => <a href={`#/contracts/${contract}`}>{contract}</a>,
  },
  {
    name: 'Version',
    value: ({ version }) => version,
    show: ({ contract, version, base }) =>
      base ? (
        <a href={`#/contracts/${contract}/${base}..${version}`}>
          {version}, from {base}
        </a>
      ) : (
        `${version}, the first of its major`
      ),
  },
  { name: 'Owner', value: ({ owner }) => owner },
  { name: 'Asked for by', value: ({ submittedBy }) => submittedBy },
  { name: 'Since', value: ({ submittedAt }) => submittedAt, show: ({ submittedAt }) => moment(submittedAt) },
];
