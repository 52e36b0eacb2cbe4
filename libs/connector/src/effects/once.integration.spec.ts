import { Failure } from '#kernel';
import type { Vendor } from '../http/vendor.js';
import { batch, type ItemOutcome } from '../operations.js';
import { EffectLedger } from './effect-ledger.js';
import { EffectRepository } from './effect.repository.js';
import { closeEffects, database, openEffects } from './effects.fixture.js';

const vendor = { instance: 'strategic', config: {}, forEffect: () => vendor } as unknown as Vendor;
const lost = () => new Failure('outcome-unknown', 'the reply got lost');

let ledger: EffectLedger;

beforeAll(async () => {
  await openEffects();
  ledger = new EffectLedger(new EffectRepository(database));
});

afterAll(closeEffects);

const kindOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => `${Failure.from(error).kind} ${Failure.from(error).detail.code ?? ''}`.trim(),
  );

/** Lets leases of earlier attempts run out. */
const later = () => database.query(`update effect set lease_until = '-infinity', resolve_after = '-infinity'`);

describe('items that the vendor does not show', () => {
  let arrived: string[][];
  let answer: (open: string[]) => Promise<ItemOutcome[]>;

  const made = (open: string[]): Promise<ItemOutcome[]> =>
    Promise.resolve(open.map((reference) => ({ reference, status: 'applied', result: null })));
  const pay = (key: string, ...references: string[]) =>
    ledger.perform({
      vendor,
      operation: 'test.pay',
      write: batch<{ items: string[] }, string[]>({
        safety: { strategy: 'once', references: ({ items }) => items },
        run: (_vendor, _input, sent) => {
          arrived.push(sent.open);
          return answer(sent.open);
        },
        settle: (outcomes) => outcomes.map(({ reference, status }) => `${reference} ${status}`).sort(),
      }),
      input: { items: references },
      key,
    });

  beforeEach(() => {
    [arrived, answer] = [[], made];
  });

  it('are sent once, under whichever key they come again', async () => {
    expect(await pay('once-1', 'p1', 'p2')).toEqual(['p1 applied', 'p2 applied']);
    expect(await pay('once-2', 'p2', 'p3')).toEqual(['p2 applied', 'p3 applied']);
    expect(await pay('once-3', 'p1', 'p2', 'p3')).toEqual(['p1 applied', 'p2 applied', 'p3 applied']);
    expect(arrived).toEqual([['p1', 'p2'], ['p3']]);
  });

  it('are sent again under another key when they were refused', async () => {
    answer = ([first = '', ...rest]) =>
      made(rest).then((others) => [{ reference: first, status: 'rejected', reason: 'unknown' }, ...others]);
    expect(await pay('once-4', 'q1', 'q2')).toEqual(['q1 rejected', 'q2 applied']);
    answer = made;
    expect(await pay('once-5', 'q1', 'q2')).toEqual(['q1 applied', 'q2 applied']);
    expect(arrived).toEqual([['q1', 'q2'], ['q1']]);
  });

  it('are sent again under another key when nothing of them was written', async () => {
    await pay('once-6', 'r0');
    answer = () => Promise.reject(new Failure('throttled', 'slow down'));
    expect(await kindOf(pay('once-7', 'r0', 'r1'))).toBe('throttled');
    answer = made;
    expect(await pay('once-8', 'r0', 'r1')).toEqual(['r0 applied', 'r1 applied']);
    expect(await pay('once-7', 'r0', 'r1')).toEqual(['r0 applied', 'r1 applied']);
    expect(arrived).toEqual([['r0'], ['r1'], ['r1']]);
  });

  it('whose outcome is unknown are never sent again, and neither are they under another key', async () => {
    answer = () => Promise.reject(lost());
    expect(await kindOf(pay('once-9', 's1'))).toBe('outcome-unknown');
    await later();
    answer = made;
    expect(await kindOf(pay('once-9', 's1'))).toBe('conflict sent-once');
    expect(await kindOf(pay('once-10', 's1', 's2'))).toBe('conflict natural-key-busy');
    expect(arrived).toEqual([['s1']]);
  });

  it('are sent again once a person has said that nothing is there', async () => {
    answer = () => Promise.reject(lost());
    await kindOf(pay('once-11', 't1'));
    await database.query(`update effect set status = 'prepared' where key = 'once-11'`);
    answer = made;
    expect(await pay('once-11', 't1')).toEqual(['t1 applied']);
    expect(arrived).toEqual([['t1'], ['t1']]);
  });

  it('are settled once a person has said that they are there, refused ones as they were', async () => {
    answer = ([first = '']) => Promise.resolve([{ reference: first, status: 'rejected', reason: 'unknown' }]);
    expect(await kindOf(pay('once-12', 'u1', 'u2'))).toBe('outcome-unknown');
    // As docs/operator.md has it.
    await database.query(`
      update effect set memo = jsonb_set(memo, '{settled}', coalesce(memo -> 'settled', '[]') || (
          select jsonb_agg(jsonb_build_object('reference', reference, 'status', 'applied', 'result', null))
            from effect_item where effect_item.effect = effect.id and not coalesce(memo -> 'settled', '[]') @>
              jsonb_build_array(jsonb_build_object('reference', reference))))
       where key = 'once-12'`);
    await later();
    expect(await pay('once-12', 'u1', 'u2')).toEqual(['u1 rejected', 'u2 applied']);
    expect(arrived).toEqual([['u1', 'u2']]);
  });
});
