import { Failure } from '#kernel';
import type { Vendor } from '../http/vendor.js';
import { write } from '../operations.js';
import { EffectLedger } from './effect-ledger.js';
import { EffectRepository } from './effect.repository.js';
import { closeEffects, database, openEffects } from './effects.fixture.js';

/** A vendor that keeps what it was sent and may lose its replies: it knows no idempotency. */
class ForgetfulVendor {
  readonly records: { id: string; reference: string; name: string }[] = [];
  replies: ('ok' | 'lost' | 'refused' | 'away')[] = [];

  create(reference: string, name: string): { id: string } {
    const reply = this.replies.shift() ?? 'ok';
    if (reply === 'refused') throw new Failure('rejected', 'no');
    if (reply === 'away') throw new Failure('unavailable', 'not there');
    this.records.push({ id: String(this.records.length + 1), reference, name });
    if (reply === 'lost') throw new Failure('outcome-unknown', 'the reply got lost');
    return { id: this.records.at(-1)!.id };
  }
}

let ledger: EffectLedger;
let product: ForgetfulVendor;

beforeAll(async () => {
  await openEffects();
  ledger = new EffectLedger(new EffectRepository(database));
});

afterAll(closeEffects);

beforeEach(() => (product = new ForgetfulVendor()));

const vendor = { instance: 'forgetful', config: {}, forEffect: () => vendor } as unknown as Vendor;

interface Input {
  reference: string;
  name: string;
}

const create = (quarantineMs: number) =>
  write<Input, { id: string }>({
    safety: {
      strategy: 'reference',
      quarantineMs,
      find: async (_vendor, { reference }) =>
        product.records.filter((record) => record.reference === reference).map(({ id }) => ({ id })),
    },
    run: async (_vendor, { reference, name }) => product.create(reference, name),
  });

let keys = 0;
const newKey = (): string => `key-${(keys += 1)}-for-this-test`;

const perform = (key: string, input: Input, quarantineMs = 0) =>
  ledger.perform({ vendor, operation: 'test.create', write: create(quarantineMs), input, key });

/** Lets lease and quarantine of an earlier attempt run out. */
const later = () => database.query(`update effect set lease_until = '-infinity', resolve_after = '-infinity'`);

const kindOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => `${Failure.from(error).kind} ${Failure.from(error).detail.code ?? ''}`.trim(),
  );

describe('a write without the vendor’s help', () => {
  it('is made once however often it is asked for, with the same answer', async () => {
    const key = newKey();
    const input = { reference: 'a', name: 'A' };
    expect(await perform(key, input)).toEqual({ id: '1' });
    expect(await perform(key, input)).toEqual({ id: '1' });
    expect(product.records).toHaveLength(1);
  });

  it('whose reply got lost is read back after its quarantine and adopted, never sent again', async () => {
    const key = newKey();
    const input = { reference: 'b', name: 'B' };
    product.replies = ['lost'];
    expect(await kindOf(perform(key, input, 60_000))).toBe('outcome-unknown');
    expect(await kindOf(perform(key, input, 60_000))).toBe('outcome-unknown in-quarantine');
    expect(product.records).toHaveLength(1);
    await later();
    expect(await perform(key, input, 60_000)).toEqual({ id: '1' });
    expect(product.records).toHaveLength(1);
  });

  it('that certainly did not happen is sent again at once', async () => {
    const key = newKey();
    product.replies = ['away', 'refused', 'ok'];
    const input = { reference: 'c', name: 'C' };
    expect(await kindOf(perform(key, input, 60_000))).toBe('unavailable');
    expect(await kindOf(perform(key, input, 60_000))).toBe('rejected');
    expect(await perform(key, { reference: 'c', name: 'C, corrected' }, 60_000)).toEqual({ id: '1' });
  });

  it('stays in quarantine when the reading back fails', async () => {
    const key = newKey();
    const input = { reference: 'd', name: 'D' };
    product.replies = ['lost'];
    await kindOf(perform(key, input, 60_000));
    await later();
    const unreadable = write<Input, { id: string }>({
      safety: {
        strategy: 'reference',
        quarantineMs: 60_000,
        find: () => Promise.reject(new Failure('unavailable', 'away')),
      },
      run: async (_vendor, { reference, name }) => product.create(reference, name),
    });
    await kindOf(ledger.perform({ vendor, operation: 'test.create', write: unreadable, input, key }));
    expect(await perform(key, input)).toEqual({ id: '1' });
    expect(product.records).toHaveLength(1);
  });

  it('that finds two records with our reference is a person’s decision', async () => {
    product.create('e', 'E');
    product.create('e', 'E again');
    expect(await kindOf(perform(newKey(), { reference: 'e', name: 'E' }))).toBe('conflict ambiguous-reference');
  });

  it('adopts what carries our reference already', async () => {
    product.create('f', 'F');
    expect(await perform(newKey(), { reference: 'f', name: 'F' })).toEqual({ id: '1' });
    expect(product.records).toHaveLength(1);
  });
});

