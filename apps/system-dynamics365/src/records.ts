import { createOnce, type ODataEntity, type Vendor, type Write } from '#connector';
import type { RecordRef } from '#contracts';
import { data } from './odata.js';
import { quarantineMs } from './settings.js';

interface Input<S> {
  reference: string;
  state: S;
}

/** A kind of record whose key is our reference, so that Dynamics refuses a second one. */
interface Kind<S> {
  set: string;
  keys: readonly string[];
  /** The records that are ours; one at most. */
  find: (vendor: Vendor, input: Input<S>) => Promise<ODataEntity[]>;
  /** What only a new record is given. */
  once: (vendor: Vendor, input: Input<S>) => object;
  /** What is kept up to date. */
  always: (state: S) => object;
  /** Puts what the record hangs on; repeatable. */
  before?: (vendor: Vendor, input: Input<S>) => Promise<void>;
  /** Puts what hangs on the record; repeatable. */
  after?: (vendor: Vendor, input: Input<S>) => Promise<void>;
}

/** Creates a record under our reference, and brings it up to date. */
export const putRecord = <S>({ set, keys, find, once, always, before, after }: Kind<S>): Write<Input<S>, RecordRef> =>
  createOnce({
    quarantineMs,
    find,
    create: async (vendor, input) => {
      await before?.(vendor, input);
      return data.create(vendor, set, { ...once(vendor, input), ...always(input.state) });
    },
    tell: (_row, vendor, { reference }) => vendor.recordRef(set, reference),
    finish: async (vendor, input, ref) => {
      await before?.(vendor, input);
      for (const row of await find(vendor, input)) await data.update(vendor, set, row, keys, always(input.state));
      await after?.(vendor, input);
      return ref;
    },
  });
