import type { BulkSettlement, BulkSum } from '../api.js';
import { counted, moneys, words } from '../format.js';
import { money } from '../money.js';
import { Table } from '../table.js';

type Item = BulkSettlement['items'][number];

/** Where a settlement stands, in words. */
export const standing: Record<BulkSettlement['state'], string> = {
  'dry-run': 'not asked for',
  unconfirmed: 'waits for another person',
  refused: 'refused',
  settling: 'under way',
  done: 'done',
};

export const outcomes: Record<Item['outcome'], string> = {
  'would-settle': 'would be settled',
  waiting: 'waits',
  settled: 'settled',
  refused: 'refused',
};

/** How it comes out, in sum. */
export const Sums = ({ sums }: { sums: BulkSum[] }) => (
  <dl className="figures">
    {sums.map(({ outcome, cases, moneyAtRisk }) => (
      <div key={outcome}>
        <dt>{outcomes[outcome]}</dt>
        <dd>
          {counted(cases, 'case')}
          <span className="small">{moneys(moneyAtRisk)}</span>
        </dd>
      </div>
    ))}
  </dl>
);

const linked = ({ app, id, record }: Item) => <a href={`#/cases/${app}/${id}`}>{record}</a>;

/** Every case, and what became or would become of it. */
export const Items = ({ items }: { items: Item[] }) => (
  <Table
    name="Cases"
    rows={items}
    rowKey={({ app, id }) => `${app} ${id}`}
    empty="No case is like that."
    columns={[
      {
        name: 'Record',
        value: ({ record }) => record,
        show: linked,
      },
      { name: 'Type', value: ({ code }) => words(code) },
      {
        name: 'At risk',
        value: ({ moneyAtRisk }) => (moneyAtRisk ? Number(moneyAtRisk.amount) : null),
        show: ({ moneyAtRisk }) => money(moneyAtRisk),
        numeric: true,
      },
      { name: 'Outcome', value: ({ outcome }) => outcomes[outcome] },
      { name: 'Why not', value: ({ reason }) => reason },
    ]}
  />
);
