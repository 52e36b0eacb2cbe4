import { api, type BulkSum, type BulkSummary } from '../api.js';
import { moment, moneys } from '../format.js';
import { Part } from '../parts.js';
import { Table } from '../table.js';
import { useData } from '../use-data.js';
import { actions } from './settle-form.js';
import { outcomes, standing } from './settlement-parts.js';

/** Settlements in bulk that wait for another person or have been asked for; nothing where there is none. */
export function Settlements() {
  const loaded = useData(api.settlements, 'settlements');
  if (loaded.data?.items.length === 0) return null;
  return (
    <Part loaded={loaded}>
      {({ items }) => (
        <Table
          name="Settlements in one go"
          rows={items}
          rowKey={({ id }) => id}
          empty=""
          columns={[
            {
              name: 'What',
              value: ({ action }) => actions[action],
              show: linked,
            },
            { name: 'Where it stands', value: ({ state }) => standing[state] },
            { name: 'How it comes out', value: ({ sums }) => sums.map(comesOut).join('; ') },
            { name: 'Asked for by', value: ({ requestedBy }) => requestedBy },
            { name: 'When', value: ({ requestedAt }) => requestedAt, show: ({ requestedAt }) => moment(requestedAt) },
            { name: 'Why', value: ({ reason }) => reason },
          ]}
        />
      )}
    </Part>
  );
}

const linked = ({ id, action, sums }: BulkSummary) => (
  <a href={`#/settlements/${id}`}>
    {actions[action]}: {countOf(sums)}
  </a>
);

const comesOut = ({ outcome, cases, moneyAtRisk }: BulkSum): string =>
  `${cases} ${outcomes[outcome]} (${moneys(moneyAtRisk)})`;

const countOf = (sums: BulkSum[]): number => sums.reduce((total, { cases }) => total + cases, 0);
