import { Failure } from '#kernel';
import type { Vendor } from '../http/vendor.js';
import { type ItemOutcome, type Sent, write, type Write } from '../operations.js';
import { EffectLedger } from './effect-ledger.js';
import { EffectRepository } from './effect.repository.js';
import { closeEffects, database, openEffects } from './effects.fixture.js';

const vendor = { instance: 'strategic', config: {}, forEffect: () => vendor } as unknown as Vendor;
const lost = () => new Failure('outcome-unknown', 'the reply got lost');

interface Line {
  reference: string;
  hours?: number | null;
}

let ledger: EffectLedger;

beforeAll(async () => {
  await openEffects();
  ledger = new EffectLedger(new EffectRepository(database));
});

afterAll(closeEffects);

const perform = <I, O>(definition: Write<I, O>, input: I, key: string) =>
  ledger.perform({ vendor, operation: 'test.write', write: definition, input, key });

const kindOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => `${Failure.from(error).kind} ${Failure.from(error).detail.code ?? ''}`.trim(),
  );

/** Lets lease and quarantine of earlier attempts run out; the vendor may forget keys in the meantime. */
const later = (minutes = 0) =>
  database.query(
    `update effect set lease_until = '-infinity', resolve_after = '-infinity',
       sent_at = sent_at - $1 * interval '1 minute'`,
    [minutes],
  );

describe('an idempotency key of the vendor', () => {
  let release: number;
  let arrived: Sent[];
  let found: { id: string }[];
  let looks: number;

  beforeEach(() => {
    [release, arrived, found, looks] = [1, [], [], 0];
  });

  const create = (outcome: () => Promise<{ id: string }>) =>
    write<Line, { id: string }>({
      safety: {
        strategy: 'key',
        lifetimeMs: 600_000,
        quarantineMs: 60_000,
        body: (_vendor, { reference }) => ({ reference, writtenBy: `release ${release}` }),
        find: async () => {
          looks += 1;
          return found;
        },
      },
      run: async (_vendor, _input, sent) => {
        arrived.push(sent);
        return outcome();
      },
    });

  it('is sent again with the same bytes, even by the next release', async () => {
    expect(
      await kindOf(
        perform(
          create(() => Promise.reject(lost())),
          { reference: 'a' },
          'key-a',
        ),
      ),
    ).toBe('outcome-unknown');
    release = 2;
    expect(
      await perform(
        create(async () => ({ id: '1' })),
        { reference: 'a' },
        'key-a',
      ),
    ).toEqual({ id: '1' });
    expect(arrived.map(({ body }) => JSON.stringify(body))).toEqual([
      '{"reference":"a","writtenBy":"release 1"}',
      '{"reference":"a","writtenBy":"release 1"}',
    ]);
    expect(new Set(arrived.map(({ key }) => key)).size).toBe(1);
    expect(looks).toBe(0);
  });

  it('past its lifetime is not trusted: the vendor is read', async () => {
    await kindOf(
      perform(
        create(() => Promise.reject(lost())),
        { reference: 'b' },
        'key-b',
      ),
    );
    await later(10);
    found = [{ id: '7' }];
    expect(
      await perform(
        create(async () => ({ id: '8' })),
        { reference: 'b' },
        'key-b',
      ),
    ).toEqual({ id: '7' });
    expect(arrived).toHaveLength(1);
  });

  it('stays in doubt when its repeat is refused, and gets a new body only after a certain refusal', async () => {
    const refusing = create(() => Promise.reject(new Failure('rejected', 'no')));
    await kindOf(
      perform(
        create(() => Promise.reject(lost())),
        { reference: 'c' },
        'key-c',
      ),
    );
    expect(await kindOf(perform(refusing, { reference: 'c' }, 'key-c'))).toBe('rejected');
    expect(await kindOf(perform(refusing, { reference: 'other' }, 'key-c'))).toBe('rejected idempotency-key-reused');
    expect(await kindOf(perform(refusing, { reference: 'd' }, 'key-d'))).toBe('rejected');
    await perform(
      create(async () => ({ id: '1' })),
      { reference: 'd, corrected' },
      'key-d',
    );
    const [, , first, corrected] = arrived;
    expect(corrected!.key).not.toBe(first!.key);
  });
});

it('a field that a release adds without a value does not make another request', async () => {
  const upsert = write<Line, { id: string }>({ safety: { strategy: 'upsert' }, run: async () => ({ id: '1' }) });
  await perform(upsert, { reference: 'e' }, 'key-e');
  expect(await kindOf(perform(upsert, { reference: 'e', hours: null }, 'key-e'))).toBe('done');
  expect(await kindOf(perform(upsert, { reference: 'e', hours: 1 }, 'key-e'))).toBe('rejected idempotency-key-reused');
});

