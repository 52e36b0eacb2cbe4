import type { Vendor } from './http/vendor.js';
import { type Write, write } from './operations.js';

interface OnceCreated<I, R, O> {
  quarantineMs: number;
  /** Records of ours that are there: they carry our reference, or were adopted. */
  find: (vendor: Vendor, input: I) => Promise<R[]>;
  /** The one request that creates the record, our reference in it. */
  create: (vendor: Vendor, input: I) => Promise<R>;
  /** A record in the words of the contract. */
  tell: (record: R, vendor: Vendor, input: I) => O;
  /** Brings a record that was just created or found into the wanted state; must be repeatable. */
  finish?: (vendor: Vendor, input: I, told: O) => Promise<O>;
}

/** Creates a record where none carries our reference, told alike whether it was made or found. */
export const createOnce = <I, R, O>({ quarantineMs, find, create, tell, finish }: OnceCreated<I, R, O>): Write<I, O> =>
  write({
    safety: {
      strategy: 'reference',
      quarantineMs,
      find: async (vendor, input) => (await find(vendor, input)).map((record) => tell(record, vendor, input)),
    },
    run: async (vendor, input) => tell(await create(vendor, input), vendor, input),
    ...(finish && { finish }),
  });
