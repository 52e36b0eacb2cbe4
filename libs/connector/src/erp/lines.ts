import type { erp } from '#contracts';
import { Failure } from '#kernel';
import type { Vendor } from '../http/vendor.js';
import { batch, type ItemOutcome, type Write } from '../operations.js';
import { distinctReferences } from '../references.js';

/** What became of a line that was sent; a failure where nothing was settled. */
export type LineOutcome = ItemOutcome<string> | Failure;

/** Where nothing is in doubt, the next attempt need not wait: it reads what is there and sends the rest. */
export function settledLines(outcomes: LineOutcome[]): ItemOutcome<string>[] {
  const failures = outcomes.filter((outcome) => outcome instanceof Failure);
  const [first] = failures;
  if (first && !failures.some(({ kind }) => kind === 'outcome-unknown' || kind === 'defect')) throw first;
  return outcomes.filter((outcome) => !(outcome instanceof Failure));
}

/** The outcomes of a batch of charges in the words of the contract. */
const toSettlement = (outcomes: ItemOutcome[]): erp.BatchSettlement => ({
  lines: outcomes.map((outcome) => {
    const { reference, status } = outcome;
    if (status === 'applied') return { reference, outcome: 'posted', id: String(outcome.result), reason: null };
    const reason = status === 'rejected' ? outcome.reason : 'the ERP holds several charges with this reference';
    return { reference, outcome: 'refused', id: null, reason: reason.slice(0, 500) };
  }),
});

interface Charges {
  quarantineMs: number;
  /** What the ERP already holds of these lines. */
  find: (
    vendor: Vendor,
    legalEntity: string,
    lines: erp.BillableLine[],
  ) => Promise<{ reference: string; result: string }[]>;
  /** Sends the open lines, which `all` numbers; one that the ERP refuses is told of and holds up no other. */
  post: (
    vendor: Vendor,
    legalEntity: string,
    lines: erp.BillableLine[],
    all: erp.BillableLine[],
  ) => Promise<ItemOutcome<string>[]>;
}

/** Charging work where each line bears our reference in a field that can be read again. */
export const chargeByLine = ({ quarantineMs, find, post }: Charges): Write<erp.BillingBatch, erp.BatchSettlement> => {
  const among = (lines: erp.BillableLine[], references: string[]): erp.BillableLine[] =>
    lines.filter(({ reference }) => references.includes(reference));
  return batch({
    safety: {
      strategy: 'batch',
      quarantineMs,
      references: ({ lines }) => distinctReferences(lines),
      find: (vendor, { legalEntity, lines }, references) => find(vendor, legalEntity, among(lines, references)),
    },
    run: (vendor, { legalEntity, lines }, { open }) => post(vendor, legalEntity, among(lines, open), lines),
    settle: toSettlement,
  });
};
