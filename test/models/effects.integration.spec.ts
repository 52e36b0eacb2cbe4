import fc from 'fast-check';
import { EffectRepository, type EffectRow } from '../../libs/connector/src/effects/effect.repository.js';
import { closeEffects, database, openEffects } from '../../libs/connector/src/effects/effects.fixture.js';
import { EffectRows } from '../simulation/simulated-effects.js';
import { action, type Action, compare } from './actions.js';

/** Moments are multiples of this, so that the real time the test takes is told from the time it makes pass. */
const unitMs = 100_000;
const instance = 'simulated';
const ids = [1, 2].map((each) => `00000000-0000-4000-8000-00000000000${each}`);

let repository: EffectRepository;

beforeAll(async () => {
  await openEffects();
  repository = new EffectRepository(database);
});

afterAll(closeEffects);

interface Simulated {
  rows: EffectRows;
  now: number;
}

type Step = Action<Simulated, EffectRepository>;

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

/** A transition by who holds the effect, or by one who held it before. */
const transition = <Value>(
  name: string,
  values: fc.Arbitrary<Value>,
  both: (
    at: { id: string; fence: number },
    value: Value,
  ) => [real: Promise<unknown>, model: (rows: EffectRows) => unknown],
): fc.Arbitrary<Step> =>
  fc.tuple(fc.constantFrom(...ids), fc.boolean(), values).map(([id, overtaken, value]) =>
    action(`${name} ${id.slice(-1)}${overtaken ? ' overtaken' : ''} ${JSON.stringify(value)}`, async ({ rows }) => {
      const fence = (rows.rows.get(id)?.fence ?? 0) - (overtaken ? 1 : 0);
      const [real, model] = both({ id, fence }, value);
      expect(await real).toEqual(model(rows));
    }),
  );

const claims: fc.Arbitrary<Step> = fc
  .tuple(fc.constantFrom(...ids), fc.constantFrom('a', 'b'), fc.boolean())
  .map(([id, fingerprint, atOnce]) =>
    action(`claim ${id.slice(-1)} for ${fingerprint}${atOnce ? ', sending at once' : ''}`, async ({ rows }) => {
      const sending = atOnce ? { memo: { body: `"${fingerprint}"` }, quarantineMs: 3 * unitMs } : null;
      const about = { id, instance, operation: 'o', key: id, correlationId: 'c', fingerprint };
      const intent = { ...about, leaseMs: 2 * unitMs, sending };
      expect(inUnits(await repository.claim(intent))).toEqual(inUnits(rows.claim(intent)));
    }),
  );

/** Half a unit off, so that no comparison falls together with a moment. */
const times: fc.Arbitrary<Step> = fc.integer({ min: 0, max: 3 }).map((units) =>
  action(`${units} units pass`, async (model) => {
    const ms = units * unitMs + (model.now === 0 ? unitMs / 4 : 0);
    model.now += ms;
    await passed(ms);
  }),
);

const transitions: fc.Arbitrary<Step>[] = [
  transition('extend', fc.constant(null), ({ id, fence }) => [
    repository.extendLease(id, fence, 2 * unitMs),
    (rows) => rows.extendLease(id, fence, 2 * unitMs),
  ]),
  transition('mark', fc.record({ sameWindow: fc.boolean(), amount: fc.nat(9) }), (at, { sameWindow, amount }) => {
    const sending = { ...at, memo: { body: `{"amount":${amount}}` }, quarantineMs: 3 * unitMs, sameWindow };
    return [repository.markSending(sending), (rows) => rows.markSending(sending)];
  }),
  transition('note', fc.record({ location: fc.constantFrom('/jobs/1', '/jobs/2') }), ({ id, fence }, memo) => [
    repository.note(id, fence, memo),
    (rows) => rows.note(id, fence, memo),
  ]),
  transition('reserve', fc.boolean(), ({ id, fence }, rests) => [
    repository.reserve(id, fence, instance, 'natural', rests),
    (rows) => rows.reserve(id, fence, 'natural', rests),
  ]),
  transition('refuse', fc.constant('no'), ({ id, fence }, reason) => [
    repository.markRefused(id, fence, reason),
    (rows) => rows.markRefused(id, fence),
  ]),
  transition('doubt', fc.constant('no answer'), ({ id, fence }, reason) => [
    repository.markAmbiguous(id, fence, reason),
    (rows) => rows.markAmbiguous(id, fence),
  ]),
  transition('apply', fc.record({ id: fc.nat(9) }), ({ id, fence }, result) => [
    repository.markApplied(id, fence, result),
    (rows) => rows.markApplied(id, fence, result),
  ]),
];

describe('the rows that are simulated', () => {
  it('change as PostgreSQL changes them', async () => {
    const ground = async () => {
      await database.query('delete from effect');
      const model: Simulated = { now: 0, rows: new EffectRows(() => model.now) };
      return { model, real: repository };
    };
    await compare([claims, claims, claims, times, times, ...transitions], ground, 60);
  }, 120_000);
});
