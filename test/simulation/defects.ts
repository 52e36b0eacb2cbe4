import { Failure } from '#kernel';
import type { Effects } from '../../libs/connector/src/effects/effect-ledger.js';
import type { Vendor } from '../../libs/connector/src/http/vendor.js';
import type { Safety, Write } from '../../libs/connector/src/operations.js';
import type { Defect } from './episode.js';
import type { Invariant } from './invariants.js';
import { EffectRows } from './simulated-effects.js';
import { type Input, quarantineMs, type Strategy } from './writes.js';

/** A deliberate defect, the kind of write it is planted in, and the invariants of which one must give it away. */
export interface PlantedBug {
  name: string;
  strategy: Strategy;
  caughtBy: Invariant[];
  defect: Defect;
}

type W = Write<Input, unknown>;
type SafetyOf<S extends Strategy> = Extract<Safety<Input, unknown>, { strategy: S }>;

/** The same write with another safety. */
const declaring =
  <S extends Strategy>(strategy: S, change: (safety: SafetyOf<S>) => Safety<Input, unknown>) =>
  (sound: W): W =>
    sound.safety.strategy === strategy ? { ...sound, safety: change(sound.safety as SafetyOf<S>) } : sound;

/** The same effects with some of their calls replaced. */
const effects =
  (change: (sound: Effects) => Partial<Effects>): Defect['effects'] =>
  (sound) =>
    Object.assign(Object.create(sound) as Effects, change(sound));

const quarantineOf = (ms: number) => declaring('reference', (safety) => ({ ...safety, quarantineMs: ms }));

/** Whoever comes with whatever fence may do as the holder may. */
class Unfenced extends EffectRows {
  protected override mayAct(row: { leaseUntil: number }, _fence: number, leased: boolean): boolean {
    return !leased || row.leaseUntil > this.now();
  }
}

let submissions = 0;

const isRefusal = (failure: Failure | null): boolean =>
  failure?.kind === 'rejected' || failure?.kind === 'unavailable' || failure?.kind === 'throttled';

const adoptingFirst = declaring('reference', (safety) => ({
  ...safety,
  find: async (vendor: Vendor, input: Input) => (await safety.find(vendor, input)).slice(0, 1),
}));

