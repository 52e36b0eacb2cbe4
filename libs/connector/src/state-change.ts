import type { Vendor } from './http/vendor.js';
import { type Write, write } from './operations.js';

interface StateChange<I, O> {
  /** The record as it is now. */
  read: (vendor: Vendor, input: I) => Promise<O>;
  isThere: (record: O) => boolean;
  /** Moves it on; throws where it cannot be moved from where it is. */
  move: (vendor: Vendor, input: I) => Promise<unknown>;
}

/** Moves a record to a state unless it is there already, and answers it as it then is. */
export const changeState = <I, O>({ read, isThere, move }: StateChange<I, O>): Write<I, O> =>
  write({
    safety: {
      strategy: 'transition',
      isDone: async (vendor, input) => {
        const record = await read(vendor, input);
        return isThere(record) ? record : null;
      },
    },
    run: async (vendor, input) => {
      await move(vendor, input);
      return read(vendor, input);
    },
  });
