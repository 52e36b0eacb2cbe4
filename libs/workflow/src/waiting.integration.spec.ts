import { events } from '#contracts';
import { deliverOnce, eventOf, publish, relayOnce } from '#events';
import { rows } from '#platform';
import {
  afterLease,
  begin,
  closeBench,
  control,
  database,
  engine,
  logger,
  openBench,
  resolve,
  runs,
  views,
  waits,
} from './engine.fixture.js';
import type { Flow } from './flow.js';
import { dueQuery } from './run.repository.js';
import { eventWaits } from './waiting.js';

beforeAll(openBench);
afterAll(closeBench);

const subscription = () => eventWaits([events.projectActivated], waits);

/** A project becomes active, as far as the event log knows. */
async function activate(project: string): Promise<void> {
  const event = eventOf({
    type: events.projectActivated,
    source: '/apps/test',
    subject: `project/${project}`,
    key: project,
    correlationId: 'c-1',
    data: { project, name: project, legalEntity: 'US1' },
  });
  await database.transaction((manager) => publish(manager, [event]));
  await relayOnce(database);
}

const deliver = () => deliverOnce(database, logger, subscription());
const stateOf = async (id: string) => (await views.run(id)).state;

const forProject = (project: string, deadline?: string) => (flow: Flow) =>
  flow.waitFor('project is active', {
    event: events.projectActivated,
    data: { project },
    ...(deadline && { deadline }),
  });

describe('a run that waits for an event', () => {
  it('goes on when it comes, with what it said', async () => {
    const heard: unknown[] = [];
    const run = engine(async (flow) => void heard.push(await forProject('P-1')(flow)));
    const id = await begin();
    await run.advance(id);
    expect(await views.run(id)).toMatchObject({ state: 'waiting', wakeAt: null });
    await activate('P-1');
    await deliver();
    await run.advance(id);
    expect(heard).toEqual([{ project: 'P-1', name: 'P-1', legalEntity: 'US1' }]);
    expect(await stateOf(id)).toBe('completed');
    expect(await rows(database, 'select 1 from wait where run_id = $1', [id])).toHaveLength(0);
  });

  it('hears one that came and was delivered before it began to wait', async () => {
    const run = engine(async (flow) => {
      await flow.step('before', { act: () => activate('P-2') });
      await flow.read('delivered', async () => ({ events: await deliver() }));
      await forProject('P-2')(flow);
    });
    const id = await begin();
    await run.advance(id);
    expect(await stateOf(id)).toBe('completed');
  });

  it('hears one whose delivery meets it as it lies down', async () => {
    const run = engine(async (flow) => void (await forProject('P-3')(flow)));
    const id = await begin();
    await Promise.all([run.advance(id), activate('P-3').then(deliver)]);
    await run.advance(id);
    expect(await stateOf(id)).toBe('completed');
  });

  it('does not hear one from before it began, nor one about something else', async () => {
    await activate('P-4');
    const run = engine(async (flow) => void (await forProject('P-4')(flow)));
    const id = await begin();
    await run.advance(id);
    await activate('P-5');
    await deliver();
    await run.advance(id);
    expect(await stateOf(id)).toBe('waiting');
  });

  it('goes on with null when the deadline has passed', async () => {
    const heard: unknown[] = [];
    const run = engine(async (flow) => void heard.push(await forProject('P-6', '2020-01-01')(flow)));
    const id = await begin();
    await run.advance(id);
    expect(heard).toEqual([null]);
  });
});

describe('a wait for an event the workflow does not list', () => {
  it('is a defect at once, not a run that is never woken', async () => {
    const run = engine(async (flow) => void (await flow.waitFor('closed', { event: events.workerReady })));
    const id = await begin();
    await run.advance(id);
    expect((await views.run(id)).waitingFor).toContain('is not in the waitsFor');
  });
});

describe('a run that waits for a date', () => {
  it('sleeps until then and goes on', async () => {
    const run = engine((flow) => flow.waitUntil('first day', 'P30D'));
    const id = await begin();
    await run.advance(id);
    const [due] = await rows<{ days: number }>(
      database,
      `select round(extract(epoch from wake_at - updated_at) / 86400)::int as days from run where id = $1`,
      [id],
    );
    expect(due!.days).toBe(30);
    await database.query(`update wait set until = now() where run_id = $1`, [id]);
    await afterLease(id);
    await run.advance(id);
    expect(await stateOf(id)).toBe('completed');
  });
});

