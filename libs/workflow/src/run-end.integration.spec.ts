import { rows } from '#platform';
import { relayOnce } from '#events';
import { afterLease, begin, closeBench, control, database, engine, openBench } from './engine.fixture.js';

beforeAll(openBench);
afterAll(closeBench);

interface Told {
  objectiveSeconds: number;
  waitedSeconds: number;
}

async function toldOf(id: string): Promise<Told[]> {
  await relayOnce(database);
  const found = await rows<{ data: Told }>(database, 'select data from events.log where subject = $1', [`run/${id}`]);
  return found.map(({ data: { objectiveSeconds, waitedSeconds } }) => ({ objectiveSeconds, waitedSeconds }));
}

/** As if what was begun had begun so long ago. */
const earlier = (id: string, seconds: number) =>
  database.query(
    `update step set attempts = jsonb_set(attempts, '{0,startedAt}',
        to_jsonb(clock_timestamp() - $2 * interval '1 second')) where run_id = $1 and kind = 'wait'`,
    [id, seconds],
  );

describe('a run that has ended', () => {
  it('tells the time its workflow should take, and that it waited for nothing', async () => {
    const id = await begin();
    await engine(async (flow) => void (await flow.step('once', { act: () => Promise.resolve(1) }))).advance(id);
    // The workflow says 1m.
    expect(await toldOf(id)).toEqual([{ objectiveSeconds: 60, waitedSeconds: 0 }]);
  });

  it('tells how long it waited by design, where several waits at a time count once', async () => {
    const run = engine(async (flow) => {
      await flow.parallel({
        one: () => flow.waitUntil('one', 'P1D'),
        other: () => flow.waitUntil('other', 'P1D'),
      });
    });
    const id = await begin();
    await run.advance(id);
    await earlier(id, 7_200);
    await database.query('update wait set until = now() where run_id = $1', [id]);
    await afterLease(id);
    await run.advance(id);
    const [told] = await toldOf(id);
    // Two hours, and the seconds this took.
    expect(told!.waitedSeconds).toBeGreaterThanOrEqual(7_200);
    expect(told!.waitedSeconds).toBeLessThan(14_000);
  });

  it('tells it too where a person kept it waiting', async () => {
    const run = engine(async (flow) => void (await flow.approval('release', { roles: ['pmo'] })));
    const id = await begin();
    await run.advance(id);
    await earlier(id, 3_600);
    const person = { subject: 'u-2', name: 'Rafael Ortiz', roles: ['pmo'] };
    await control.decide(id, { step: 'release', decision: 'approve', reason: 'checked' }, person);
    await afterLease(id);
    await run.advance(id);
    expect((await toldOf(id))[0]!.waitedSeconds).toBeGreaterThanOrEqual(3_600);
  });
});