export const plantedBugs: PlantedBug[] = [
  {
    name: 'no fence: an overtaken process goes on as if nothing had happened',
    strategy: 'reference',
    caughtBy: ['no duplicate', 'every caller gets the same answer', 'an answer is durable before it is given'],
    defect: { rows: Unfenced },
  },
  {
    name: 'zero quarantine: read at once after an unknown outcome',
    strategy: 'reference',
    caughtBy: ['no duplicate'],
    defect: { write: quarantineOf(0) },
  },
  {
    name: 'a quarantine shorter than the server may take',
    strategy: 'reference',
    caughtBy: ['no duplicate'],
    defect: { write: quarantineOf(quarantineMs / 5) },
  },
  {
    name: 'acknowledged before the commit',
    strategy: 'upsert',
    caughtBy: ['an answer is durable before it is given'],
    defect: {
      effects: effects((sound) => ({
        markApplied: async (...args) => {
          void sound.markApplied(...args).catch(() => false);
          return true;
        },
      })),
    },
  },
  {
    name: 'a random effect id',
    strategy: 'key',
    caughtBy: ['no duplicate', 'every caller gets the same answer'],
    defect: { key: (key, _earlier, chance) => `${key}-${chance()}` },
  },
  {
    name: 'sent again without reading',
    strategy: 'reference',
    caughtBy: ['no duplicate'],
    defect: { write: declaring('reference', () => ({ strategy: 'upsert' })) },
  },
  {
    name: 'the intent is noted after the sending',
    strategy: 'reference',
    caughtBy: ['nothing is sent without an intent'],
    defect: { effects: effects(() => ({ markSending: async () => true })) },
  },
  {
    name: 'a lease shorter than the call, without a heartbeat',
    strategy: 'reference',
    caughtBy: ['a live attempt is never overtaken'],
    defect: { clock: (sound) => ({ ...sound, every: () => () => undefined }) },
  },
  {
    name: 'tried again under a new key after a refusal that hides an earlier lost reply',
    strategy: 'key',
    caughtBy: ['no duplicate', 'every caller gets the same answer'],
    defect: { key: (key, earlier) => (isRefusal(earlier) ? `${key}-again` : key) },
  },
  {
    name: 'adopting the first of two hits',
    strategy: 'reference',
    caughtBy: ['two records are a person’s decision'],
    defect: { write: adoptingFirst },
  },
  {
    name: 'an unknown outcome is treated as a refusal',
    strategy: 'reference',
    caughtBy: ['no duplicate', 'every caller gets the same answer'],
    defect: { effects: effects((sound) => ({ markAmbiguous: (...args) => sound.markRefused(...args) })) },
  },
  {
    name: 'a refusal is swallowed and called done',
    strategy: 'reference',
    caughtBy: ['no loss'],
    defect: {
      write: (sound) => ({
        ...sound,
        run: (vendor, input, sent) =>
          sound.run(vendor, input, sent).catch((error: unknown) => {
            if (Failure.from(error).kind === 'rejected') return { id: '0' };
            throw error;
          }),
      }),
    },
  },
  {
    name: 'the clock of the worker instead of that of the database',
    strategy: 'reference',
    caughtBy: ['no duplicate', 'a live attempt is never overtaken', 'no stuck effect'],
    defect: { databaseTime: (now, worker) => now + worker.wallClockOffMs },
  },
  {
    name: 'zero rows changed is taken for success',
    strategy: 'key',
    caughtBy: ['an answer is durable before it is given', 'every caller gets the same answer'],
    defect: {
      effects: effects((sound) => ({
        markApplied: async (...args) => {
          await sound.markApplied(...args);
          return true;
        },
      })),
    },
  },
  {
    name: 'no look at the lease before sending: a revived process sends what it was about to',
    strategy: 'reference',
    caughtBy: ['no duplicate'],
    defect: { clock: (sound) => ({ ...sound, now: () => 0 }) },
  },
  {
    name: 'the body is built anew for a repeat, by another release',
    strategy: 'key',
    caughtBy: ['a repeat is the same request, byte for byte'],
    defect: {
      write: (sound) => ({
        ...sound,
        run: (vendor, input, sent) => {
          const { safety } = sound;
          return sound.run(
            vendor,
            input,
            safety.strategy === 'key' ? { ...sent, body: safety.body(vendor, input) } : sent,
          );
        },
      }),
    },
  },
  {
    name: 'the vendor’s key is trusted past its lifetime',
    strategy: 'key',
    caughtBy: ['no duplicate'],
    defect: { write: declaring('key', (safety) => ({ ...safety, lifetimeMs: Number.MAX_SAFE_INTEGER })) },
  },
  {
    name: 'a job is submitted again under a key of its own',
    strategy: 'job',
    caughtBy: ['no duplicate'],
    defect: {
      write: declaring('job', (safety) => ({
        ...safety,
        submit: (vendor, input, sent) =>
          safety.submit(vendor, input, { ...sent, key: `${sent.key}-${(submissions += 1)}` }),
      })),
    },
  },
  {
    name: 'a batch is sent again as a whole',
    strategy: 'batch',
    caughtBy: ['no duplicate'],
    defect: {
      write: (sound) => ({
        ...sound,
        run: (vendor, input, sent) => sound.run(vendor, input, { ...sent, open: input.items }),
      }),
    },
  },
  {
    name: 'two changes of one natural key at the same time',
    strategy: 'count',
    caughtBy: ['no loss', 'no duplicate', 'no stuck effect'],
    defect: {
      write: declaring('count', (safety) => ({ ...safety, naturalKey: ({ reference }) => reference })),
    },
  },
  {
    name: 'counted after sending only',
    strategy: 'count',
    caughtBy: ['no loss', 'no duplicate', 'no stuck effect'],
    defect: {
      effects: effects((sound) => ({
        markSending: (sending) => sound.markSending({ ...sending, memo: {} }),
      })),
    },
  },
];
