import type { Kpi } from './kpi.js';

const owner = 'finance-operations';

/** A charge on its way; what takes back an earlier one stands by itself. A share counts entries or time, of any currency. */
const line = (
  value: string,
  where: string,
  { base, system = 'PSA', at = 'approved_at' }: Partial<LineOptions> = {},
): string =>
  `select '${system}' as system, reference as record, concat_ws(', ', role, work_date::text, minutes || ' min', state) as label,
          project, (${value})::numeric as value, (${base ?? 'null'})::numeric as base, ${base ? 'null' : 'currency'} as currency,
          ${at} as at from billing_line line where ${where}`;

interface LineOptions {
  base: string;
  system: string;
  at: string;
}

const isUnbilled = `state in ('waiting', 'ready', 'posting', 'stopped') and reverses is null`;
const isBillable = `state not in ('not-billable', 'withdrawn') and reverses is null`;
const isTroubled = `exists (select 1 from exception where stopped = 'billing-line/' || reference)`;

const margin = `select 'ERP' as system, reference as record, concat_ws(', ', line.role, work_date::text) as label, project,
        line.amount - round(cost.amount * minutes / 60, 2) as value, line.amount as base, line.currency, updated_at as at
        from billing_line line join hourly_cost cost using (legal_entity, role, currency) where state = 'posted'`;

