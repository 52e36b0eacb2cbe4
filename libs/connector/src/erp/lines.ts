import type { erp } from '#contracts';
import { Failure } from '#kernel';
import type { Vendor } from '../http/vendor.js';
import { batch, type ItemOutcome, type Write } from '../operations.js';
import { distinctReferences } from '../references.js';
import { type Company, companyOf } from './companies.js';

/** What became of a line that was sent; a failure where nothing was settled. */
export type LineOutcome = ItemOutcome<string> | Failure;

export const refusedLine = (reference: string, reason: string): ItemOutcome<string> => ({
  reference,
  status: 'rejected',
  reason,
});

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

/** A charge that the ERP holds. */
export interface Charged {
  reference: string;
  result: string;
}

interface Charges<C extends Company> {
  quarantineMs: number;
  /** What the ERP already holds of these lines. */
  find: (vendor: Vendor, company: C, lines: erp.BillableLine[]) => Promise<Charged[]>;
  /** Sends the open charges, which `all` numbers; one that the ERP refuses is told of and holds up no other. */
  post: (vendor: Vendor, company: C, open: erp.BillableLine[], all: erp.BillableLine[]) => Promise<LineOutcome[]>;
  /** What a person does there to take back the charge with a reference, which may be on an invoice already. */
  byHand: (reference: string) => string;
}

/** Charging work where each line bears our reference in a field that can be read again, and only a person takes it back. */
export const chargeByLine = <C extends Company>({
  quarantineMs,
  find,
  post,
  byHand,
}: Charges<C>): Write<erp.BillingBatch, erp.BatchSettlement> => {
  const among = (lines: erp.BillableLine[], references: string[]): erp.BillableLine[] =>
    lines.filter(({ reference }) => references.includes(reference));
  return batch({
    safety: {
      strategy: 'batch',
      quarantineMs,
      references: ({ lines }) => distinctReferences(lines),
      find: (vendor, { legalEntity, lines }, references) =>
        find(vendor, companyOf<C>(vendor, legalEntity), among(lines, references)),
    },
    run: async (vendor, { legalEntity, lines }, { open }) => {
      const company = companyOf<C>(vendor, legalEntity);
      const wanted = among(lines, open);
      const reversals = wanted.flatMap(({ reference, reverses }) =>
        reverses ? [refusedLine(reference, `${byHand(reverses.reference)}, then skip this line`)] : [],
      );
      const charges = wanted.filter(({ reverses }) => !reverses);
      const outcomes = charges.length > 0 ? await post(vendor, company, charges, lines) : [];
      return [...reversals, ...settledLines(outcomes)];
    },
    settle: toSettlement,
  });
};
