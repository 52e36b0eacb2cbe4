import type { Vendor } from './http/vendor.js';

/** A question to the vendor; repeating it is always safe. */
export interface Read<I, O> {
  kind: 'read';
  run(vendor: Vendor, input: I): Promise<O>;
}

/**
 * How a write is made to happen once although replies get lost and processes die.
 * - `upsert`: the vendor matches on a unique external id, so a repeat changes the same record
 * - `absolute`: the whole state is written, so a repeat writes the same thing
 * - `transition`: the record is read first and adopted when it already is where it should be; with `quarantineMs` where
 *   something is created on the way there, which may still be on its own way after an unknown outcome
 * - `reference`: no such help; our reference travels inside the create, and after an unknown outcome the vendor is
 *   read, once `quarantineMs` (send deadline, server time, index lag and clock margin) is over, before anything is
 *   sent again
 */
export type Safety<I, O> =
  | { strategy: 'upsert' }
  | { strategy: 'absolute' }
  | { strategy: 'transition'; quarantineMs?: number; isDone(vendor: Vendor, input: I): Promise<O | null> }
  | { strategy: 'reference'; quarantineMs: number; find(vendor: Vendor, input: I): Promise<O[]> };

/** A change in the vendor's product. It must say how it is made safe; a plain retry cannot be expressed. */
export interface Write<I, O> {
  kind: 'write';
  safety: Safety<I, O>;
  /** Sends the change. With `reference` safety: the one request that creates the record. */
  run(vendor: Vendor, input: I): Promise<O>;
  /** Brings a record that was just created or adopted into the wanted state; must be repeatable. */
  finish?(vendor: Vendor, input: I, result: O): Promise<O>;
}

/** Something this platform cannot do, and why: a capability flag, documentation and a 501 in one. */
export interface Unsupported {
  kind: 'unsupported';
  reason: string;
}

export const read = <I, O>(run: Read<I, O>['run']): Read<I, O> => ({ kind: 'read', run });
export const write = <I, O>(definition: Omit<Write<I, O>, 'kind'>): Write<I, O> => ({ kind: 'write', ...definition });
export const unsupported = (reason: string): Unsupported => ({ kind: 'unsupported', reason });

/** What a domain contract asks for: its questions and its changes, each with input and result. */
export interface DomainShape {
  reads: Record<string, [input: unknown, output: unknown]>;
  writes: Record<string, [input: unknown, output: unknown]>;
}

/** What a connector supplies for a domain. Leaving an operation out does not compile. */
export type Operations<D extends DomainShape> = {
  [K in keyof D['reads']]: Read<D['reads'][K][0], D['reads'][K][1]> | Unsupported;
} & {
  [K in keyof D['writes']]: Write<D['writes'][K][0], D['writes'][K][1]> | Unsupported;
};
