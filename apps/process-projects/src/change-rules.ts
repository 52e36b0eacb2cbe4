import type { scheduling } from '#contracts';
import { addMoney, type Money, negateMoney, sameAmount, today, toMinorUnits } from '#kernel';
import type { EstateView, ProjectChangePolicy } from '#platform';
import { assertRules, type DealRule } from './deal-rules.js';
import { isPlannable } from './forecast.js';
import { assertMobilisable, type MobilisableDeal } from './mobilisation-rules.js';
import type { ProjectTerms } from './project.repository.js';

const differs = (is: string, was: string): string | false =>
  is !== was && `was ${was} when the project was set up, and is ${is} now: that is another project`;

/** In the order of what weighs most: the first broken rule names the exception, all of them are listed. */
const rules: DealRule<MobilisableDeal, ProjectTerms>[] = [
  {
    code: 'invalid-change',
    field: 'legalEntity',
    broken: (deal, terms) => differs(deal.legalEntity, terms.legalEntity),
  },
  { code: 'invalid-change', field: 'amount', broken: (deal, terms) => differs(deal.amount.currency, terms.currency) },
  {
    code: 'invalid-change',
    field: 'account',
    broken: ({ account }, { deal }) => deal !== null && differs(account.id, deal.account.id),
  },
  {
    code: 'invalid-change',
    field: 'lines.hourlyRate',
    broken: ({ lines }, { currency }) =>
      lines.some(({ hourlyRate }) => hourlyRate.currency !== currency) && `is not in ${currency} everywhere`,
  },
  {
    code: 'unsupported-rate-card',
    field: 'lines.role',
    broken: ({ lines }) => {
      const twice = lines.map(({ role }) => role).filter((role, at, all) => all.indexOf(role) < at);
      return twice.length > 0 && `${[...new Set(twice)].join(', ')} is sold more than once: a role has one rate a day`;
    },
  },
  {
    code: 'no-billing-schedule',
    field: 'endDate',
    broken: ({ startDate, endDate }) => !isPlannable(startDate, endDate) && 'leaves no days to plan invoices for',
  },
];

/** The changed deal still holds what finance and delivery need, and is still the project that was set up (K8, K10, K20). */
export function assertChangeable(
  deal: Parameters<typeof assertMobilisable>[0],
  terms: ProjectTerms,
  estate: EstateView,
): asserts deal is MobilisableDeal {
  assertMobilisable(deal, estate);
  assertRules(rules, deal, terms, {
    what: `the change of deal ${deal.code} cannot be made`,
    remedy: 'put the deal right in the CRM (work goes on by itself), or correct it here',
  });
}

/** Whether a deal says nothing new about what other systems hold; its name, stage and notes of sales may be new. */
export function saysTheSame(one: MobilisableDeal, other: MobilisableDeal): boolean {
  return JSON.stringify(agreed(one)) === JSON.stringify(agreed(other));
}

const agreed = (deal: MobilisableDeal) => [
  deal.name,
  deal.legalEntity,
  deal.account.id,
  written(deal.amount),
  deal.startDate,
  deal.endDate,
  deal.deliveryModel,
  deal.billingType,
  deal.taxCode,
  deal.costCentre,
  deal.contractNumber,
  deal.lines
    .map(({ role, minutes, hourlyRate, effectiveFrom = null }) => [role, minutes, written(hourlyRate), effectiveFrom])
    .sort(([one], [other]) => String(one).localeCompare(String(other))),
];

const written = ({ amount, currency }: Money): string => `${amount} ${currency}`;

/** Why a person has to approve the change; nothing where it may go on by itself (F20). */
export function reasonsToApprove(
  terms: ProjectTerms,
  deal: MobilisableDeal,
  assignments: scheduling.Assignment[],
  policy: ProjectChangePolicy,
): string[] {
  return [loweredBy(terms.deal?.amount, deal.amount, policy), endsTooEarly(deal, assignments)].filter(
    (reason) => reason !== null,
  );
}

function loweredBy(was: Money | undefined, is: Money, { approveDecreaseOver }: ProjectChangePolicy): string | null {
  if (!was || sameAmount(was, is)) return null;
  const less = toMinorUnits(addMoney(was, negateMoney(is)));
  // In hundredths of a percent, so that nothing is compared in fractions.
  const isOver = BigInt(less) * 10_000n > BigInt(toMinorUnits(was)) * BigInt(Math.round(approveDecreaseOver * 100));
  return isOver
    ? `the contract value falls from ${was.amount} to ${is.amount} ${is.currency}, by more than ${approveDecreaseOver} %`
    : null;
}

function endsTooEarly({ endDate }: MobilisableDeal, assignments: scheduling.Assignment[]): string | null {
  const [last] = assignments
    .filter(({ status }) => status !== 'cancelled')
    .flatMap((one) => (one.endDate ? [one.endDate] : []))
    .sort()
    .reverse();
  return endDate !== null && last !== undefined && endDate < last
    ? `it would end on ${endDate}, and people are assigned until ${last}`
    : null;
}

/** The day a change was made, by the firm's clocks. */
export const dayOf = ({ modifiedAt }: MobilisableDeal, estate: EstateView): string =>
  today(new Date(modifiedAt), estate.estate.timeZone);
