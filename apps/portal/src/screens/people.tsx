import { api, type OnboardingView } from '../api.js';
import { moment, span, words } from '../format.js';
import { Freshness, Part } from '../parts.js';
import { type Column, Table } from '../table.js';
import { useData } from '../use-data.js';
import { Acquisitions } from './acquisitions.js';
import { Loans } from './loans.js';
import { SyncLatency } from './sync-latency.js';

/** Everybody on the way from hired to staffable, and how long it took. */
export function People() {
  const people = useData(api.onboardings, 'onboardings');
  return (
    <>
      <h2>People</h2>
      <SyncLatency />
      <Part loaded={people}>
        {({ items, ...dated }) => (
          <>
            <Freshness {...dated} />
            <Table
              name="From hired to staffable"
              empty="Nobody has been hired yet. They appear here as soon as the HR system says so."
              rows={items}
              columns={columns}
              rowKey={({ instance, workerId, number }) => `${instance} ${workerId} ${number}`}
            />
          </>
        )}
      </Part>
      <Loans />
      <Acquisitions />
      <p>
        <a href="#/mapping-tables">Mapping tables</a>
      </p>
    </>
  );
}

const stateNames: Record<OnboardingView['state'], string> = {
  'under-way': 'under way',
  stopped: 'needs a person',
  ready: 'staffable',
  leaving: 'leaving',
  left: 'left',
};

const columns: Column<OnboardingView>[] = [
  { name: 'Number', value: ({ number }) => number },
  { name: 'HR system', value: ({ instance }) => instance },
  { name: 'Record there', value: ({ workerId }) => workerId },
  {
    name: 'State',
    value: ({ state }) => stateNames[state],
    show: ({ state }) => <span className={`badge ${state}`}>{stateNames[state]}</span>,
  },
  { name: 'Hired', value: ({ hiredAt }) => hiredAt, show: ({ hiredAt }) => moment(hiredAt) },
  { name: 'Staffable', value: ({ readyAt }) => readyAt, show: ({ readyAt }) => moment(readyAt) },
  {
    name: 'Took',
    value: ({ seconds }) => seconds,
    show: ({ seconds }) => (seconds === null ? '–' : span(seconds)),
    numeric: true,
  },
  {
    name: 'Waits for',
    value: ({ holds }) => holds.map(words).join(', ') || null,
    show: ({ holds }) => holds.map(words).join(', '),
  },
];
