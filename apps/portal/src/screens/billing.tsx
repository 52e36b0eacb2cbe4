import { useEffect, useState } from 'react';
import { type AgeBucket, api, type IntercompanyTotal, type WindowView } from '../api.js';
import { hours, moment, moneys, span } from '../format.js';
import { money } from '../money.js';
import { Freshness, Part } from '../parts.js';
import { type Column, Table } from '../table.js';
import { useData } from '../use-data.js';

/** What is approved and not billed, how old it is, and how long there is until the books close. */
export function Billing() {
  const windows = useData(api.windows, 'windows');
  const ages = useData(api.billingAges, 'ages');
  const intercompany = useData(api.intercompany, 'intercompany');
  return (
    <>
      <h2>Billing</h2>
      <Part loaded={windows}>
        {({ items, ...dated }) => (
          <>
            <Freshness {...dated} />
            <ul className="clocks">
              {items.map((window) => (
                <Clock key={window.legalEntity} {...window} />
              ))}
            </ul>
          </>
        )}
      </Part>
      <Part loaded={ages}>
        {({ items }) => (
          <Table
            name="Approved and not billed"
            empty="Everything that is approved is billed."
            rows={items}
            columns={ageColumns}
            rowKey={({ legalEntity, cycle, age }) => `${legalEntity} ${cycle} ${age}`}
          />
        )}
      </Part>
      <Part loaded={intercompany}>
        {({ items }) => (
          <Table
            name="Between legal entities"
            empty="No legal entity has charged another for its people's work."
            rows={items}
            columns={intercompanyColumns}
            rowKey={({ employing, contracting, month, state, amount }) =>
              [employing, contracting, month, state, amount?.currency].join(' ')
            }
          />
        )}
      </Part>
    </>
  );
}

const Clock = ({ legalEntity, open, opensAt, cycle, cutOff, entries, amounts, every }: WindowView) => (
  <li className={entries > 0 ? 'busy' : undefined}>
    <h3>{legalEntity}</h3>
    <p>{open ? `Open, posts every ${every}` : `Closed${opensAt ? ` until ${moment(opensAt)}` : ''}`}</p>
    {cutOff && (
      <p>
        Cut-off of {cycle}: {moment(cutOff)}, <strong>{<Left until={cutOff} />}</strong>
      </p>
    )}
    <p>{entries === 0 ? 'All posted' : `${entries} entries to post, ${moneys(amounts)}`}</p>
  </li>
);

/** Counts down by itself. */
function Left({ until }: { until: string }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  const seconds = (Date.parse(until) - now) / 1_000;
  return seconds > 0 ? `in ${span(seconds)}` : `${span(-seconds)} ago`;
}

const ageNames: Record<AgeBucket['age'], string> = {
  week: 'up to a week',
  month: 'up to a month',
  quarter: 'up to a quarter',
  older: 'older',
};

const chargeStates: Record<IntercompanyTotal['state'], string> = {
  waiting: 'waits for its price',
  stopped: 'needs a person',
  ready: 'to be charged',
  posting: 'being charged',
  charged: 'charged',
  skipped: 'left out',
  withdrawn: 'taken back before it was charged',
};

const ageColumns: Column<AgeBucket>[] = [
  { name: 'Entity', value: ({ legalEntity }) => legalEntity },
  { name: 'Cycle', value: ({ cycle }) => cycle },
  { name: 'Age', value: ({ age }) => ageNames[age] },
  { name: 'Cut-off', value: ({ cutOff }) => cutOff, show: ({ cutOff }) => moment(cutOff) },
  { name: 'Entries', value: ({ entries }) => entries, numeric: true },
  { name: 'Need a person', value: ({ stopped }) => stopped, numeric: true },
  { name: 'Time', value: ({ minutes }) => minutes, show: ({ minutes }) => hours(minutes), numeric: true },
  { name: 'Price', value: ({ amounts }) => moneys(amounts), numeric: true },
];

const intercompanyColumns: Column<IntercompanyTotal>[] = [
  { name: 'Employs', value: ({ employing }) => employing },
  { name: 'Has the client', value: ({ contracting }) => contracting },
  { name: 'Month', value: ({ month }) => month },
  { name: 'State', value: ({ state }) => chargeStates[state] },
  { name: 'Charges', value: ({ charges }) => charges, numeric: true },
  { name: 'Time', value: ({ minutes }) => minutes, show: ({ minutes }) => hours(minutes), numeric: true },
  { name: 'Price', value: ({ amount }) => money(amount), numeric: true },
];
