import { type DataSource, openDatabase } from '#platform';
import { createTestDatabase, type TestDatabase } from '#testing';
import { EffectRepository, type EffectRow } from '../../libs/connector/src/effects/effect.repository.js';
import {
  AddEffectMemo1700000000006,
  CreateEffects1700000000001,
} from '../../libs/connector/src/effects/effect-schema.js';
import { EffectRows } from './simulated-effects.js';
import { randomNumbers } from './world.js';

/** Moments are multiples of this, so that the real time the test takes is told from the time it makes pass. */
const unitMs = 100_000;
const instance = 'simulated';

let testDatabase: TestDatabase;
let database: DataSource;
let repository: EffectRepository;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = await openDatabase({
    url: testDatabase.url,
    schema: 'system_test',
    migrations: [CreateEffects1700000000001, AddEffectMemo1700000000006],
  });
  repository = new EffectRepository(database);
});

afterAll(async () => {
  await database.destroy();
  await testDatabase.drop();
});

/** Time passes in the table: every moment moves into the past. */
const passed = (ms: number): Promise<unknown> =>
  database.query(
    `update effect set lease_until = lease_until - $1 * interval '1 millisecond',
       resolve_after = resolve_after - $1 * interval '1 millisecond', sent_at = sent_at - $1 * interval '1 millisecond'`,
    [ms],
  );

const inUnits = ({ before, fence }: { before: EffectRow; fence: number }) => ({
  fence,
  status: before.status,
  fingerprint: before.fingerprint,
  result: before.result,
  memo: before.memo,
  leased: Math.round(before.leasedForMs / unitMs),
  quarantine: Math.round(before.quarantineMs / unitMs),
  sent: Math.round(before.sentForMs / unitMs),
});

describe('the rows that are simulated', () => {
  it.each([1, 2, 3])('change as PostgreSQL changes them (seed %i)', async (seed) => {
    await database.query('delete from effect');
    const random = randomNumbers(seed);
    const below = (count: number): number => Math.floor(random() * count);
    let now = 0;
    const model = new EffectRows(() => now);
    const ids = [1, 2].map((each) => `00000000-0000-4000-8000-00000000000${each}`);

    const claim = (id: string) => {
      const intent = { id, instance, operation: 'o', key: id, correlationId: 'c', leaseMs: 2 * unitMs };
      return { ...intent, fingerprint: `print ${below(2)}` };
    };
    const steps = [
      async (id: string) => {
        const intent = claim(id);
        return [inUnits(await repository.claim(intent)), inUnits(model.claim(intent))];
      },
      async (id: string, fence: number) => [
        await repository.extendLease(id, fence, 2 * unitMs),
        model.extendLease(id, fence, 2 * unitMs),
      ],
      async (id: string, fence: number) => {
        const memo = { body: `{"a":${below(9)}}` };
        const sending = { id, fence, memo, quarantineMs: 3 * unitMs, sameWindow: below(2) === 0 };
        return [await repository.markSending(sending), model.markSending(sending)];
      },
      async (id: string, fence: number) => {
        const memo = { location: `/jobs/${below(9)}` };
        return [await repository.note(id, fence, memo), model.note(id, fence, memo)];
      },
      async (id: string, fence: number) => {
        const rests = below(2) === 0;
        return [
          await repository.reserve(id, fence, instance, 'natural', rests),
          model.reserve(id, fence, 'natural', rests),
        ];
      },
      async (id: string, fence: number) => [
        await repository.markRefused(id, fence, 'no'),
        model.markRefused(id, fence),
      ],
      async (id: string, fence: number) => [
        await repository.markAmbiguous(id, fence, '?'),
        model.markAmbiguous(id, fence),
      ],
      async (id: string, fence: number) =>
        below(6) > 0
          ? []
          : [await repository.markApplied(id, fence, { at: 1 }), model.markApplied(id, fence, { at: 1 })],
    ];

    for (let step = 0; step < 250; step += 1) {
      const id = ids[below(2)]!;
      const fence = (model.rows.get(id)?.fence ?? 0) - (below(4) === 0 ? 1 : 0);
      const [real, simulated] = await steps[below(3) === 0 ? 0 : below(steps.length)]!(id, fence);
      expect({ step, answer: real }).toEqual({ step, answer: simulated });
      if (below(2) === 0) {
        // Half a unit off, so that no comparison falls together with a moment.
        const ms = below(4) * unitMs + (now === 0 ? unitMs / 4 : 0);
        now += ms;
        await passed(ms);
      }
      if ([...model.rows.values()].every(({ status }) => status === 'applied') && model.rows.size === 2) {
        model.rows.clear();
        await database.query('delete from effect');
      }
    }
  });
});
