import { useCallback, useState } from 'react';
import { api, type KpiDetail, type KpiGrouping, kpiGroupings, type KpiRecord } from '../api.js';
import { counted, figure, moment } from '../format.js';
import { money } from '../money.js';
import { Choice, Freshness, Part } from '../parts.js';
import { type Column, Table } from '../table.js';
import { useData } from '../use-data.js';
import { Groups } from './groups.js';

/** One figure explained: how it is worked out, by what it is told apart, and the records it is made of. */
export function FigurePage({ id }: { id: string }) {
  const [by, setBy] = useState<KpiGrouping>('practice');
  const read = useCallback(() => api.kpi(id, by), [id, by]);
  const detail = useData(read, `${id} ${by}`);
  const records = useData(api.kpiRecords, id);
  return (
    <>
      <p>
        <a href="#/firm">← all figures</a>
      </p>
      <Part loaded={detail}>
        {(shown) => (
          <>
            <Head {...shown} />
            <Choice name="Told apart by" values={kpiGroupings} value={by} choose={setBy} />
            <Groups {...shown} by={by} />
          </>
        )}
      </Part>
      <Part loaded={records}>
        {({ items }) => (
          <Table
            name="Records behind it"
            empty="No record counts."
            rows={items}
            columns={recordColumns}
            rowKey={(row) => `${row.system} ${row.record}`}
          />
        )}
      </Part>
    </>
  );
}

const Head = ({ kpi, ...dated }: KpiDetail) => (
  <>
    <h2>{kpi.name}</h2>
    <p className="large">{figure(kpi.unit, kpi).join(' · ')}</p>
    <p>{kpi.formula}</p>
    <p className="quiet">
      From {kpi.sources.join(', ')}. {kpi.owner} answers for it.
      {kpi.openExceptions > 0 && ` Beside it: ${counted(kpi.openExceptions, 'open exception')}.`}
    </p>
    <Freshness {...dated} />
  </>
);

const recordColumns: Column<KpiRecord>[] = [
  { name: 'System', value: ({ system }) => system },
  { name: 'Record', value: ({ record }) => record },
  { name: 'What', value: ({ label }) => label },
  { name: 'Project', value: ({ project }) => project },
  {
    name: 'Adds',
    value: ({ amount, number }) => (amount ? Number(amount.amount) : number === null ? null : Number(number)),
    show: ({ amount, number }) => (amount ? money(amount) : (number ?? '–')),
    numeric: true,
  },
  { name: 'Said at', value: ({ at }) => at, show: ({ at }) => moment(at) },
  { name: 'Exceptions', value: ({ openExceptions }) => openExceptions, numeric: true },
];
