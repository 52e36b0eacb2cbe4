import { moment, words } from '../format.js';
import { type AcquisitionSummary, operations } from '../operations-api.js';
import { Missing, Part } from '../parts.js';
import { type Column, Table } from '../table.js';
import { useData } from '../use-data.js';

/** Firms that were bought, and how far their people are. */
export function Acquisitions() {
  const acquisitions = useData(operations.acquisitions, 'acquisitions');
  return (
    <Part loaded={acquisitions}>
      {({ items, missing }) => (
        <>
          <Missing parts={missing} />
          <Table
            name="Acquisitions"
            empty="No firm's people are on their way. How to bring them: runbook acquisition."
            rows={items}
            columns={columns}
            rowKey={({ id }) => id}
          />
        </>
      )}
    </Part>
  );
}

/** `12 staffable, 3 exception`. */
export const countsOf = ({ counts }: Pick<AcquisitionSummary, 'counts'>): string =>
  counts.map(({ state, rows }) => `${rows} ${words(state)}`).join(', ');

const columns: Column<AcquisitionSummary>[] = [
  { name: 'Firm', value: ({ name }) => name, show: ({ id, name }) => <a href={`#/acquisitions/${id}`}>{name}</a> },
  { name: 'Into', value: ({ legalEntity }) => legalEntity },
  { name: 'State', value: ({ state }) => state },
  { name: 'People', value: countsOf },
  { name: 'Values to decide', value: ({ openMappings }) => openMappings, numeric: true },
  { name: 'Uploaded by', value: ({ uploadedBy }) => uploadedBy },
  { name: 'Uploaded', value: ({ createdAt }) => createdAt, show: ({ createdAt }) => moment(createdAt) },
];
