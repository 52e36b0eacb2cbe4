import { events } from '#contracts';
import { daysAgo, Told } from '../experience.fixture.js';
import { KpiRepository } from '../kpis/kpi.repository.js';
import { KpisService } from '../kpis/kpis.service.js';
import { FreshnessRepository } from '../readmodels/freshness.repository.js';
import { ObjectiveRepository } from './objective.repository.js';
import { ObjectivesService } from './objectives.service.js';

let told: Told;
let objectives: ObjectivesService;

beforeAll(async () => {
  told = await Told.open();
  const freshness = new FreshnessRepository(told.database);
  const figures = new KpisService(new KpiRepository(told.database), freshness);
  objectives = new ObjectivesService(new ObjectiveRepository(told.database), figures, freshness);
});
beforeEach(() => told.clear());
afterAll(() => told.close());

interface Ended {
  days?: number;
  seconds: number;
  waited?: number;
  objective?: number | null;
  state?: 'completed' | 'cancelled';
  workflow?: string;
}

let runs = 0;

/** Tells of a run that ended so many days ago, and how long it took. */
async function ended({ days = 2, seconds, waited = 0, objective = 900, state = 'completed', workflow }: Ended) {
  const at = daysAgo(days);
  const id = `run-${(runs += 1)}`;
  const data = {
    owner: 'process-projects',
    id,
    workflow: workflow ?? 'project-mobilisation',
    state,
    title: `Mobilisation ${id}`,
    begunAt: new Date(Date.parse(at) - seconds * 1000).toISOString(),
    objectiveSeconds: objective,
    waitedSeconds: waited,
  };
  await told.that(events.runEnded, `run/${id}`, data, at);
  return id;
}

describe('the objective of a workflow', () => {
  it('counts runs in time, what is left of the budget, and how fast it goes', async () => {
    for (const seconds of [60, 120, 900]) await ended({ seconds });
    const late = await ended({ seconds: 1_800, days: 0 });
    const { items, figure, worst, days } = await objectives.list();
    expect(days).toBe(28);
    // Three of four are in time, the one of the last day is not; 4 hundredths of a run may be late. Median of 60, 120, 900, 1800.
    expect(items).toEqual([
      {
        process: 'process-projects',
        workflow: 'project-mobilisation',
        objectiveSeconds: 900,
        target: '99',
        ended: 4,
        late: 1,
        inTime: '75.00',
        medianSeconds: 510,
        budgetLeft: '-2400.0',
        burn: '100.0',
      },
    ]);
    expect(figure).toMatchObject({ id: 'runs-in-time', number: '75.00', records: 4, owner: 'integration-operations' });
    expect(worst).toMatchObject([{ run: late, process: 'process-projects', seconds: 1_800 }]);
  });

  it('leaves out what a run waited for by design', async () => {
    await ended({ seconds: 86_400, waited: 86_000 });
    expect((await objectives.list()).items).toMatchObject([{ late: 0, medianSeconds: 400 }]);
  });

  it('counts neither what was taken back, nor what is older than the window, nor what was told without one', async () => {
    await ended({ seconds: 9_999, state: 'cancelled' });
    await ended({ seconds: 9_999, days: 29 });
    await ended({ seconds: 9_999, objective: null });
    const { items, worst, figure } = await objectives.list();
    expect([items, worst, figure.number]).toEqual([[], [], null]);
  });

  it('holds each run to what it was told with, and puts the workflow in most trouble first', async () => {
    await ended({ seconds: 600, objective: 300, days: 3 });
    await ended({ seconds: 600, objective: 900, days: 2 });
    await ended({ seconds: 10, workflow: 'worker-onboarding' });
    const { items } = await objectives.list();
    expect(items.map(({ workflow, late, objectiveSeconds }) => [workflow, late, objectiveSeconds])).toEqual([
      ['project-mobilisation', 1, 900],
      ['worker-onboarding', 0, 900],
    ]);
  });
});
