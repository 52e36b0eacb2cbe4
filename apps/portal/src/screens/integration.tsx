import { api, type DetectorView, type PlatformHealth, type SubscriberHealth } from '../api.js';
import { moment, moneys, span } from '../format.js';
import type { SyntheticCheck } from '../operations-api.js';
import { Freshness, Part } from '../parts.js';
import { type Column, Table } from '../table.js';
import { useData } from '../use-data.js';

/** Whether the line holds: platforms, those who listen, and what has come apart between systems. */
export function Integration() {
  const health = useData(api.health, 'health');
  const detectors = useData(api.detectors, 'detectors');
  return (
    <>
      <h2>Integration</h2>
      <p>
        <a href="#/objectives">Objectives and error budgets</a> · <a href="#/replays">Replays</a> ·{' '}
        <a href="#/cutovers">Cut-overs</a> · <a href="#/chaos">Chaos runs</a>
      </p>
      <Part loaded={health}>
        {({ platforms, subscribers, checks, ...dated }) => (
          <>
            <Freshness {...dated} />
            <Table
              name="Platforms"
              empty="No platform is known yet."
              rows={platforms}
              columns={platformColumns}
              rowKey={({ instance }) => instance}
            />
            <Table
              name="Synthetic checks"
              empty="No instance has been checked yet."
              rows={checks}
              columns={checkColumns}
              rowKey={({ instance, domain }) => `${instance} ${domain}`}
            />
            <Table
              name="Subscribers"
              empty="Nobody listens yet."
              rows={subscribers}
              columns={subscriberColumns}
              rowKey={({ app, name }) => `${app} ${name}`}
            />
          </>
        )}
      </Part>
      <Part loaded={detectors}>
        {({ items }) => (
          <Table
            name="Disconnects"
            empty="No detector is set up."
            rows={items}
            columns={detectorColumns}
            rowKey={({ id }) => id}
          />
        )}
      </Part>
    </>
  );
}

const platformColumns: Column<PlatformHealth>[] = [
  { name: 'Instance', value: ({ instance }) => instance },
  { name: 'Platform', value: ({ platform }) => platform },
  {
    name: 'State',
    value: ({ state }) => state,
    show: ({ state }) => <span className={`badge ${state}`}>{state}</span>,
  },
  { name: 'Since', value: ({ since }) => since, show: ({ since }) => moment(since) },
  { name: 'Last answer', value: ({ lastSuccess }) => lastSuccess, show: ({ lastSuccess }) => moment(lastSuccess) },
  { name: 'Backlog', value: ({ backlog }) => backlog, numeric: true },
  {
    name: 'Quota left',
    value: ({ quotaLeftPercent }) => quotaLeftPercent,
    show: ({ quotaLeftPercent }) => (quotaLeftPercent === null ? '–' : `${quotaLeftPercent} %`),
    numeric: true,
  },
  {
    name: 'Operations',
    value: ({ inHand, inLine }) => (inHand === null || inLine === null ? null : inHand + inLine),
    show: loadOf,
  },
];

/** `12 of 12 in hand, 30 in line`. */
function loadOf({ inHand, inLine, places }: PlatformHealth): string {
  if (inHand === null) return '–';
  return `${inHand} of ${places} in hand${inLine ? `, ${inLine} in line` : ''}`;
}

const checkColumns: Column<SyntheticCheck>[] = [
  { name: 'Instance', value: ({ instance }) => instance },
  { name: 'As', value: ({ domain }) => domain },
  {
    name: 'Answer',
    value: ({ succeeded, failure }) => (succeeded ? 'answered' : failure),
    show: ({ succeeded, failure }) => (
      <>
        <span className={`badge ${succeeded ? 'up' : 'away'}`}>{succeeded ? 'answered' : 'failed'}</span> {failure}
      </>
    ),
  },
  {
    name: 'Took',
    value: ({ milliseconds }) => milliseconds,
    show: ({ milliseconds }) => `${milliseconds} ms`,
    numeric: true,
  },
  {
    name: 'Half take',
    value: ({ medianMilliseconds }) => medianMilliseconds,
    show: ({ medianMilliseconds }) => `${medianMilliseconds} ms`,
    numeric: true,
  },
  { name: 'Failed of a day', value: ({ failed, checks }) => `${failed} of ${checks}`, numeric: true },
  { name: 'Asked', value: ({ checkedAt }) => checkedAt, show: ({ checkedAt }) => moment(checkedAt) },
];

const subscriberColumns: Column<SubscriberHealth>[] = [
  { name: 'App', value: ({ app }) => app },
  { name: 'Listens as', value: ({ name }) => name },
  { name: 'To come', value: ({ lagEvents }) => lagEvents, numeric: true },
  { name: 'Behind', value: ({ lagSeconds }) => lagSeconds, show: ({ lagSeconds }) => span(lagSeconds), numeric: true },
  { name: 'Failing', value: ({ failing }) => failing, numeric: true },
  { name: 'Set aside', value: ({ quarantined }) => quarantined, numeric: true },
];

const detectorColumns: Column<DetectorView>[] = [
  {
    name: 'Disconnect',
    value: ({ id }) => id,
    show: ({ id, name, lit }) => (
      <>
        <a href={`#/disconnects/${id}`}>{id}</a>{' '}
        <span className={`badge ${lit ? 'away' : 'up'}`}>{lit ? 'apart' : 'together'}</span> {name}
      </>
    ),
  },
  { name: 'Findings', value: ({ findings }) => findings, numeric: true },
  { name: 'Since', value: ({ since }) => since, show: ({ since }) => moment(since) },
  { name: 'At risk', value: ({ moneyAtRisk }) => moneys(moneyAtRisk), numeric: true },
  { name: 'Acts', value: ({ owner }) => owner },
];
