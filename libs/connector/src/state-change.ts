import { nothingThere } from '#kernel';
import type { Vendor } from './http/vendor.js';
import { type Write, write } from './operations.js';

interface StateChange<I, R, O> {
  /** The record as it is now; a Failure (`not-found`) where there is none. */
  read: (vendor: Vendor, input: I) => Promise<R>;
  isThere: (record: R, vendor: Vendor) => boolean;
  /** Moves it on, and answers it as it then is where the product says so; throws where it cannot be moved from where it is. */
  move: (vendor: Vendor, input: I, record: R) => Promise<R | void>;
  /** The record in the words of the contract. */
  tell: (vendor: Vendor, record: R, input: I) => O | Promise<O>;
  /** Set where moving what was never there is done already: what is told then. */
  neverThere?: (input: I) => O;
  /** Set where something is created on the way. */
  quarantineMs?: number;
}

/** Moves a record to a state unless it is there already, and answers it as it then is. */
export const changeState = <I, R, O>(change: StateChange<I, R, O>): Write<I, O> => {
  const { read, isThere, move, tell, neverThere, quarantineMs } = change;
  return write({
    safety: {
      strategy: 'transition',
      ...(quarantineMs !== undefined && { quarantineMs }),
      isDone: async (vendor, input) => {
        const found = read(vendor, input);
        const record = neverThere ? await found.catch(nothingThere) : await found;
        if (record === null) return neverThere!(input);
        return isThere(record, vendor) ? tell(vendor, record, input) : null;
      },
    },
    run: async (vendor, input) => {
      const moved = await move(vendor, input, await read(vendor, input));
      return tell(vendor, moved ?? (await read(vendor, input)), input);
    },
  });
};
