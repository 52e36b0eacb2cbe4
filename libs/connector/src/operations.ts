import type { Vendor } from './http/vendor.js';

/** A question to the vendor; repeating it is always safe. */
export interface Read<I, O> {
  kind: 'read';
  run(vendor: Vendor, input: I): Promise<O>;
}

/** What makes the repeat of a request the same request; kept with the effect, so that a release does not change it. */
export interface Sent {
  /** The vendor's idempotency key: the same for the same effect and body, in every process. */
  key: string;
  /** What `body` of the safety made before the first sending; sent again, it has the same bytes. */
  body: unknown;
  /** Where a submitted job is; null before it is submitted. */
  location: string | null;
  /** The references of a batch that are to be sent now: neither made nor refused so far. */
  open: string[];
}

/** What became of one item of a batch; `several`: the vendor holds more than one record with its reference. */
export type ItemOutcome<R = unknown> =
  | { reference: string; status: 'applied'; result: R }
  | { reference: string; status: 'rejected'; reason: string }
  | { reference: string; status: 'several' };

/**
 * How a write is made to happen once although replies get lost and processes die.
 * - `upsert`: the vendor matches on a unique external id, so a repeat changes the same record
 * - `absolute`: the whole state is written, so a repeat writes the same thing
 * - `transition`: the record is read first and adopted when it already is where it should be; with `quarantineMs` where
 *   something is created on the way there, which may still be on its own way after an unknown outcome
 * - `key`: the vendor recognises an idempotency key for `lifetimeMs`; later it is read like `reference`
 * - `job`: the vendor takes the work under a key and says where it is; `run` reads its outcome there
 * - `reference`: no such help; our reference travels inside the create, and after an unknown outcome the vendor is
 *   read, once `quarantineMs` (send deadline, server time, index lag and clock margin) is over, before anything is
 *   sent again
 * - `batch`: `reference` for many items in one request, each settled by itself
 * - `count`: not even a reference; one at a time for each natural key, and what is there is compared before and after
 * - `once`: the vendor shows nothing of what it took. Items are sent once, under whichever key they come again; after an
 *   unknown outcome nothing more is sent, and a person who looked there says what became of them
 */
export type Safety<I, O> =
  | { strategy: 'upsert' }
  | { strategy: 'absolute' }
  | { strategy: 'transition'; quarantineMs?: number; isDone(vendor: Vendor, input: I): Promise<O | null> }
  | {
      strategy: 'key';
      /** What the vendor promises, less the longest that a request may wait here before it leaves. */
      lifetimeMs: number;
      quarantineMs: number;
      body(vendor: Vendor, input: I): unknown;
      find(vendor: Vendor, input: I): Promise<O[]>;
    }
  | {
      strategy: 'job';
      body(vendor: Vendor, input: I): unknown;
      /** Answers where the job is; so does a repeat that the vendor calls already submitted. */
      submit(vendor: Vendor, input: I, sent: Sent): Promise<string>;
    }
  | { strategy: 'reference'; quarantineMs: number; find(vendor: Vendor, input: I): Promise<O[]> }
  | {
      strategy: 'batch';
      quarantineMs: number;
      /** Our reference of each item, unique in the batch. */
      references(input: I): string[];
      find(vendor: Vendor, input: I, references: string[]): Promise<{ reference: string; result: unknown }[]>;
    }
  | {
      strategy: 'once';
      /** Our reference of each item, unique in the instance. */
      references(input: I): string[];
    }
  | {
      strategy: 'count';
      quarantineMs: number;
      /** What tells records of this kind apart, e.g. worker and day; writes with the same one wait for each other. */
      naturalKey(input: I): string;
      /** Every record with the natural key. */
      list(vendor: Vendor, input: I): Promise<O[]>;
      idOf(record: O): string;
    };

/** A change in the vendor's product. It must say how it is made safe; a plain retry cannot be expressed. */
export interface Write<I, O> {
  kind: 'write';
  safety: Safety<I, O>;
  /**
   * Sends the change. With `reference`, `key` and `count`: the one request that creates the record. With `batch` and
   * `once`: sends `sent.open` and answers an `ItemOutcome` for each of them that is known. With `job`: reads the job at
   * `sent.location`, and is `unavailable` while that runs.
   */
  run(vendor: Vendor, input: I, sent: Sent): Promise<O>;
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

interface BatchDefinition<I, O> {
  safety: Extract<Safety<I, never>, { strategy: 'batch' | 'once' }>;
  run: (vendor: Vendor, input: I, sent: Sent) => Promise<ItemOutcome[]>;
  /** Tells the outcomes of all items in the words of the contract. */
  settle: (outcomes: ItemOutcome[]) => O;
}

/** A write of many items: until each is settled, the ledger keeps their outcomes where other writes have their result. */
export const batch = <I, O>({ safety, run, settle }: BatchDefinition<I, O>): Write<I, O> => ({
  kind: 'write',
  safety,
  run: run as unknown as Write<I, O>['run'],
  finish: (_vendor, _input, outcomes) => Promise.resolve(settle(outcomes as unknown as ItemOutcome[])),
});

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
