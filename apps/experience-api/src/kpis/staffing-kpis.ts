import type { Kpi } from './kpi.js';

const owner = 'resource-management';
const monday = `date_trunc('week', current_date)::date`;

/** A worker's week, of what can be worked in it. */
const week = (value: string, base: string, where: string): string =>
  `select 'scheduling' as system, week::text as record, 'worker ' || name as label, null as project,
          (${value})::numeric as value, (${base})::numeric as base, null as currency, week::timestamptz as at
     from staffing_week where kind = 'worker' and ${where}`;

/** Open exceptions of some classes of the catalogue. */
const open = (classes: string[]): string =>
  `select 'gateway' as system, app || '/' || id as record, code || ': ' || record as label, project, 1::numeric as value,
          null::numeric as base, null as currency, raised_at as at
     from exception where settled_at is null and class in (${classes.map((one) => `'${one}'`).join(', ')})`;

/** Who works where, and how much of what they can work is used. */
export const staffingKpis: Kpi[] = [
  {
    id: 'utilisation',
    answers: ['I20', 'J6'],
    name: 'Utilisation',
    formula: 'Time planned on projects in the four weeks before this one, in percent of what could be worked',
    unit: 'percent',
    aggregate: 'share',
    sources: ['scheduling', 'HR'],
    owner,
    records: week('planned_minutes', 'capacity_minutes', `week >= ${monday} - 28 and week < ${monday}`),
  },
  {
    id: 'capacity-forecast',
    answers: ['I22', 'J6'],
    name: 'Utilisation ahead',
    formula: 'Time planned on projects in this week and the eleven after it, in percent of what can be worked',
    unit: 'percent',
    aggregate: 'share',
    sources: ['scheduling', 'HR'],
    owner,
    records: week('planned_minutes', 'capacity_minutes', `week >= ${monday} and week < ${monday} + 84`),
  },
  {
    id: 'bench-time',
    answers: ['J20'],
    name: 'Bench time',
    formula: 'Time that could be worked in the four weeks before this one and was not planned on a project',
    unit: 'minutes',
    aggregate: 'sum',
    sources: ['scheduling', 'HR'],
    owner,
    records: week(
      'capacity_minutes - planned_minutes',
      'null',
      `week >= ${monday} - 28 and week < ${monday} and capacity_minutes > planned_minutes`,
    ),
  },
  {
    id: 'utilisation-accuracy',
    answers: ['J6'],
    name: 'Utilisation forecast accuracy',
    formula:
      'Planned less the distance of what was worked from it, in percent of planned, over assignments that have ended',
    unit: 'percent',
    aggregate: 'share',
    sources: ['scheduling', 'PSA'],
    owner,
    records: `select 'scheduling' as system, instance || '/' || id as record, concat(plan.minutes, ' min planned, ', worked, ' worked') as label,
        plan.project, greatest(0, plan.minutes - abs(plan.minutes - worked))::numeric as value, plan.minutes::numeric as base,
        null as currency, plan.version as at
        from assignment plan cross join lateral (select coalesce(sum(minutes), 0) as worked from time_entry
          where time_entry.worker = plan.worker and time_entry.project = plan.project and approved
            and work_date between plan.start_date and plan.end_date) actual
       where status = 'confirmed' and end_date < current_date`,
  },
  {
    id: 'assignment-error-rate',
    answers: ['J4'],
    name: 'Assignment error rate',
    formula: 'Promised assignments that ever needed a person, in percent of all that were promised',
    unit: 'percent',
    aggregate: 'share',
    sources: ['scheduling', 'PSA', 'ERP'],
    owner,
    records: `select 'scheduling' as system, instance || '/' || id as record, concat('worker ', worker) as label, project,
        case when exists (select 1 from exception where app = 'process-staffing' and (stopped like '%' || assignment.id
          or record like '%' || assignment.id || '%')) then 1 else 0 end::numeric as value, 1::numeric as base, null as currency,
        version as at from assignment where confirmed_at is not null`,
  },
  {
    id: 'assignment-mismatches',
    answers: ['I6', 'J4'],
    name: 'Assignment mismatches',
    formula:
      'Assignments that the scheduler promises and PSA and ERP do not have: open exceptions of the classes K4, K5, K7 and K8 in staffing',
    unit: 'count',
    aggregate: 'count',
    sources: ['scheduling', 'PSA', 'ERP'],
    owner,
    records: `${open(['K4', 'K5', 'K7', 'K8'])} and app = 'process-staffing'`,
  },
  {
    id: 'assignments-missing-cost-centre',
    answers: ['I9'],
    name: 'Missing cost centre',
    formula: 'People and assignments that wait for a cost centre: open exceptions of the class K11',
    unit: 'count',
    aggregate: 'count',
    sources: ['HR', 'ERP'],
    owner: 'finance-operations',
    records: open(['K11']),
  },
  {
    id: 'role-constraint-violations',
    answers: ['I14'],
    name: 'Assignments that violate a role constraint',
    formula: 'Open exceptions of the class K16',
    unit: 'count',
    aggregate: 'count',
    sources: ['scheduling', 'HR'],
    owner,
    records: open(['K16']),
  },
  {
    id: 'assignments-at-risk',
    answers: ['I22'],
    name: 'Assignments at risk',
    formula: 'Assignments that leave or other work leaves no room for: open exceptions of the classes K4 and K17',
    unit: 'count',
    aggregate: 'count',
    sources: ['scheduling', 'HR'],
    owner,
    records: open(['K4', 'K17']),
  },
  {
    id: 'missing-contract-mappings',
    answers: ['I13'],
    name: 'Missing contract mappings',
    formula: 'Open exceptions of the classes K6 (legal entity), K10 (contract) and K19 (tax)',
    unit: 'count',
    aggregate: 'count',
    sources: ['CRM', 'ERP'],
    owner: 'finance-operations',
    records: open(['K6', 'K10', 'K19']),
  },
  {
    id: 'staffing-speed',
    answers: ['J19'],
    name: 'Staffing speed',
    formula: 'Median of the time from the demand of a project being published to the first promise of a person',
    unit: 'seconds',
    aggregate: 'median',
    sources: ['scheduling'],
    owner,
    records: `select 'scheduling' as system, project.code as record, project.name as label, project.code as project,
        extract(epoch from first.at - project.staffing_ready_at)::numeric as value, null::numeric as base, null as currency, first.at
        from project join (select project, min(confirmed_at) as at from assignment group by project) first on first.project = project.code
       where first.at is not null and project.staffing_ready_at is not null`,
  },
];
