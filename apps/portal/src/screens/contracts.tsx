import { api, type ContractSummary } from '../api.js';
import { Part } from '../parts.js';
import { type Column, Table } from '../table.js';
import { useData } from '../use-data.js';

/** Every published contract, who owns it and for whom it is. */
export function Contracts() {
  const contracts = useData(api.contracts, 'contracts');
  return (
    <>
      <h2>Contracts</h2>
      <Part loaded={contracts}>
        {({ items }) => (
          <Table
            name="Published contracts"
            empty="No contract is published."
            rows={items}
            columns={columns}
            rowKey={({ path }) => path}
          />
        )}
      </Part>
    </>
  );
}

const columns: Column<ContractSummary>[] = [
  { name: 'Contract', value: ({ path }) => path },
  { name: 'Title', value: ({ title }) => title },
  { name: 'Version', value: ({ version }) => version },
  { name: 'State', value: ({ lifecycle }) => lifecycle },
  { name: 'For', value: ({ audience }) => audience },
  { name: 'Owner', value: ({ owner }) => owner },
  { name: 'Operations', value: ({ operations }) => operations, numeric: true },
];
