import { counted, day, moment } from '../format.js';
import { type DeprecationView, governanceApi } from '../governance-api.js';
import { Missing, Part } from '../parts.js';
import { type Column, Table } from '../table.js';
import { useData } from '../use-data.js';

/** What ends when, what takes its place, and who has still to move. */
export function Deprecations() {
  const calendar = useData(governanceApi.deprecations, 'deprecations');
  return (
    <>
      <p>
        <a href="#/contracts">← all contracts</a>
      </p>
      <h2>What ends when</h2>
      <Part loaded={calendar}>
        {({ items, missing }) => (
          <>
            <Missing parts={missing} />
            <Months items={items} />
            <NotWrittenTo items={items} />
            <Table
              name="Deprecations"
              empty="Nothing is to end."
              rows={items}
              columns={columns}
              rowKey={({ contract, operation, field }) => `${contract} ${operation} ${field}`}
            />
          </>
        )}
      </Part>
    </>
  );
}

/** Why some are not written to, where there are any: somebody has to tell them. */
const NotWrittenTo = ({ items }: { items: DeprecationView[] }) =>
  items.some(({ consumers }) => consumers.some(({ writtenTo }) => !writtenTo)) && (
    <p>
      Who is not written to has no e-mail address as its registered contact, or is not registered. Tell them, or
      register an address.
    </p>
  );

/** The calendar in a few words: how much ends in which month. */
const Months = ({ items }: { items: DeprecationView[] }) => {
  const months = [...new Set(items.flatMap(({ sunset }) => sunset?.slice(0, 7) ?? []))].sort();
  return (
    <ul>
      {months.map((month) => {
        const ending = items.filter(({ sunset }) => sunset?.startsWith(month));
        const called = ending.filter(({ consumers }) => consumers.length > 0).length;
        return (
          <li key={month}>
            <strong>{monthName(month)}</strong>: {ending.length} to end, {called} of them still called
          </li>
        );
      })}
    </ul>
  );
};

const monthName = (month: string): string =>
  new Intl.DateTimeFormat(undefined, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(month));

const dayMs = 86_400_000;

const daysLeft = ({ sunset }: DeprecationView): number | null =>
  sunset === null ? null : Math.ceil((Date.parse(sunset) - Date.now()) / dayMs);

const callers = ({ consumers }: DeprecationView): string =>
  consumers
    .map(({ clientId, name, calls, writtenTo }) => {
      const told = writtenTo ? '' : '; not written to';
      return `${name ?? clientId} (${counted(calls, 'call')}${told})`;
    })
    .join(', ');

const columns: Column<DeprecationView>[] = [
  { name: 'Ends', value: ({ sunset }) => sunset, show: ({ sunset }) => day(sunset) },
  { name: 'Days left', value: daysLeft, numeric: true },
  {
    name: 'Contract',
    value: ({ contract }) => contract,
    show: ({ contract }) => <a href={`#/contracts/${contract}`}>{contract}</a>,
  },
  { name: 'What', value: ({ operation, field }) => operation ?? field ?? 'all of it' },
  { name: 'State', value: ({ state }) => state },
  { name: 'Deprecated', value: ({ since }) => since, show: ({ since }) => day(since) },
  { name: 'Then use', value: ({ successor }) => successor },
  { name: 'Still called by', value: (row) => callers(row) || null },
  {
    name: 'Last call',
    value: ({ consumers }) => lastCall(consumers),
    show: ({ consumers }) => moment(lastCall(consumers)),
  },
];

const lastCall = (consumers: DeprecationView['consumers']): string | null =>
  consumers
    .flatMap(({ lastUse }) => lastUse ?? [])
    .toSorted()
    .at(-1) ?? null;
