import { lazy, Suspense } from 'react';
import { api, type KpiView } from '../api.js';
import { counted, figure } from '../format.js';
import { Freshness, Part } from '../parts.js';
import { type Column, Table } from '../table.js';
import { useData } from '../use-data.js';

/** Charts come after the figures. */
const Breakdown = lazy(() => import('./breakdown.js').then(({ Breakdown: part }) => ({ default: part })));

/** Figures a partner asks for first, in this order. */
const headline = [
  'backlog',
  'utilisation',
  'wip-exposure',
  'project-margin',
  'margin-rate',
  'billing-latency',
  'straight-through',
  'revenue-at-risk',
];

/** What the firm stands at: every figure opens to what it is made of. */
export function Firm() {
  const kpis = useData(api.kpis, 'kpis');
  return (
    <>
      <h2>The firm</h2>
      <Part loaded={kpis}>
        {({ items, ...dated }) => (
          <>
            <Freshness {...dated} />
            <dl className="figures">
              {headline.flatMap((id) => items.filter((kpi) => kpi.id === id).map((kpi) => <Card key={id} kpi={kpi} />))}
            </dl>
            {items.length > 0 && (
              <Suspense fallback={<p role="status">Loading…</p>}>
                <Breakdown kpis={items} />
              </Suspense>
            )}
            <Table
              name="All figures"
              empty="No figure is known yet."
              rows={items.toSorted((one, other) => one.name.localeCompare(other.name))}
              columns={columns}
              rowKey={({ id }) => id}
            />
          </>
        )}
      </Part>
    </>
  );
}

const Card = ({ kpi }: { kpi: KpiView }) => (
  <div>
    <dt>
      <Link {...kpi} />
    </dt>
    <dd>
      {figure(kpi.unit, kpi).map((value) => (
        <span key={value}>{value}</span>
      ))}
    </dd>
    <dd className="quiet small">
      {counted(kpi.records, 'record')}
      {kpi.openExceptions > 0 && (
        <>
          , <em className="due">{counted(kpi.openExceptions, 'open exception')}</em>
        </>
      )}
    </dd>
  </div>
);

const Link = ({ id, name }: KpiView) => <a href={`#/figures/${id}`}>{name}</a>;

const columns: Column<KpiView>[] = [
  { name: 'Figure', value: ({ name }) => name, show: Link },
  { name: 'Stands at', value: (kpi) => figure(kpi.unit, kpi).join(' · '), numeric: true },
  { name: 'Records', value: ({ records }) => records, numeric: true },
  { name: 'Open exceptions', value: ({ openExceptions }) => openExceptions, numeric: true },
  { name: 'Answers for it', value: ({ owner }) => owner },
];
