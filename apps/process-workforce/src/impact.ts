import { Decimal } from 'decimal.js';
import type { BillingTotal, erp, scheduling } from '#contracts';
import { addMoney, inForceOrFirst, type Money, money, priceOfMinutes, totalsByCurrency } from '#kernel';
import type { EstateView } from '#platform';
import { type Carried } from './carried.js';

/** What is known of somebody's work when they change; null where a platform cannot tell. */
export interface Work {
  assignments: scheduling.Assignment[] | null;
  /** Rates agreed, by project; a project that was not mobilised here has none. */
  rates: Record<string, erp.BillingRate[]>;
  /** Time that is recorded and not billed, by project. */
  unbilled: BillingTotal[];
}

/** What a change brings about, in figures; null is unknown. */
export interface Impact {
  assignments: string[] | null;
  /** What the assignments earn over what they are assumed to cost, before and after. */
  margin: { before: Money; after: Money }[] | null;
  marginUnknown: string | null;
  /** Money of projects with time that is not billed yet, a currency each. */
  unbilled: Money[];
  unbilledProjects: string[];
  compliance: string[];
}

const notBilled = ['waiting', 'stopped', 'ready', 'posting'];

export function impactOf(before: Carried, after: Carried, work: Work, estate: EstateView): Impact {
  const open = work.unbilled.filter(({ state, lines }) => notBilled.includes(state) && lines > 0);
  return {
    assignments: work.assignments && work.assignments.map(({ id }) => id),
    ...marginOf(before, after, work, estate),
    unbilled: totalsByCurrency(open.flatMap(({ amount }) => amount ?? [])),
    unbilledProjects: [...new Set(open.flatMap(({ project }) => project ?? []))].sort(),
    compliance: complianceOf(after, estate),
  };
}

/** What an hour of somebody is assumed to cost: `mappings.hourlyCosts`, of the role in a legal entity or of the role. */
export function hourlyCostOf(worker: Pick<Carried, 'grade' | 'legalEntity'>, estate: EstateView): Money | null {
  const role = estate.mapped('roleOfGrade', worker.grade);
  if (!role) return null;
  const written = estate.mapped('hourlyCosts', `${role}/${worker.legalEntity}`) ?? estate.mapped('hourlyCosts', role);
  const match = /^(\d+(?:\.\d+)?) ([A-Z]{3})$/.exec(written ?? '');
  return match && money(match[1]!, match[2]!);
}

function marginOf(
  before: Carried,
  after: Carried,
  { assignments, rates }: Work,
  estate: EstateView,
): Pick<Impact, 'margin' | 'marginUnknown'> {
  const unknown = (why: string) => ({ margin: null, marginUnknown: why });
  if (!assignments) return unknown('the scheduler does not tell assignments');
  const costs = [hourlyCostOf(before, estate), hourlyCostOf(after, estate)] as const;
  const [costBefore, costAfter] = costs;
  if (!costBefore || !costAfter) return unknown('mappings.hourlyCosts has no cost of the role');
  const lines: { before: Money; after: Money }[] = [];
  for (const { project, roleName, startDate, minutes } of assignments) {
    const sold = (rates[project ?? ''] ?? []).filter(({ role }) => estate.mapped('roleNames', role) === roleName);
    const rate = inForceOrFirst(sold, startDate ?? '')?.hourlyRate;
    if (!rate) return unknown(`no rate is agreed for ${roleName ?? 'the role'} on ${project ?? 'a project'}`);
    if (rate.currency !== costBefore.currency || rate.currency !== costAfter.currency)
      return unknown(`rate and cost are in different currencies on ${project}`);
    lines.push({ before: marginAt(rate, costBefore, minutes), after: marginAt(rate, costAfter, minutes) });
  }
  return { margin: sums(lines), marginUnknown: null };
}

const marginAt = (rate: Money, cost: Money, minutes: number): Money =>
  priceOfMinutes(minutes, {
    amount: new Decimal(rate.amount).minus(cost.amount).toString(),
    currency: rate.currency,
  });

function sums(lines: { before: Money; after: Money }[]): { before: Money; after: Money }[] {
  const totals = new Map<string, { before: Money; after: Money }>();
  for (const line of lines) {
    const sofar = totals.get(line.before.currency);
    totals.set(
      line.before.currency,
      sofar ? { before: addMoney(sofar.before, line.before), after: addMoney(sofar.after, line.after) } : line,
    );
  }
  return [...totals.values()];
}

/** What a person has to see to: a country the employer is not in, a certificate the role asks for. */
export function complianceOf(worker: Carried, estate: EstateView): string[] {
  const employer = estate.legalEntity(worker.legalEntity);
  const role = estate.mapped('roleOfGrade', worker.grade) ?? '';
  const certificate = estate.mapped('certificateOfRole', role);
  return [
    ...(worker.country && employer && worker.country !== employer.country
      ? [`works in ${worker.country}, employed by ${employer.code} in ${employer.country}`]
      : []),
    ...(certificate && !worker.skills.includes(certificate) ? [`${role} asks for ${certificate}`] : []),
  ];
}

/** The impact as somebody who has to approve it reads it. */
export function impactInWords({ assignments, margin, marginUnknown, unbilled, ...rest }: Impact): string {
  const told = (one: Money): string => `${one.amount} ${one.currency}`;
  return [
    assignments === null ? 'assignments unknown' : `${assignments.length} assignments affected`,
    margin === null
      ? `margin unknown (${marginUnknown})`
      : margin.map(({ before, after }) => `margin ${told(before)} → ${told(after)}`).join(', ') || 'no margin',
    rest.unbilledProjects.length === 0
      ? 'nothing unbilled'
      : `unbilled ${unbilled.map(told).join(', ') || 'time without a price'} on ${rest.unbilledProjects.join(', ')}`,
    ...(rest.compliance.length > 0 ? [`compliance: ${rest.compliance.join(', ')}`] : []),
  ].join('; ');
}
