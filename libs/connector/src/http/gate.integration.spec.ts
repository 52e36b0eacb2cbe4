import { Failure, newId } from '#kernel';
import { type DataSource, openDatabase, rows } from '#platform';
import { createTestDatabase, type TestDatabase } from '#testing';
import { Gate } from './gate.js';
import type { Limits, Priority } from './limits.js';
import { type Ask, CreateLimits1700000000005, type Lease, LimitsRepository } from './limits.repository.js';

let testDatabase: TestDatabase;
let database: DataSource;
let gates: Gate[] = [];
let instances = 0;
let instance: string;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  const migrations = [CreateLimits1700000000005];
  database = await openDatabase({ url: testDatabase.url, schema: 'system_test', migrations });
});

afterAll(async () => {
  await database.destroy();
  await testDatabase.drop();
});

beforeEach(() => (instance = `vendor-${(instances += 1)}`));
afterEach(async () => {
  await Promise.all(gates.map((gate) => gate.stop()));
  gates = [];
});

/** The real thing, and how often it was asked. */
class CountedLimits extends LimitsRepository {
  leases = 0;

  override lease(name: string, holder: string, limits: Limits, ask: Ask): Promise<Lease> {
    this.leases += 1;
    return super.lease(name, holder, limits, ask);
  }
}

/** The gate of one process. */
function processWith(limits: Partial<Limits> = {}, repository = new LimitsRepository(database)): Gate {
  const gate = new Gate(instance, { concurrency: 4, timeoutMs: 1_000, ...limits }, repository);
  gates.push(gate);
  return gate;
}

/** The vendor: how many requests it has in hand, and had at most, and in all. */
class Vendor {
  now = 0;
  most = 0;
  total = 0;

  readonly answer = async (): Promise<void> => {
    this.total += 1;
    this.now += 1;
    this.most = Math.max(this.most, this.now);
    await new Promise((resolve) => setTimeout(resolve, 3));
    this.now -= 1;
  };
}

const outcome = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'sent',
    (error: unknown) => Failure.from(error).detail.code ?? 'unknown',
  );

const many = (count: number, gate: Gate, vendor: Vendor, priority: Priority = 'interactive'): Promise<string[]> =>
  Promise.all(Array.from({ length: count }, () => outcome(gate.pass(priority, vendor.answer))));

const until = async (sql: string): Promise<void> => {
  while ((await rows(database, sql, [instance])).length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
};

const numberOf = (outcomes: string[], wanted: string): number => outcomes.filter((one) => one === wanted).length;

describe('the places of a vendor', () => {
  it('are kept by all processes together, and all requests get through', async () => {
    const vendor = new Vendor();
    const outcomes = await Promise.all([processWith(), processWith(), processWith()].map((g) => many(40, g, vendor)));
    expect(numberOf(outcomes.flat(), 'sent')).toBe(120);
    expect(vendor.most).toBeLessThanOrEqual(4);
  });

  it('of a process that died come back when its lease ends', async () => {
    const vendor = new Vendor();
    const limits = { concurrency: 1, timeoutMs: 1_000 };
    const died = { inFlight: 1, places: 1, requests: { interactive: 0, background: 0 }, unused: null, closeMs: 0 };
    await new LimitsRepository(database).lease(instance, newId(), limits, died);
    const alive = processWith(limits);
    const first = outcome(alive.pass('interactive', vendor.answer));
    // Once its row is there the living one has asked, and got nothing.
    await until(`select 1 from vendor_place where instance = $1 having count(*) = 2`);
    expect(vendor.total).toBe(0);
    await database.query(`update vendor_place set lease_until = '-infinity' where places = 1`);
    expect([await first, vendor.total]).toEqual(['sent', 1]);
  });
});

describe('a budget of requests', () => {
  it('is kept by all processes together; beyond it callers are told when to come back', async () => {
    const vendor = new Vendor();
    const outcomes = await Promise.all([1, 2, 3].map(() => many(20, processWith({ perMinute: 30 }), vendor)));
    expect([vendor.total, numberOf(outcomes.flat(), 'budget-used-up')]).toEqual([30, 30]);
    const late = await processWith({ perMinute: 30 })
      .pass('interactive', vendor.answer)
      .catch((error: unknown) => Failure.from(error));
    expect(late).toMatchObject({ kind: 'throttled', detail: { retryAfterMs: expect.any(Number) as number } });
    expect((late as Failure).detail.retryAfterMs).toBeGreaterThan(60_000);
  });

  it('is not spent by polls to the last: a fifth is for those who wait', async () => {
    const [polls, people] = [new Vendor(), new Vendor()];
    const gate = processWith({ perDay: 50 });
    await many(50, gate, polls, 'background');
    await many(50, gate, people);
    expect([polls.total, people.total]).toEqual([40, 10]);
  });

  it('shows polls how much of theirs is left', async () => {
    const gate = processWith({ perDay: 100 });
    await many(60, gate, new Vendor());
    await gate.stop();
    await many(1, gate, new Vendor());
    expect(gate.leftForPolling).toBeCloseTo(0.25, 1);
  });

  it('outlives a restart, and what was leased and not sent goes back', async () => {
    const vendor = new Vendor();
    const first = processWith({ perMinute: 30, perDay: 1_000 });
    await many(17, first, vendor);
    await first.stop();
    const booked = await rows<{ period: string; requests: number }>(
      database,
      'select period, sum(requests)::int as requests from vendor_use where instance = $1 group by 1 order by 1',
      [instance],
    );
    expect(booked).toEqual([
      { period: 'day', requests: 17 },
      { period: 'minute', requests: 17 },
    ]);
    await many(20, processWith({ perMinute: 30, perDay: 1_000 }), vendor);
    expect(vendor.total).toBe(30);
  });

  it('is leased in portions, not asked for with each request', async () => {
    const limits = new CountedLimits(database);
    const gate = processWith({ perMinute: 10_000 }, limits);
    const vendor = new Vendor();
    for (let round = 0; round < 10; round += 1) await many(40, gate, vendor);
    expect(vendor.total).toBe(400);
    expect(limits.leases).toBeLessThan(40);
  });
});

describe('a Retry-After', () => {
  it('closes the gate of every process, and that of one that starts later', async () => {
    const vendor = new Vendor();
    const [asked, other] = [processWith(), processWith()];
    await asked.pass('interactive', vendor.answer);
    await asked.close(30_000);
    const outcomes = await Promise.all([asked, other, processWith()].map((gate) => many(3, gate, vendor)));
    expect(numberOf(outcomes.flat(), 'vendor-throttled')).toBe(9);
    expect(vendor.total).toBe(1);
  });

  it('reaches a process that is busy by its next renewal', async () => {
    const vendor = new Vendor();
    const [asked, busy] = [processWith(), processWith()];
    await many(1, busy, vendor);
    await asked.close(30_000);
    let last = 'sent';
    while (last === 'sent') last = await outcome(busy.pass('interactive', vendor.answer));
    expect(last).toBe('vendor-throttled');
  });

  it('that is shorter than one before does not open the gate', async () => {
    const gate = processWith();
    await gate.close(30_000);
    await gate.close(1);
    expect(await many(1, gate, new Vendor())).toEqual(['vendor-throttled']);
  });

  it('of one instance leaves the others alone', async () => {
    await processWith().close(30_000);
    instance = `${instance}-other`;
    expect(await many(1, processWith(), new Vendor())).toEqual(['sent']);
  });
});
