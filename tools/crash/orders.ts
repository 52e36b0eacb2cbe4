import type { Failpoint, Fault } from '#kernel';

/** A fault some process is to have. */
export interface Order {
  fault: Fault;
  /** The correlation id of the record whose passings count; null: of any. */
  record: string | null;
  /** The file whoever has the fault makes first; with a number behind it, that of a passing. Also the order's name. */
  token: string;
}

/** What a gateway is told. */
export type Question = { id: string } & ({ arm: Order } | { disarm: string } | { count: string });

/** What it answers: how often a record passed each failpoint. */
export interface Answer {
  id: string;
  hits: Partial<Record<Failpoint, number>>;
}
