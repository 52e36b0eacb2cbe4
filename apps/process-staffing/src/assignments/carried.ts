import type { erp, psa } from '#contracts';
import { canonicalJson } from '#kernel';

/** Minutes of planned work by the Monday of their week. */
export type PlannedWeeks = [week: string, minutes: number][];

/** What PSA, ERP and the forecast are told of an assignment. */
export interface Carried {
  /** Its name in PSA and ERP: another worker or project is another record there. */
  reference: string;
  /** Of the project: decides which PSA and ERP. */
  legalEntity: string;
  ownership: psa.AssignmentState;
  labour: erp.LabourState;
  weeks: PlannedWeeks;
}

/** What PSA and ERP may hold of an assignment: more than one record, or not yet all of it, while a round is under way. */
export interface Held {
  records: Carried[];
  isComplete: boolean;
}

/** What one round of a run does: ends what was carried before, carries what is wanted now. */
export interface Plan {
  ends: Carried[];
  carries: Carried | null;
}

/** Without time it is taken back. */
const ended = (carried: Carried): Carried => ({
  ...carried,
  ownership: { ...carried.ownership, minutes: 0 },
  labour: { ...carried.labour, minutes: 0 },
  weeks: [],
});

/** From what PSA and ERP may hold to what they shall hold; empty where nothing has changed. */
export function planOf({ records, isComplete }: Held, wanted: Carried | null): Plan {
  const isThere = isComplete && records.some((record) => canonicalJson(record) === canonicalJson(wanted));
  return {
    ends: records.filter(({ reference }) => reference !== wanted?.reference).map(ended),
    carries: isThere ? null : wanted,
  };
}

/** What may be there once a plan is begun. */
export const heldDuring = ({ records }: Held, wanted: Carried | null): Held => ({
  records: [...records.filter(({ reference }) => reference !== wanted?.reference), ...(wanted ? [wanted] : [])],
  isComplete: false,
});
