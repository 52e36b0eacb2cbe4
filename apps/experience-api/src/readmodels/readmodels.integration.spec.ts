import { events } from '#contracts';
import { daysAgo, Told, usd } from '../experience.fixture.js';
import { FreshnessRepository } from './freshness.repository.js';
import { rebuild } from './projector.repository.js';
import { projectedTables } from './readmodel-schema.js';

let told: Told;

beforeAll(async () => {
  told = await Told.open();
});

beforeEach(() => told.clear());
afterAll(() => told.close());

const everything = async (): Promise<unknown> =>
  Object.fromEntries(
    await Promise.all(
      projectedTables.map(async (table) => [table, await told.rows(`select * from ${table} order by 1, 2`)] as const),
    ),
  );

describe('the read models', () => {
  it('carry a deal to its project, each moment as it was told first', async () => {
    await told.won('OPP-1', {}, daysAgo(10));
    await told.project('Created', 'OPP-1', daysAgo(9));
    await told.project('Activated', 'OPP-1', daysAgo(8));
    await told.project('Activated', 'OPP-1', daysAgo(1));
    const [found] = await told.rows<{ deal: string; activated: number; value: string }>(
      `select deal.code as deal, round(extract(epoch from now() - activated_at) / 86400)::int as activated, deal.amount::text as value
         from project join deal on deal.code = project.deal`,
    );
    expect(found).toEqual({ deal: 'OPP-1', activated: 8, value: '10000.00' });
  });

  it('never let an older version replace a newer one', async () => {
    await told.won('OPP-1', { modifiedAt: daysAgo(2), amount: usd('12000.00') });
    await told.won('OPP-1', { modifiedAt: daysAgo(3), amount: usd('10000.00') });
    expect(await told.rows('select amount::text from deal')).toEqual([{ amount: '12000.00' }]);
    expect(await told.rows(`select outcome, count(*)::int from inbox group by 1 order by 1`)).toEqual([
      { outcome: 'applied', count: 1 },
      { outcome: 'superseded', count: 1 },
    ]);
  });

  it('know an exception as open until it is settled, and who settled it', async () => {
    const facts = { class: 'K8', amount: '900.00', project: 'P-OPP-1' };
    const id = await told.raised('billing-line/TE-kantata-1', facts);
    expect(await told.rows('select class, amount::text, settled_at from exception')).toEqual([
      { class: 'K8', amount: '900.00', settled_at: null },
    ]);
    await told.settled(id, 'billing-line/TE-kantata-1', facts);
    expect(await told.rows('select settled_by, settled_at > raised_at as later from exception')).toEqual([
      { settled_by: 'dana', later: true },
    ]);
  });

  it('leave out an exception told before it said what it is about', async () => {
    await told.that(events.exceptionRaised, 'exception/1', { owner: 'process-billing', id: '1' });
    expect(await told.rows('select * from exception')).toEqual([]);
  });

  it('are the same when they are made again from the log, whatever became of them', async () => {
    await told.won('OPP-1');
    await told.project('Created', 'OPP-1');
    await told.time('1');
    await told.raised('run/1', { class: 'K9' });
    const before = await everything();
    await told.database.query(`update deal set name = 'spoilt'`);
    await told.database.query('delete from time_entry');
    await told.only(events.projectActivated, 'project/P-OPP-1', {
      project: 'P-OPP-1',
      name: 'x',
      legalEntity: 'MER-US',
    });
    expect(await rebuild(told.database)).toBe(4);
    expect(await everything()).toEqual(before);
    expect(await told.deliver()).toBe(1);
    expect(await told.rows('select activated_at is not null as active from project')).toEqual([{ active: true }]);
  });

  it('say since when something told is not in them', async () => {
    const freshness = new FreshnessRepository(told.database);
    expect(await freshness.now()).toMatchObject({ lagSeconds: 0, missing: [] });
    await told.only(events.projectActivated, 'project/P-1', { project: 'P-1', name: 'x', legalEntity: 'MER-US' });
    const [log] = await told.rows<{ at: Date }>('select recorded_at as at from events.log');
    expect((await freshness.now()).asOf).toBe(log!.at.toISOString());
    await told.deliver();
    expect(await freshness.position()).toBe(1);
  });

  it('name a source that gives no answer, and show what it said', async () => {
    const freshness = new FreshnessRepository(told.database);
    await told.kept.answered('process-billing');
    await told.kept.failed('process-billing', 'cannot be reached');
    expect((await freshness.now()).missing).toEqual([
      { part: 'process-billing', reason: expect.stringMatching(/^as of \d{4}-.*: cannot be reached$/) as string },
    ]);
    await told.kept.answered('process-billing');
    expect((await freshness.now()).missing).toEqual([]);
  });

  it('keep the newest of a billing line, in whatever order its changes are read', async () => {
    await told.line('1', { state: 'posted', updatedAt: daysAgo(1) });
    await told.line('1', { state: 'ready', updatedAt: daysAgo(2) });
    expect(await told.rows('select state from billing_line')).toEqual([{ state: 'posted' }]);
  });
});
