import { Failure } from '#kernel';
import { afterLease, begin, closeBench, engine, openBench, runs } from '../../../libs/workflow/src/engine.fixture.js';
import { reportActuals } from './report-actuals.js';

beforeAll(openBench);
afterAll(closeBench);

/** A planning system that keeps idempotency keys, and the minutes billed on one assignment. */
class Planning {
  billed = 60;
  actuals = 0;
  /** What happens after a report is done and before it is answered. */
  meanwhile: () => void = () => undefined;
  private readonly requests = new Map<string, number>();

  async put(key: string, minutes: number): Promise<void> {
    const known = this.requests.get(key);
    if (known !== undefined && known !== minutes)
      throw new Failure('rejected', `idempotency key "${key}" was used for another request`);
    this.requests.set(key, minutes);
    if (known === undefined) this.actuals = minutes;
    const happens = this.meanwhile;
    this.meanwhile = () => undefined;
    happens();
  }
}

async function report(planning: Planning, advances: number): Promise<string> {
  const body = engine((flow) =>
    reportActuals(flow, '7', {
      count: async () => planning.billed,
      put: (key, minutes) => planning.put(key, minutes),
    }),
  );
  const id = await begin();
  for (let times = 0; times < advances; times += 1) {
    await afterLease(id);
    await body.advance(id);
  }
  return (await runs.find(id))!.state;
}

describe('actuals of an assignment', () => {
  it('are repeated as they were sent when the answer was lost and more was billed meanwhile', async () => {
    const planning = new Planning();
    planning.meanwhile = () => {
      planning.billed = 90;
      throw new Failure('outcome-unknown', 'no answer');
    };
    expect(await report(planning, 2)).toBe('completed');
    expect(planning.actuals).toBe(90);
  });

  it('end as the newest total where another batch was reported in between', async () => {
    const planning = new Planning();
    planning.meanwhile = () => {
      planning.billed = 150;
    };
    expect(await report(planning, 1)).toBe('completed');
    expect(planning.actuals).toBe(150);
  });
});
