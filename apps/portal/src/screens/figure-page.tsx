import { useCallback, useState } from 'react';
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { api, type KpiDetail, type KpiGrouping, kpiGroupings, type KpiRecord } from '../api.js';
import { counted, figure, measured, moment } from '../format.js';
import { money } from '../money.js';
import { Choice, Freshness, Part } from '../parts.js';
import { type Column, Table } from '../table.js';
import { useData } from '../use-data.js';

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

/** Amounts in several currencies are charts of their own: they cannot be added. */
function Groups({ kpi, groups, by }: KpiDetail & { by: KpiGrouping }) {
  if (groups.length === 0) return <p className="quiet">It is not told apart by {by.replaceAll('-', ' ')}.</p>;
  const currencies = [...new Set(groups.flatMap(({ amounts }) => amounts.map(({ currency }) => currency)))];
  if (kpi.unit !== 'money') {
    const bars = groups.map(({ group, number }) => ({ name: group ?? 'none', value: Number(number ?? 0) }));
    return <Bars title={kpi.name} bars={bars} say={(value) => measured(kpi.unit, value)} />;
  }
  return currencies.map((currency) => {
    const bars = groups.flatMap(({ group, amounts }) =>
      amounts
        .filter((amount) => amount.currency === currency)
        .map(({ amount }) => ({ name: group ?? 'none', value: Number(amount) })),
    );
    const say = (value: number): string => money({ amount: String(value), currency });
    return <Bars key={currency} title={`${kpi.name}, ${currency}`} bars={bars} say={say} />;
  });
}

interface Bars {
  title: string;
  bars: { name: string; value: number }[];
  say: (value: number) => string;
}

/** The chart is a picture of the list beside it, which is what is read aloud. */
const Bars = ({ title, bars, say }: Bars) => (
  <figure>
    <figcaption>{title}</figcaption>
    <div aria-hidden="true">
      <ResponsiveContainer width="100%" height={Math.max(120, bars.length * 34 + 40)}>
        <BarChart data={bars} layout="vertical" accessibilityLayer={false} margin={{ left: 60, right: 20 }}>
          <CartesianGrid horizontal={false} stroke="var(--line)" />
          <XAxis type="number" tickFormatter={say} stroke="var(--quiet)" tickCount={4} />
          <YAxis type="category" dataKey="name" width={110} stroke="var(--quiet)" />
          <Tooltip formatter={(value) => say(Number(value))} cursor={{ fill: 'var(--line)' }} />
          <Bar dataKey="value" fill="var(--accent)" isAnimationActive={false} />
        </BarChart>
      </ResponsiveContainer>
    </div>
    <ul className="aloud">
      {bars.map(({ name, value }) => (
        <li key={name}>
          {name}: {say(value)}
        </li>
      ))}
    </ul>
  </figure>
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
