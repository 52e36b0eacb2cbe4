import type { Kpi } from './kpi.js';
import { measuredRuns, windowDays } from './measured-runs.js';

const person = `'worker' as record, concat_ws(' ', number, 'of', instance || '/' || id) as label, null as project`;

/** People from their hire to work that is billed, and how they are used. */
export const peopleKpis: Kpi[] = [
  {
    id: 'worker-sync-latency',
    answers: ['I16', 'J1'],
    name: 'Worker sync latency',
    formula: 'Median of the time from a hire being told by the HR system to the worker being set up everywhere',
    unit: 'seconds',
    aggregate: 'median',
    sources: ['HR', 'identity', 'ERP', 'PSA', 'scheduling'],
    owner: 'hr-operations',
    records: `select 'HR' as system, ${person}, extract(epoch from ready_at - hired_at)::numeric as value, null::numeric as base,
        null as currency, ready_at as at from person where ready_at is not null and hired_at is not null`,
  },
  {
    id: 'worker-change-latency',
    answers: ['I16', 'J1'],
    name: 'Worker change latency',
    formula: `Median of the time from a change of a worker being told to its being in every system that holds it, without what it waited for by design, over the last ${windowDays} days`,
    unit: 'seconds',
    aggregate: 'median',
    sources: ['HR', 'identity', 'ERP', 'PSA', 'scheduling'],
    owner: 'hr-operations',
    records: `select 'gateway' as system, app || '/' || id as record, title as label, null as project, seconds::numeric as value,
        null::numeric as base, null as currency, ended_at as at from (${measuredRuns}) measured where workflow = 'worker-change'`,
  },
  {
    id: 'workers-not-staffable',
    answers: ['I16'],
    name: 'Hired and not staffable yet',
    formula: 'Workers the HR system told of who are not set up everywhere, and have not left',
    unit: 'count',
    aggregate: 'count',
    sources: ['HR'],
    owner: 'hr-operations',
    records: `select 'HR' as system, ${person}, 1::numeric as value, null::numeric as base, null as currency, hired_at as at
        from person where ready_at is null and off_boarded_at is null and hired_at is not null`,
  },
  {
    id: 'onboarding-to-billable',
    answers: ['J16'],
    name: 'Onboarding to billable',
    formula: 'Median of the time from a hire being told to the first time of theirs that was posted',
    unit: 'seconds',
    aggregate: 'median',
    sources: ['HR', 'ERP'],
    owner: 'hr-operations',
    records: `select 'ERP' as system, ${person}, extract(epoch from first.at - hired_at)::numeric as value, null::numeric as base,
        null as currency, first.at from person join (select worker, min(updated_at) as at from billing_line
          where state = 'posted' and reverses is null group by worker) first on first.worker = person.number where hired_at is not null`,
  },
];
