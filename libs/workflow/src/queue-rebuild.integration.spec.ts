import { rows } from '#platform';
import { begin, closeBench, database, engine, openBench, runs, views } from './engine.fixture.js';
import { rebuildQueue, runSchemas } from './queue-rebuild.js';

beforeAll(openBench);
afterAll(closeBench);
beforeEach(() => database.query(`update run set state = 'completed'`));

const schema = 'process_test';
const handedOut = async (): Promise<string[]> => (await runs.due(1000)).map(({ id }) => id).sort();
const nothing = () => engine(async () => undefined);

describe('a queue that is lost', () => {
  it('is filled at once with every run that was handed to it', async () => {
    const ids = [await begin(), await begin(), await begin()].sort();
    expect(await handedOut()).toEqual(ids);
    expect(await handedOut()).toEqual([]);
    expect(await rebuildQueue(database, schema)).toBe(3);
    expect(await handedOut()).toEqual(ids);
    for (const id of ids) await nothing().advance(id);
    expect(await Promise.all(ids.map(async (id) => (await views.run(id)).state))).toEqual(Array(3).fill('completed'));
  });

  it('may be filled again and again, and while nothing was lost: each run is done once', async () => {
    const id = await begin();
    let done = 0;
    const run = engine(async (flow) => void (await flow.step('post', { act: async () => (done += 1) })));
    const jobs: string[] = [];
    for (let round = 0; round < 3; round += 1) {
      jobs.push(...(await handedOut()));
      expect(await rebuildQueue(database, schema)).toBe(1);
    }
    expect(jobs).toEqual([id, id, id]);
    await Promise.all(jobs.map((job) => run.advance(job)));
    expect(done).toBe(1);
    expect(await rebuildQueue(database, schema)).toBe(0);
  });

  it('leaves alone what is in hand, waits for later or for somebody, or has ended', async () => {
    const [held, later, parked, ended] = [await begin(), await begin(), await begin(), await begin()];
    await runs.due(1000);
    await runs.claim(held);
    await database.query(`update run set state = 'waiting', wake_at = now() + interval '1 day' where id = $1`, [later]);
    await database.query(`update run set state = 'parked' where id = $1`, [parked]);
    await database.query(`update run set state = 'cancelled' where id = $1`, [ended]);
    expect(await rebuildQueue(database, schema)).toBe(0);
    const touched = await rows(database, 'select 1 from run where id = any($1) and queued_at is null', [
      [held, later, parked, ended],
    ]);
    expect(touched).toEqual([]);
  });

  it('is filled for every app that has runs, and for no other', async () => {
    await database.query('create schema process_other');
    await database.query('create table process_other.run (like run including all)');
    await database.query('create schema elsewhere');
    await database.query('create table elsewhere.run (id int)');
    expect(await runSchemas(database)).toEqual(['process_other', schema]);
    await begin();
    expect(await rebuildQueue(database, 'process_other')).toBe(0);
  });
});
