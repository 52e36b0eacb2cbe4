import type { Kpi } from './kpi.js';

const since = (system: string, from: string, to: string): string =>
  `select '${system}' as system, project.code as record, project.name as label, project.code as project,
          extract(epoch from ${to} - ${from})::numeric as value, null::numeric as base, null as currency, ${to} as at
     from project join deal on deal.code = project.deal where ${to} is not null and ${from} is not null`;

/** Deals on their way to work that can be billed. */
export const projectKpis: Kpi[] = [
  {
    id: 'project-activation-time',
    answers: ['I7', 'I16', 'J2'],
    name: 'Project activation time',
    formula: 'Median of the time from the deal being won to the project being financially active',
    unit: 'seconds',
    aggregate: 'median',
    sources: ['CRM', 'ERP'],
    owner: 'pmo',
    records: since('ERP', 'deal.won_at', 'project.activated_at'),
  },
  {
    id: 'staffing-readiness-time',
    answers: ['I16', 'J3'],
    name: 'Staffing readiness time',
    formula: 'Median of the time from the deal being won to its demand being published and time capture being open',
    unit: 'seconds',
    aggregate: 'median',
    sources: ['CRM', 'scheduling'],
    owner: 'resource-management',
    records: since('scheduling', 'deal.won_at', 'project.staffing_ready_at'),
  },
  {
    id: 'backlog',
    answers: ['I20'],
    name: 'Backlog',
    formula: 'Value of won deals less what was billed on their projects',
    unit: 'money',
    aggregate: 'sum',
    sources: ['CRM', 'ERP'],
    owner: 'finance-operations',
    records: `select 'CRM' as system, deal.code as record, deal.name as label, coalesce(project.code, 'P-' || deal.code) as project,
        deal.amount - coalesce((select sum(amount) from billing_line line
          where line.project = project.code and line.currency = deal.currency and state = 'posted'), 0) as value,
        null::numeric as base, deal.currency, deal.version as at
        from deal left join project on project.deal = deal.code where deal.amount is not null`,
  },
  {
    id: 'revenue-at-risk',
    answers: ['I3', 'I17', 'J12'],
    name: 'Revenue at risk',
    formula: 'Money at risk in open exceptions',
    unit: 'money',
    aggregate: 'sum',
    sources: ['gateway'],
    owner: 'finance-operations',
    records: `select 'gateway' as system, app || '/' || id as record, code || ': ' || record as label, project, amount as value,
        null::numeric as base, currency, raised_at as at from exception where settled_at is null and amount is not null`,
  },
  {
    id: 'projects-without-billing-schedule',
    answers: ['I8'],
    name: 'Projects without a billing schedule',
    formula: 'Projects whose deal sells no role at a rate, or no price, or is not known',
    unit: 'count',
    aggregate: 'count',
    sources: ['CRM', 'ERP'],
    owner: 'finance-operations',
    records: `select 'ERP' as system, project.code as record, project.name as label, project.code as project, 1::numeric as value,
        null::numeric as base, null as currency, project.created_at as at
        from project left join deal on deal.code = project.deal
       where deal.code is null or jsonb_array_length(deal.lines) = 0 or deal.start_date is null or deal.end_date is null
          or deal.billing_type = 'fixed-price' and deal.amount is null`,
  },
  {
    id: 'delivery-predictability',
    answers: ['J19'],
    name: 'Delivery predictability',
    formula: 'Projects that were active by their first day, in percent of all that are active',
    unit: 'percent',
    aggregate: 'share',
    sources: ['CRM', 'ERP'],
    owner: 'pmo',
    records: `select 'ERP' as system, project.code as record, 'starts ' || deal.start_date::text as label, project.code as project,
        case when project.activated_at::date <= deal.start_date then 1 else 0 end::numeric as value, 1::numeric as base,
        null as currency, project.activated_at as at
        from project join deal on deal.code = project.deal where project.activated_at is not null and deal.start_date is not null`,
  },
];
