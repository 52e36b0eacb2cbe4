import { Failure } from '#kernel';
import { EstateView, rows } from '#platform';
import {
  afterLease,
  begin,
  closeBench,
  control,
  database,
  engine,
  openBench,
  views,
  windows,
  windowsOpen,
} from './engine.fixture.js';
import type { Windows } from './window-waits.js';
import { movedQuery, waitedForQuery } from './window-waits.js';

beforeAll(openBench);
afterAll(closeBench);
beforeEach(async () => {
  await database.query('delete from wait');
  await database.query(`update run set state = 'completed'`);
});

const open: Windows = (_window, at) => at;
const unknown: Windows = () => null;
const until =
  (moment: string): Windows =>
  (_window, at) =>
    at < new Date(moment) ? new Date(moment) : at;

let posted: string[];
beforeEach(() => (posted = []));

const billing = () =>
  engine(async (flow) => {
    await flow.waitForWindow('the books are open', 'MER-US');
    await flow.step('post', { act: async (key) => void posted.push(key) });
  });

const due = (id: string) =>
  rows(database, `select 1 from run where id = $1 and wake_at <= clock_timestamp()`, [id]).then(({ length }) => length);

/** A run that lies down before a closed window. */
async function waiting(when: Windows): Promise<string> {
  windowsOpen(when);
  const id = await begin();
  await billing().advance(id);
  expect(posted).toEqual([]);
  return id;
}

describe('a run that posts to books that are open', () => {
  it('goes on at once, and keeps the answer though the window closes meanwhile', async () => {
    windowsOpen(open);
    const id = await begin();
    let tries = 0;
    const run = engine(async (flow) => {
      await flow.waitForWindow('the books are open', 'MER-US');
      await flow.read('customer', () => {
        tries += 1;
        return tries === 1 ? Promise.reject(new Failure('unavailable', 'away')) : Promise.resolve({});
      });
    });
    await run.advance(id);
    windowsOpen(unknown);
    await afterLease(id);
    await run.advance(id);
    expect(await views.run(id)).toMatchObject({ state: 'completed' });
    expect(await rows(database, 'select 1 from wait')).toHaveLength(0);
  });

  it('parks as an exception where there is no such window', async () => {
    windowsOpen(() => {
      throw new Failure('rejected', 'no posting window for legal entity "MER-US"', { code: 'missing-window' });
    });
    const id = await begin();
    await billing().advance(id);
    expect(await views.run(id)).toMatchObject({ state: 'parked' });
    expect(posted).toEqual([]);
  });
});

describe('a run that meets closed books', () => {
  it('waits as a row, says until when, and posts once they are open', async () => {
    const id = await waiting(until('2099-12-03T11:00:00Z'));
    expect(await views.run(id)).toMatchObject({
      state: 'waiting',
      waitingFor: 'the books are open: posting window of MER-US, opens at 2099-12-03T11:00Z',
      wakeAt: new Date('2099-12-03T11:00:00Z'),
    });
    windowsOpen(open);
    await afterLease(id);
    await billing().advance(id);
    await billing().advance(id);
    expect([(await views.run(id)).state, posted.length]).toEqual(['completed', 1]);
    expect(await rows(database, 'select 1 from wait')).toHaveLength(0);
  });

  it('says so where nobody knows when they open, and has no time to wake at', async () => {
    const id = await waiting(unknown);
    expect(await views.run(id)).toMatchObject({
      waitingFor: 'the books are open: posting window of MER-US, nobody has said when it opens',
      wakeAt: null,
    });
  });

  it('asks again however it was woken, and lies down again while they are closed', async () => {
    const id = await waiting(until('2099-12-03T11:00:00Z'));
    await afterLease(id);
    await billing().advance(id);
    const { steps, state } = await views.run(id);
    expect([state, posted, steps.map(({ attempts }) => attempts.length)]).toEqual(['waiting', [], [1]]);
  });

  it('goes on after a crash between waking and posting, from where it stood', async () => {
    const id = await waiting(until('2099-12-03T11:00:00Z'));
    windowsOpen(open);
    await afterLease(id);
    const crashing = engine(async (flow) => {
      await flow.waitForWindow('the books are open', 'MER-US');
      await database.query('update run set fence = fence + 1 where id = $1', [id]);
      await flow.step('post', { act: async (key) => void posted.push(key) });
    });
    await crashing.advance(id);
    expect(posted).toEqual([]);
    windowsOpen(unknown);
    await afterLease(id);
    await billing().advance(id);
    expect([(await views.run(id)).state, posted.length]).toEqual(['completed', 1]);
  });

  it('can be cancelled', async () => {
    const id = await waiting(unknown);
    await control.cancel(id, 'not this month', { subject: 'u-1', name: 'Dana', roles: [] });
    await billing().advance(id);
    expect((await views.run(id)).state).toBe('cancelled');
    expect(await rows(database, 'select 1 from wait')).toHaveLength(0);
  });
});