describe('a run that waits for a person', () => {
  const controller = { subject: 'u-1', name: 'Dana', roles: ['finance-operations'] };
  const advance = (id: string) =>
    engine(async (flow) => {
      const { by } = await flow.approval('release the invoice', { roles: ['finance-operations'], fourEyes: true });
      flow.about({ title: `approved by ${by}` });
    }).advance(id);
  const word = (decision: 'approve' | 'reject') => ({ step: 'release the invoice', decision, reason: 'checked' });

  it('goes on when somebody who may approves', async () => {
    const id = await begin(1, 'u-2');
    await advance(id);
    await control.decide(id, word('approve'), controller);
    await advance(id);
    expect(await views.run(id)).toMatchObject({ state: 'completed', title: 'approved by Dana' });
  });

  it('is not approved by somebody without the role, nor by who asked, nor twice', async () => {
    const id = await begin(1, 'u-1');
    await advance(id);
    const clerk = { ...controller, roles: ['hr-operations'] };
    await expect(control.decide(id, word('approve'), clerk)).rejects.toThrow('decided by finance-operations');
    await expect(control.decide(id, word('approve'), controller)).rejects.toThrow('who asked for it');
    const other = { ...controller, subject: 'u-3', name: 'Lee' };
    await control.decide(id, word('approve'), other);
    await expect(control.decide(id, word('reject'), other)).rejects.toThrow('nothing is to be decided');
  });

  it('stops as an exception when somebody rejects, and asks anew when it is tried again', async () => {
    const id = await begin();
    await advance(id);
    await control.decide(id, word('reject'), controller);
    await advance(id);
    const [open] = (await views.exceptions({ state: 'open' })).items.filter(({ runId }) => runId === id);
    expect(open).toMatchObject({ code: 'approval-rejected', message: 'Dana said no: checked' });
    await resolve(id, { action: 'retry' });
    await advance(id);
    expect(await stateOf(id)).toBe('waiting');
  });

  it('stays on hold until somebody lifts it', async () => {
    const run = engine(async (flow) => {
      await flow.hold('month end', { roles: ['finance-operations'], reason: 'books are closing' });
    });
    const id = await begin();
    await run.advance(id);
    await afterLease(id);
    await run.advance(id);
    expect(await views.run(id)).toMatchObject({ state: 'waiting', waitingFor: 'month end: books are closing' });
    await control.decide(id, { step: 'month end', decision: 'approve', reason: 'closed' }, controller);
    await run.advance(id);
    expect(await stateOf(id)).toBe('completed');
  });

  it('can be cancelled and takes back what it did', async () => {
    const undone: string[] = [];
    const run = engine(async (flow) => {
      await flow.step('shell', { act: async () => 1, undo: async () => undone.push('shell') });
      await flow.approval('go', { roles: ['pmo'] });
    });
    const id = await begin();
    await run.advance(id);
    await control.cancel(id, 'not wanted any more', controller);
    await run.advance(id);
    expect([await stateOf(id), undone]).toEqual(['cancelled', ['shell']]);
    expect(await rows(database, 'select 1 from wait where run_id = $1', [id])).toHaveLength(0);
  });
});

describe('10,000 waiting runs', () => {
  it('cost rows only: the sweeper reads none of them and makes no job', async () => {
    await database.query(`update run set state = 'completed'`);
    await database.query(
      `insert into run (id, workflow, version, key, title, input, correlation_id, state, wake_at)
       select gen_random_uuid(), 'many', 1, n::text, 'many', '{}', 'c', 'waiting',
              case when n % 2 = 0 then now() + interval '1 day' end from generate_series(1, 10000) n`,
    );
    await database.query('analyze run');
    expect(await runs.due(200)).toEqual([]);
    const [explained] = await rows<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
      database,
      `explain (analyze, format json) ${dueQuery}`,
      [200],
    );
    const looked = nodes(explained!['QUERY PLAN'][0].Plan).find((node) => node['Index Name'] === 'run_due');
    expect(looked).toMatchObject({ 'Actual Rows': 0, 'Rows Removed by Filter': 0 });
  });
});

interface PlanNode {
  'Index Name'?: string;
  Plans?: PlanNode[];
}

const nodes = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodes)];