describe('a job', () => {
  it('is submitted once, and followed by whoever comes next to where it is', async () => {
    const submitted: string[] = [];
    let result: { id: string } | null = null;
    const book = write<Line, { id: string }>({
      safety: {
        strategy: 'job',
        body: (_vendor, input) => input,
        submit: async (_vendor, _input, { key }) => {
          submitted.push(key);
          if (submitted.length === 1) throw lost();
          return '/jobs/1';
        },
      },
      run: async (_vendor, _input, { location }) => {
        expect(location).toBe('/jobs/1');
        if (!result) throw new Failure('unavailable', 'it runs', { retryAfterMs: 1_000 });
        return result;
      },
    });
    expect(await kindOf(perform(book, { reference: 'f' }, 'key-f'))).toBe('outcome-unknown');
    expect(await kindOf(perform(book, { reference: 'f' }, 'key-f'))).toBe('unavailable');
    result = { id: '9' };
    expect(await perform(book, { reference: 'f' }, 'key-f')).toEqual({ id: '9' });
    expect(submitted).toHaveLength(2);
    expect(new Set(submitted).size).toBe(1);
  });
});

describe('a batch', () => {
  it('is settled item by item: what was made is adopted, what was refused is told, the rest is sent', async () => {
    const sent: string[][] = [];
    const product: { reference: string; result: unknown }[] = [];
    const post = write<Line[], ItemOutcome[]>({
      safety: {
        strategy: 'batch',
        quarantineMs: 60_000,
        references: (lines) => lines.map(({ reference }) => reference),
        find: async (_vendor, _lines, references) => product.filter(({ reference }) => references.includes(reference)),
      },
      run: async (_vendor, _lines, { open }) => {
        sent.push(open);
        if (sent.length > 1) return open.map((reference) => ({ reference, status: 'applied', result: { id: '3' } }));
        // One is made, one refused; of the third and the fourth nothing is said, though the third was made.
        product.push({ reference: 'one', result: { id: '1' } }, { reference: 'three', result: { id: '2' } });
        return [
          { reference: 'one', status: 'applied', result: { id: '1' } },
          { reference: 'two', status: 'rejected', reason: 'closed period' },
        ];
      },
    });
    const lines = ['one', 'two', 'three', 'four'].map((reference) => ({ reference }));
    expect(await kindOf(perform(post, lines, 'key-g'))).toBe('outcome-unknown');
    await later();
    expect(await perform(post, lines, 'key-g')).toEqual([
      { reference: 'one', status: 'applied', result: { id: '1' } },
      { reference: 'two', status: 'rejected', reason: 'closed period' },
      { reference: 'three', status: 'applied', result: { id: '2' } },
      { reference: 'four', status: 'applied', result: { id: '3' } },
    ]);
    expect(sent).toEqual([['one', 'two', 'three', 'four'], ['four']]);
  });
});

describe('a record that only its natural key tells', () => {
  const product: { id: string }[] = [{ id: 'old' }];
  let outcome: 'ok' | 'lost';
  const enter = write<Line, { id: string }>({
    safety: {
      strategy: 'count',
      quarantineMs: 60_000,
      naturalKey: () => 'worker 7, Monday',
      list: async () => [...product],
      idOf: ({ id }) => id,
    },
    run: async (_vendor, { reference }) => {
      product.push({ id: reference });
      if (outcome === 'lost') throw lost();
      return { id: reference };
    },
  });

  it('is adopted when exactly one more is there than before', async () => {
    outcome = 'lost';
    expect(await kindOf(perform(enter, { reference: 'h' }, 'key-h'))).toBe('outcome-unknown');
    outcome = 'ok';
    expect(await kindOf(perform(enter, { reference: 'i' }, 'key-i'))).toBe('conflict natural-key-busy');
    await later();
    expect(await perform(enter, { reference: 'h' }, 'key-h')).toEqual({ id: 'h' });
    expect(await perform(enter, { reference: 'i' }, 'key-i')).toEqual({ id: 'i' });
    expect(product.map(({ id }) => id)).toEqual(['old', 'h', 'i']);
  });

  it('is a person’s decision when more than one is new', async () => {
    await later();
    outcome = 'lost';
    await kindOf(perform(enter, { reference: 'j' }, 'key-j'));
    product.push({ id: 'somebody else’s' });
    await later();
    expect(await kindOf(perform(enter, { reference: 'j' }, 'key-j'))).toBe('conflict ambiguous-reference');
  });
});
