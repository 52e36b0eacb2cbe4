import type { Kpi } from './kpi.js';
import { measuredRuns, windowDays } from './measured-runs.js';

const owner = 'integration-operations';
const exception = (value: string, where: string): string =>
  `select 'gateway' as system, app || '/' || id as record, code || ': ' || record as label, project, (${value})::numeric as value,
          null::numeric as base, null as currency, coalesce(settled_at, raised_at) as at from exception where ${where}`;

/** What the gateway settles of its own accord carries its own name. */
const byPerson = `settled_by is not null and settled_by <> 'throughline'`;

/** How well the layer itself works. */
export const operationKpis: Kpi[] = [
  {
    id: 'open-exceptions',
    answers: ['I15', 'I19'],
    name: 'Open exceptions',
    formula: 'Work that stopped and waits for a person',
    unit: 'count',
    aggregate: 'count',
    sources: ['gateway'],
    owner,
    records: exception('1', 'settled_at is null'),
  },
  {
    id: 'exception-resolution-time',
    answers: ['J5'],
    name: 'Exception resolution time',
    formula: 'Median of the time from an exception being raised to its being settled',
    unit: 'seconds',
    aggregate: 'median',
    sources: ['gateway'],
    owner,
    records: exception(
      'extract(epoch from settled_at - raised_at)',
      'settled_at is not null and raised_at is not null',
    ),
  },
  {
    id: 'manual-effort',
    answers: ['J14', 'J18'],
    name: 'Manual effort',
    formula: 'Exceptions that a person settled: work by hand on set-up and reconciliation',
    unit: 'count',
    aggregate: 'count',
    sources: ['gateway'],
    owner: 'pmo',
    records: exception('1', byPerson),
  },
  {
    id: 'integration-failure-rate',
    answers: ['J17', 'I15'],
    name: 'Integration failure rate',
    formula: 'Runs that ever needed a person, in percent of the runs that have ended or need one now',
    unit: 'percent',
    aggregate: 'share',
    sources: ['gateway'],
    owner,
    records: `select 'gateway' as system, app || '/' || id as record, coalesce(title, workflow) as label, project,
        case when exists (select 1 from exception where stopped = 'run/' || run.id) then 1 else 0 end::numeric as value,
        1::numeric as base, null as currency, ended_at as at from run
        union all select 'gateway', app || '/' || id, code || ': ' || record, project, 1, 1, null, raised_at from exception
         where settled_at is null and stopped like 'run/%' and not exists (select 1 from run where 'run/' || run.id = stopped)`,
  },
  {
    id: 'runs-in-time',
    answers: ['I16', 'J17'],
    name: 'Runs in time',
    formula: `Runs completed within the time their workflow should take, without what they waited for by design, in percent of those completed in the last ${windowDays} days`,
    unit: 'percent',
    aggregate: 'share',
    sources: ['gateway'],
    owner,
    records: `select 'gateway' as system, app || '/' || id as record, coalesce(title, workflow) as label, project,
        case when is_late then 0 else 1 end::numeric as value, 1::numeric as base, null as currency, ended_at as at
        from (${measuredRuns}) measured`,
  },
  {
    id: 'observed-workflows',
    answers: ['I24', 'J7'],
    name: 'Workflows observed end to end',
    formula:
      'Ended runs whose correlation leads back to an event or a run that began them, in percent of all ended runs',
    unit: 'percent',
    aggregate: 'share',
    sources: ['gateway'],
    owner,
    records: `select 'gateway' as system, app || '/' || id as record, coalesce(title, workflow) as label, project,
        case when begun_at is not null and (select count(*) from events.log where log.correlation_id = run.correlation_id) > 1
          then 1 else 0 end::numeric as value, 1::numeric as base, null as currency, ended_at as at from run`,
  },
  {
    id: 'failed-transformations',
    answers: ['I4'],
    name: 'Failed transformations',
    formula: 'Records that do not fit their contract, as the platforms told them',
    unit: 'count',
    aggregate: 'count',
    sources: ['gateway'],
    owner,
    records: `select 'gateway' as system, record, reason as label, null as project, 1::numeric as value, null::numeric as base,
        null as currency, told_at as at from refusal where kind = 'unreadable'`,
  },
  {
    id: 'sync-backlog',
    answers: ['I4', 'I15'],
    name: 'Sync backlog',
    formula: 'Approved entries, projects and workers that are under way and stopped nowhere',
    unit: 'count',
    aggregate: 'count',
    sources: ['gateway'],
    owner,
    records: `select 'PSA' as system, reference as record, state as label, project, 1::numeric as value, null::numeric as base,
        null as currency, approved_at as at from billing_line where state in ('waiting', 'ready', 'posting')
        union all select 'ERP', code, name, code, 1, null, null, created_at from project where staffing_ready_at is null`,
  },
];
