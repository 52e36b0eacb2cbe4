import { newKey } from './orders-app.fixture.js';
import { rafael, RunsBench } from './runs-bench.fixture.js';

let bench: RunsBench;
beforeAll(async () => (bench = await RunsBench.open({ ownRole: true })));
afterAll(() => bench.close());

describe('an estate whose tables belong to somebody else', () => {
  it('does all its work with rights on rows only', async () => {
    const run = await bench.begin('waiting');
    const yes = { step: 'release the project', decision: 'approve', reason: 'within budget' };
    const decided = await bench.askPortal('post', `/v1/lines/${run.key}/decisions`, yes, {
      person: rafael,
      key: newKey(),
    });
    expect(decided.status).toBe(202);
    await bench.reached(run.id, 'completed');
    const [entry] = await bench.sql<object>('select actor, action, after from process_projects.audit');
    expect(entry).toEqual({
      actor: 'Rafael Ortiz',
      action: 'run.approve',
      after: { person: 'u-2', step: 'release the project' },
    });
  });

  it.each([
    'update process_projects.audit set actor = null',
    'delete from process_projects.audit',
    'truncate process_projects.audit',
    'delete from events.log',
    'update events.log set subject = null',
    'drop table process_projects.run',
    'alter table process_projects.audit disable trigger user',
    'create table process_projects.mine (id int)',
  ])('cannot %s', async (statement) => {
    await expect(bench.sql(statement)).rejects.toThrow(/permission denied|must be owner/);
  });
});
