import { events, type psa } from '#contracts';
import { type StoredEvent, type Subscription, eventOf, publish, relayOnce, deliverOnce } from '#events';
import { AppLogger, rows } from '#platform';
import { BillingBench, terms, today } from './billing.fixture.js';
import { decidedTimeIntake } from './line-intake.js';

jest.setTimeout(120_000);

let bench: BillingBench;
beforeAll(async () => {
  bench = await BillingBench.open();
});
afterAll(() => bench.close());
beforeEach(async () => {
  await bench.clear();
  await bench.database.query('truncate events.log, inbox, outbox, subscription, delivery');
});

const logger = new AppLogger('process-billing', 'silent');
const intake = (): Subscription => decidedTimeIntake(bench.lines, bench.exceptions);

const toEvent = (entry: psa.TimeEntry): StoredEvent =>
  eventOf({
    type: entry.approved ? events.timeApproved : events.timeRejected,
    source: '/instances/kantata',
    subject: `time-entry/${entry.id}`,
    key: `${entry.id}/${entry.modifiedAt}`,
    time: entry.modifiedAt,
    correlationId: `c-${entry.id}`,
    data: { instance: 'kantata', id: entry.id, entry },
  });

async function log(entries: psa.TimeEntry[]): Promise<void> {
  await bench.database.transaction((manager) => publish(manager, entries.map(toEvent)));
  while ((await relayOnce(bench.database)) > 0);
}

async function deliver(subscription = intake()): Promise<void> {
  while ((await deliverOnce(bench.database, logger, subscription)) > 0);
}

/** Bills until nothing is ready. */
async function billAll(): Promise<void> {
  const ready = `select 1 from billing_line where state in ('waiting', 'ready') limit 1`;
  do await bench.bill();
  while ((await rows(bench.database, ready)).length > 0);
}

describe('a month that is approved at once (H13)', () => {
  const many = 230;
  const month = (): psa.TimeEntry[] => Array.from({ length: many }, (_entry, at) => bench.entry(String(at)));

  it('is charged entry by entry once, amended and rejected entries as they are at last', async () => {
    const entries = month();
    const amended = bench.entry('7', { minutes: 90 });
    const rejected = bench.entry('120', { approved: false });
    // In the middle of a portion, among entries nobody knew.
    await log([...entries.slice(0, 150), amended, rejected, ...entries.slice(150)]);
    await deliver();
    await log(entries.slice(0, 20));
    await deliver();
    await billAll();
    const charged = new Map(bench.books.charged.map(({ reference, minutes }) => [reference, minutes]));
    expect([bench.books.charged.length, charged.size]).toEqual([many - 1, many - 1]);
    expect(charged.get('TE-kantata-7')).toBe(90);
    expect(charged.has('TE-kantata-120')).toBe(false);
    expect(bench.billedTotal()).toBe('13770.00');
  });

  it('keeps each entry as it was approved, with its correlation', async () => {
    const entry = bench.entry('1', { notes: 'a workshop', billable: false });
    await log([entry, bench.entry('2')]);
    await deliver();
    const sql = `select entry, state, instance, version, work_date::text as date, correlation_id as correlation
                   from billing_line where reference = 'TE-kantata-1'`;
    expect(await rows(bench.database, sql)).toEqual([
      {
        entry,
        state: 'not-billable',
        instance: 'kantata',
        version: new Date(entry.modifiedAt),
        date: today,
        correlation: 'c-1',
      },
    ]);
  });

  it('taken in by two processes is taken in once', async () => {
    await log(month());
    await Promise.all([deliver(), deliver()]);
    expect(await rows(bench.database, 'select 1 from billing_line')).toHaveLength(many);
    expect(await rows(bench.database, `select 1 from inbox where outcome = 'applied'`)).toHaveLength(many);
  });

  it('holds up nobody where one entry cannot be kept', async () => {
    const { applyFirst, ...alone } = intake();
    const poisoned = 'time-entry/3';
    const refuse = (told: StoredEvent[]): void => {
      if (told.some(({ subject }) => subject === poisoned)) throw new TypeError('no such column');
    };
    const subscription: Subscription = {
      ...alone,
      handle: (event, manager) => (refuse([event]), alone.handle(event, manager)),
      applyFirst: (told, manager) => (refuse(told), applyFirst!(told, manager)),
    };
    await log(month());
    const tries = 5;
    for (let failed = 1; failed < tries; failed += 1) await expect(deliver(subscription)).rejects.toThrow('no such');
    await deliver(subscription);
    expect(await rows(bench.database, 'select 1 from billing_line')).toHaveLength(many - 1);
  });
});

describe('projects of one legal entity in several currencies', () => {
  it('are billed in one run, each in its own, with corrections in the same', async () => {
    const euros = { ...terms, code: 'P-2', currency: 'EUR', rates: [{ role: 'QA', hourlyRate: euro('55.00') }] };
    bench.terms = () => ({ find: (code) => Promise.resolve(code === 'P-2' ? euros : terms) });
    await bench.tell(bench.entry('1'));
    await bench.tell(bench.entry('2', { project: 'P-2', hourlyRate: euro('55.00') }));
    await bench.bill();
    await bench.tell(bench.entry('2', { project: 'P-2', hourlyRate: euro('55.00'), minutes: 90 }));
    await bench.bill();
    const bills = bench.books.bills.map(({ state: { project, currency, lines } }) => {
      return `${project} ${currency} ${lines.map(({ amount }) => `${amount.amount} ${amount.currency}`).join(', ')}`;
    });
    expect(bills).toEqual(['P-1 USD 60.00 USD', 'P-2 EUR 55.00 EUR', 'P-2 EUR 82.50 EUR, -55.00 EUR']);
  });
});

const euro = (amount: string) => ({ amount, currency: 'EUR' });