describe('what is done to a record after it was created or adopted', () => {
  const finishing = (finish: () => Promise<{ id: string }>) => ({
    vendor,
    operation: 'test.finish',
    write: write<Input, { id: string }>({ ...create(60_000), finish }),
    input: { reference: 'k', name: 'K' },
  });
  const lost = () => Promise.reject(new Failure('outcome-unknown', 'the reply got lost'));

  it('rests each time its outcome is unknown, also when the record was adopted', async () => {
    const intent = { ...finishing(lost), key: newKey() };
    expect(await kindOf(ledger.perform(intent))).toBe('outcome-unknown');
    await later();
    expect(await kindOf(ledger.perform(intent))).toBe('outcome-unknown');
    expect(await kindOf(ledger.perform(intent))).toBe('outcome-unknown in-quarantine');
  });

  it('is not done by whoever was overtaken between looking and doing', async () => {
    product.create('overtaken', 'K');
    let finished = 0;
    const overtaken = finishing(() => Promise.resolve({ id: String((finished += 1)) }));
    const { safety } = create(0);
    const find = async (): Promise<{ id: string }[]> => {
      await database.query('update effect set fence = fence + 1');
      return [{ id: '1' }];
    };
    const input = { reference: 'overtaken', name: 'K' };
    const slow = { ...overtaken.write, safety: { ...safety, strategy: 'reference' as const, quarantineMs: 0, find } };
    expect(await kindOf(ledger.perform({ ...overtaken, input, write: slow, key: newKey() }))).toBe(
      'outcome-unknown fenced-off',
    );
    expect(finished).toBe(0);
  });
});

describe('two changes of one reference, asked for under keys of their own', () => {
  it('take turns: the second finds what the first created', async () => {
    const input = { reference: 'shared', name: 'S' };
    const kinds = await Promise.all([kindOf(perform(newKey(), input)), kindOf(perform(newKey(), input))]);
    expect(kinds.filter((kind) => kind === 'done').length).toBeGreaterThan(0);
    expect(product.records.filter(({ reference }) => reference === 'shared')).toHaveLength(1);
  });
});

describe('a write that moves a record and creates something on the way', () => {
  const open = (quarantineMs: number) =>
    write<Input, { id: string }>({
      safety: { strategy: 'transition', quarantineMs, isDone: () => Promise.resolve(null) },
      run: async (_vendor, { reference, name }) => product.create(reference, name),
    });

  it('rests after an unknown outcome, so that what is still under way is not created again', async () => {
    const intent = {
      vendor,
      operation: 'test.open',
      write: open(60_000),
      input: { reference: 'j', name: 'J' },
      key: newKey(),
    };
    product.replies = ['lost'];
    expect(await kindOf(ledger.perform(intent))).toBe('outcome-unknown');
    expect(await kindOf(ledger.perform(intent))).toBe('outcome-unknown in-quarantine');
    expect(product.records).toHaveLength(1);
  });
});

describe('a key', () => {
  it('used for another request is refused', async () => {
    const key = newKey();
    await perform(key, { reference: 'g', name: 'G' });
    expect(await kindOf(perform(key, { reference: 'h', name: 'H' }))).toBe('rejected idempotency-key-reused');
  });

  it('in use by somebody else asks to come back later', async () => {
    const key = newKey();
    const input = { reference: 'i', name: 'I' };
    const results = await Promise.all([1, 2, 3, 4].map(() => kindOf(perform(key, input))));
    expect(results.filter((result) => result === 'done').length).toBeGreaterThan(0);
    expect(new Set(results.filter((result) => result !== 'done'))).toEqual(
      results.every((result) => result === 'done') ? new Set() : new Set(['conflict in-progress']),
    );
    expect(product.records).toHaveLength(1);
  });
});
