import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { KpiDetail, KpiGrouping } from '../api.js';
import { measured } from '../format.js';
import { money } from '../money.js';

/** Amounts in several currencies are charts of their own: they cannot be added. */
export function Groups({ kpi, groups, by }: KpiDetail & { by: KpiGrouping }) {
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
