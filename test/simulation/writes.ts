import type { EffectInHand, Vendor } from '../../libs/connector/src/http/vendor.js';
import type { ItemOutcome, Safety, Sent, Write } from '../../libs/connector/src/operations.js';
import { write } from '../../libs/connector/src/operations.js';
import { Failure } from '#kernel';
import { keyLifetimeMs, longestIndexLagMs, longestServerMs, type Product } from './product.js';
import type { Worker } from './worker.js';
import type { World } from './world.js';

/** `once` is left out: it never sends again, and waits for a person instead of reading. */
export type Strategy = Exclude<Safety<unknown, unknown>['strategy'], 'once'>;

export interface Input {
  reference: string;
  naturalKey: string;
  items: string[];
}

export interface Made {
  id: string;
}

/** What a write stands on: the process it runs in, the product it changes, and which release of ours builds bodies. */
export interface Ground {
  world: World;
  worker: Worker;
  product: Product;
  release: () => number;
  sawSeveral: () => void;
  /** Looks at the lease once more, right before the first byte. */
  leaving: () => void;
  /** Called as a changing request reaches the product. */
  sending: () => void;
}

/** Departure, network, server and index at their longest, with some margin for the clocks. */
export const quarantineMs = 10_000 + longestServerMs + longestIndexLagMs + 10_000;
/** What the product promises, less the longest that a request may wait with us and on its way. */
const lifetimeMs = keyLifetimeMs - 60_000;

const recordOf = ({ reference, naturalKey }: Input, body = '') => ({ reference, origin: reference, naturalKey, body });
const bodyOf = ({ release }: Ground, { reference }: Input) => ({ reference, writtenBy: `release ${release()}` });
const bytesOf = (sent: Sent): string => JSON.stringify(sent.body);

/** A person sees the record and copies it: two then carry our reference. */
function copiedByPerson({ world, product }: Ground, input: Input, made: Made): Made {
  if (world.strikes('twin made by a person', 0.04)) {
    world.after(longestIndexLagMs + world.between(0, 60_000), () => {
      product.insert({ ...recordOf(input), origin: 'a person' });
    });
  }
  return made;
}

async function found(ground: Ground, input: Input): Promise<Made[]> {
  const { worker, product, sawSeveral } = ground;
  return worker.step('vendor.find', () =>
    product.read(() => {
      const hits = product.shown(({ reference }) => reference === input.reference);
      if (hits.length > 1) sawSeveral();
      return hits.map(({ id }) => ({ id }));
    }),
  );
}

const create = (ground: Ground, input: Input): Promise<Made> =>
  send(ground, 'create', () => ground.product.change(() => ground.product.insert(recordOf(input))));

/** The one request that changes something. */
function send<T>(ground: Ground, name: string, change: () => Promise<T>): Promise<T> {
  const served = (): Promise<T> => {
    ground.sending();
    return change();
  };
  return ground.worker.step(`vendor.${name}`, served, ground.leaving);
}

const put = (ground: Ground, input: Input): Promise<Made> =>
  send(ground, 'put', () => ground.product.change(() => ground.product.upsert(recordOf(input))));

function sendItems(ground: Ground, input: Input, open: string[]): ItemOutcome[] {
  const { world, product } = ground;
  const taken = world.strikes('partial batch', 0.2) ? open.slice(0, world.between(0, open.length)) : open;
  const outcomes = taken.map((reference): ItemOutcome =>
    reference.endsWith('bad')
      ? { reference, status: 'rejected', reason: 'not a line we book' }
      : { reference, status: 'applied', result: product.insert({ ...recordOf(input), reference, origin: reference }) },
  );
  return world.strikes('unanswered item', 0.2) ? outcomes.slice(1) : outcomes;
}