/** Approved time on its way to the customer. */
export const billingKpis: Kpi[] = [
  {
    id: 'unbilled-approved-time',
    answers: ['I5', 'J13'],
    name: 'Unbilled approved time',
    formula: 'Price of billable time that is approved and not posted; at the rate recorded where it is not priced yet',
    unit: 'money',
    aggregate: 'sum',
    sources: ['PSA', 'ERP'],
    owner,
    records: line('amount', isUnbilled),
  },
  {
    id: 'approved-not-posted',
    answers: ['I10'],
    name: 'Timesheets approved but not posted',
    formula: 'Approved billable entries that the ERP does not have',
    unit: 'count',
    aggregate: 'count',
    sources: ['PSA', 'ERP'],
    owner,
    records: line('1', isUnbilled),
  },
  {
    id: 'billed-revenue',
    answers: ['I19'],
    name: 'Billed',
    formula: 'Price of the time that was posted, less what was taken back',
    unit: 'money',
    aggregate: 'sum',
    sources: ['ERP'],
    owner,
    records: line('amount', `state = 'posted'`, { system: 'ERP', at: 'updated_at' }),
  },
  {
    id: 'billing-latency',
    answers: ['J8', 'I19'],
    name: 'Billing latency',
    formula: 'Median of the time from the approval of an entry to its place on an invoice',
    unit: 'seconds',
    aggregate: 'median',
    sources: ['PSA', 'ERP'],
    owner,
    records: line('extract(epoch from updated_at - approved_at)', `state = 'posted' and reverses is null`, {
      system: 'ERP',
      at: 'updated_at',
    }),
  },
  {
    id: 'invoice-cycle-time',
    answers: ['J8'],
    name: 'Invoice cycle time',
    formula: 'Median of the days from the day worked to the day its invoice could be seen',
    unit: 'days',
    aggregate: 'median',
    sources: ['PSA', 'ERP'],
    owner,
    records: `select 'ERP' as system, line.reference as record, invoice.number as label, line.project,
        (invoice.told_at::date - line.work_date)::numeric as value, null::numeric as base, null as currency, invoice.told_at as at
        from billing_line line join invoice on invoice.number = line.invoice and invoice.project = line.project
       where line.reverses is null`,
  },
  {
    id: 'straight-through',
    answers: ['J9'],
    name: 'Straight-through billable transactions',
    formula: 'Entries posted without a person, in percent of those that were posted, stopped or left out',
    unit: 'percent',
    aggregate: 'share',
    sources: ['PSA', 'ERP'],
    owner,
    records: line(
      `case when state = 'posted' and not ${isTroubled} then 1 else 0 end`,
      `state in ('posted', 'stopped', 'skipped') and reverses is null`,
      { base: '1' },
    ),
  },
  {
    id: 'billing-exception-rate',
    answers: ['J10'],
    name: 'Billing exception rate',
    formula: 'Entries that ever needed a person, in percent of all that are approved and billable',
    unit: 'percent',
    aggregate: 'share',
    sources: ['PSA', 'ERP'],
    owner,
    records: line(`case when ${isTroubled} then 1 else 0 end`, isBillable, { base: '1' }),
  },
  {
    id: 'wip-exposure',
    answers: ['J11', 'I19', 'I20'],
    name: 'Work in progress',
    formula: 'Price of approved billable time that is on no invoice yet',
    unit: 'money',
    aggregate: 'sum',
    sources: ['PSA', 'ERP'],
    owner,
    records: line('amount', `${isBillable} and state <> 'skipped' and invoice is null`),
  },
  {
    id: 'wip-ageing',
    answers: ['J11'],
    name: 'Age of work in progress',
    formula: 'Median of the days since the work that is on no invoice yet',
    unit: 'days',
    aggregate: 'median',
    sources: ['PSA', 'ERP'],
    owner,
    records: line('current_date - work_date', `${isBillable} and state <> 'skipped' and invoice is null`),
  },
  {
    id: 'revenue-leakage',
    answers: ['J12'],
    name: 'Revenue leakage',
    formula: 'Price of approved billable time that was left out, or is not posted although its month is over',
    unit: 'money',
    aggregate: 'sum',
    sources: ['PSA', 'ERP'],
    owner,
    records: line(
      'amount',
      `reverses is null and (state = 'skipped' or ${isUnbilled} and work_date < date_trunc('month', current_date))`,
    ),
  },
  {
    id: 'billing-readiness',
    answers: ['I19'],
    name: 'Billing readiness',
    formula: 'Time that is ready or posted, in percent of all approved billable time',
    unit: 'percent',
    aggregate: 'share',
    sources: ['PSA', 'ERP'],
    owner,
    records: line(`case when state in ('ready', 'posting', 'posted') then minutes else 0 end`, isBillable, {
      base: 'minutes',
    }),
  },
  {
    id: 'project-margin',
    answers: ['J15', 'I20'],
    name: 'Project margin',
    formula: 'Billed less what its hours are assumed to cost; work of roles without an assumed cost is left out',
    unit: 'money',
    aggregate: 'sum',
    sources: ['ERP', 'estate.yaml'],
    owner,
    records: margin,
  },
  {
    id: 'margin-rate',
    answers: ['J15', 'I20'],
    name: 'Margin rate',
    formula:
      'Margin in percent of what was billed for the same work; taken apart by legal entity where there are several currencies',
    unit: 'percent',
    aggregate: 'share',
    sources: ['ERP', 'estate.yaml'],
    owner,
    records: margin,
  },
  {
    id: 'invoices-without-milestone',
    answers: ['I11'],
    name: 'Invoices without a delivery milestone',
    formula: 'Invoices of time on projects that are sold at a fixed price, for which delivery tells no milestone',
    unit: 'count',
    aggregate: 'count',
    sources: ['CRM', 'ERP'],
    owner,
    records: `select 'ERP' as system, invoice.number as record, concat_ws(' ', invoice.amount::text, invoice.currency) as label,
        invoice.project, 1::numeric as value, null::numeric as base, null as currency, invoice.told_at as at
        from invoice join project on project.code = invoice.project join deal on deal.code = project.deal
       where deal.billing_type = 'fixed-price'`,
  },
  {
    id: 'unbillable-time',
    answers: ['I12'],
    name: 'Time that cannot be billed',
    formula: 'Approved time recorded as not billable, in percent of all approved time',
    unit: 'percent',
    aggregate: 'share',
    sources: ['PSA'],
    owner: 'pmo',
    records: `select 'PSA' as system, instance || '/' || id as record, concat_ws(', ', role, work_date::text) as label, project,
        case when billable then 0 else minutes end::numeric as value, minutes::numeric as base, null as currency, version as at
        from time_entry where approved`,
  },
  {
    id: 'psa-erp-difference',
    answers: ['I19', 'J15'],
    name: 'Difference between PSA and ERP',
    formula: 'Approved billable minutes of the PSA less minutes posted to the ERP, project by project; both are shown',
    unit: 'minutes',
    aggregate: 'sum',
    sources: ['PSA', 'ERP'],
    owner,
    records: `with psa as (select project, sum(minutes) as minutes, max(version) as at from time_entry
                 where approved and billable group by project),
        erp as (select project, sum(minutes) as minutes, max(updated_at) as at from billing_line where state = 'posted' group by project),
        apart as (select coalesce(psa.project, erp.project) as project, coalesce(psa.minutes, 0) as in_psa,
                 coalesce(erp.minutes, 0) as in_erp, psa.at as psa_at, erp.at as erp_at
                 from psa full join erp on erp.project = psa.project where psa.minutes is distinct from erp.minutes)
        select 'PSA' as system, project as record, 'approved and billable' as label, project, in_psa::numeric as value,
               null::numeric as base, null as currency, psa_at as at from apart
        union all select 'ERP', project, 'posted', project, -in_erp::numeric, null, null, erp_at from apart`,
  },
];
