import { Decimal } from 'decimal.js';
import type { erp, SwapDifference } from '#contracts';
import { type Money, sameAmount, totalsByCurrency } from '#kernel';
import type { Identity } from '#platform';
import type { ShadowWrite } from './shadow-write.repository.js';

/** A field that is not the same; which workflows wrote it is found by the record. */
export type Difference = Omit<SwapDifference, 'workflows'>;

/** A project as one system has it, with the words for its customer; null where the system has none. */
export type ProjectThere = (erp.ErpProject & { customer: Identity['names'] | null }) | null;

const absent = 'not there';
const nothing = 'nothing';

const projectFields = [
  ['name', 'name'],
  ['status', 'financial state'],
  ['legalEntity', 'legal entity'],
  ['contractNumber', 'contract number'],
  ['taxCode', 'tax code'],
] as const;

export function compareProjects(record: string, live: ProjectThere, shadow: ProjectThere): Difference[] {
  if (!live || !shadow) return compareExistence(record, live, shadow);
  const fields = projectFields.flatMap(([field, words]) =>
    live[field] === shadow[field]
      ? []
      : [{ record, field: words, live: live[field] ?? nothing, shadow: shadow[field] ?? nothing }],
  );
  if (sameNames(live.customer, shadow.customer)) return fields;
  return [...fields, { record, field: 'customer', live: customerOf(live), shadow: customerOf(shadow) }];
}

/** An invoice is the customer's: number and id are each system's own, the total is not. */
export function compareBills(
  record: string,
  live: Pick<erp.Invoice, 'total'> | null,
  shadow: Pick<erp.Invoice, 'total'> | null,
): Difference[] {
  if (!live || !shadow) return compareExistence(record, live, shadow);
  if (sameAmount(live.total, shadow.total)) return [];
  return [{ record, field: 'total', live: moneyText([live.total]), shadow: moneyText([shadow.total]) }];
}

/** Hours and money charged to a project; what is still to be repeated counts nowhere. */
export function compareCharges(record: string, charges: ShadowWrite[]): Difference[] {
  const settled = charges.filter(({ state }) => state !== 'waiting').map((write) => ({ write, line: lineOf(write) }));
  const there = settled.filter(({ write }) => write.state === 'done');
  const [live, shadow] = [settled, there].map((some) => ({
    'billed hours': hoursText(some.map(({ line }) => line.minutes)),
    'billed amount': moneyText(totalsByCurrency(some.map(({ line }) => line.amount))),
  }));
  return (['billed hours', 'billed amount'] as const).flatMap((field) =>
    live![field] === shadow![field] ? [] : [{ record, field, live: live![field], shadow: shadow![field] }],
  );
}

/** A write the shadow refused is a difference by itself. */
export const refusedWrite = ({ record, operation, failure }: ShadowWrite): Difference => ({
  record,
  field: operation,
  live: 'done',
  shadow: `refused: ${failure ?? 'without a reason'}`.slice(0, 500),
});

export const lineOf = ({ request }: ShadowWrite): erp.BillableLine => (request.body as erp.BillingBatch).lines[0]!;

function compareExistence(record: string, live: object | null, shadow: object | null): Difference[] {
  if (!live && !shadow) return [];
  return [{ record, field: 'existence', live: live ? 'there' : absent, shadow: shadow ? 'there' : absent }];
}

/** One word in common is enough: which of them a system keeps differs. */
function sameNames(one: Identity['names'] | null, other: Identity['names'] | null): boolean {
  if (!one || !other) return false;
  return (['reference', 'taxNumber', 'name'] as const).some(
    (word) => one[word] !== null && one[word]?.toLowerCase() === other[word]?.toLowerCase(),
  );
}

const customerOf = ({ customer, customerId }: NonNullable<ProjectThere>): string =>
  customer?.name ?? (customerId ? `unknown id ${customerId}` : nothing);

const hoursText = (minutes: number[]): string =>
  `${new Decimal(minutes.reduce((sum, one) => sum + one, 0)).dividedBy(60).toFixed(2)} h`;

const moneyText = (amounts: Money[]): string =>
  amounts.map(({ amount, currency }) => `${amount} ${currency}`).join(', ') || nothing;
