import type { erp } from '#contracts';
import { Failure } from '#kernel';
import type { ItemOutcome } from '../operations.js';

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
export const toSettlement = (outcomes: ItemOutcome[]): erp.BatchSettlement => ({
  lines: outcomes.map((outcome) => {
    const { reference, status } = outcome;
    if (status === 'applied') return { reference, outcome: 'posted', id: String(outcome.result), reason: null };
    const reason = status === 'rejected' ? outcome.reason : 'the ERP holds several charges with this reference';
    return { reference, outcome: 'refused', id: null, reason: reason.slice(0, 500) };
  }),
});