describe('a window that is moved while runs wait', () => {
  it('wakes them when it opens earlier, later, at last, or at nobody knows when', async () => {
    for (const [before, after] of [
      [until('2099-12-03T11:00:00Z'), open],
      [until('2099-12-03T11:00:00Z'), until('2099-12-02T11:00:00Z')],
      [until('2099-12-03T11:00:00Z'), until('2099-12-04T11:00:00Z')],
      [until('2099-12-03T11:00:00Z'), unknown],
      [unknown, until('2099-12-03T11:00:00Z')],
      [unknown, open],
    ] as const) {
      posted = [];
      const id = await waiting(before);
      windowsOpen(after);
      expect(await due(id)).toBe(0);
      await windows.wakeMoved();
      expect(await due(id)).toBe(1);
      await afterLease(id);
      await billing().advance(id);
      expect([await due(id), posted.length]).toEqual(after === open ? [0, 1] : [0, 0]);
    }
  });

  it('shows the new time, and leaves runs alone that know it', async () => {
    const id = await waiting(until('2099-12-03T11:00:00Z'));
    windowsOpen(until('2099-12-05T11:00:00Z'));
    await windows.wakeMoved();
    await billing().advance(id);
    expect((await views.run(id)).waitingFor).toContain('opens at 2099-12-05T11:00Z');
    await windows.wakeMoved();
    expect(await due(id)).toBe(0);
  });

  it('wakes runs whose window was taken away, so that they say so', async () => {
    const id = await waiting(unknown);
    windowsOpen((window) => new EstateView({ postingWindows: [] } as never).postingOpens(window, new Date()));
    await windows.wakeMoved();
    await billing().advance(id);
    expect(await views.run(id)).toMatchObject({ state: 'parked' });
  });
});

describe('10,000 runs that wait for two windows', () => {
  it('cost rows only: nobody looks at them while the windows stay where they are', async () => {
    await database.query(
      `insert into run (id, workflow, version, key, title, input, correlation_id, state, wake_at)
       select gen_random_uuid(), 'many', 1, n::text, 'many', '{}', 'c', 'waiting', '2099-12-03' from generate_series(1, 10000) n`,
    );
    await database.query(
      `insert into wait (run_id, name, posting_window, until, after)
       select id, 'the books are open', 'MER-' || key::int % 2, '2099-12-03', 0 from run where workflow = 'many'`,
    );
    await database.query('analyze run, wait');
    expect(await examined(waitedForQuery)).toBeLessThanOrEqual(6);
    expect(await examined(movedQuery, ['MER-1', '2099-12-03'])).toBeLessThanOrEqual(2);
    windowsOpen(until('2099-12-03T00:00:00Z'));
    expect(await windows.wakeMoved()).toBe(false);
  });
});

interface PlanNode {
  'Relation Name'?: string;
  'Node Type': string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: PlanNode[];
}

/** How many rows of tables and indexes a statement reads. */
async function examined(statement: string, values: unknown[] = []): Promise<number> {
  const [explained] = await rows<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
    database,
    `explain (analyze, format json) ${statement}`,
    values,
  );
  return scanned(explained!['QUERY PLAN'][0].Plan);
}

const scanned = (node: PlanNode): number =>
  (node['Node Type'].includes('Scan') &&
  !node['Node Type'].startsWith('WorkTable') &&
  !node['Node Type'].startsWith('CTE')
    ? (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops']
    : 0) + (node.Plans ?? []).reduce((sum, plan) => sum + scanned(plan), 0);