const byStrategy: Record<Strategy, (ground: Ground) => Omit<Write<Input, unknown>, 'kind'>> = {
  upsert: (ground) => ({ safety: { strategy: 'upsert' }, run: (_vendor, input) => put(ground, input) }),
  absolute: (ground) => ({ safety: { strategy: 'absolute' }, run: (_vendor, input) => put(ground, input) }),
  transition: (ground) => ({
    safety: {
      strategy: 'transition',
      isDone: (_vendor, { reference }) =>
        ground.worker.step('vendor.read', () =>
          ground.product.read(() => {
            const record = ground.product.records.find((each) => each.reference === reference);
            return record ? { id: record.id } : null;
          }),
        ),
    },
    run: (_vendor, input) => put(ground, input),
  }),
  reference: (ground) => ({
    safety: { strategy: 'reference', quarantineMs, find: (_vendor, input) => found(ground, input) },
    run: (_vendor, input) =>
      send(ground, 'create', () =>
        ground.product.change(() => copiedByPerson(ground, input, ground.product.insert(recordOf(input)))),
      ),
  }),
  key: (ground) => ({
    safety: {
      strategy: 'key',
      lifetimeMs,
      quarantineMs,
      body: (_vendor, input) => bodyOf(ground, input),
      find: (_vendor, input) => found(ground, input),
    },
    run: (_vendor, input, sent) =>
      send(ground, 'create with key', () =>
        ground.product.changeOnce(sent.key, bytesOf(sent), () => ground.product.insert(recordOf(input, bytesOf(sent)))),
      ),
  }),
  job: (ground) => ({
    safety: {
      strategy: 'job',
      body: (_vendor, input) => bodyOf(ground, input),
      submit: (_vendor, input, sent) =>
        send(ground, 'submit', () =>
          ground.product.change(() =>
            ground.product.submit(sent.key, bytesOf(sent), () => ground.product.insert(recordOf(input, bytesOf(sent)))),
          ),
        ),
    },
    run: (_vendor, _input, sent) =>
      send(ground, 'job', () =>
        ground.product.read(() => {
          const result = ground.product.jobs.get(sent.location!.slice('/jobs/'.length))?.result;
          if (result === undefined) throw new Failure('unavailable', 'the job runs', { retryAfterMs: 15_000 });
          return result;
        }),
      ),
  }),
  batch: (ground) => ({
    safety: {
      strategy: 'batch',
      quarantineMs,
      references: ({ items }) => items,
      find: (_vendor, _input, references) =>
        ground.worker.step('vendor.find items', () =>
          ground.product.read(() =>
            ground.product
              .shown(({ reference }) => references.includes(reference))
              .map(({ reference, id }) => ({ reference, result: { id } })),
          ),
        ),
    },
    run: (_vendor, input, sent) =>
      send(ground, `batch of ${sent.open.join(', ')}`, () =>
        ground.product.change(() => sendItems(ground, input, sent.open)),
      ),
  }),
  count: (ground) => ({
    safety: {
      strategy: 'count',
      quarantineMs,
      naturalKey: ({ naturalKey }) => naturalKey,
      list: (_vendor, { naturalKey }) =>
        ground.worker.step('vendor.list', () =>
          ground.product.read(() =>
            ground.product.shown((record) => record.naturalKey === naturalKey).map(({ id }) => ({ id })),
          ),
        ),
      idOf: (record) => (record as Made).id,
    },
    run: (_vendor, input) => create(ground, input),
  }),
};

/** A write of each strategy on the simulated product. */
export const writeOf = (strategy: Strategy, ground: Ground): Write<Input, unknown> =>
  write(byStrategy[strategy](ground));

/** A vendor's instance as the ledger sees it; what it is to ask before a request leaves is handed on. */
export const vendorTelling = (hand: (leaving: () => void) => void): Vendor => {
  const vendor = {
    instance: 'simulated',
    config: {},
    forEffect: (effect: EffectInHand): Vendor => {
      hand(effect.leaving);
      return vendor;
    },
  } as unknown as Vendor;
  return vendor;
};
