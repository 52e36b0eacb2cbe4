import { DBOS } from '@dbos-inc/dbos-sdk';
import { callStub, calls, compete, type Measured, spread, type Task, timed } from './contestant.js';

/** DBOS Transact: a durable workflow whose steps are recorded in PostgreSQL. */
async function run(task: Task): Promise<Measured> {
  DBOS.setConfig({ name: 'benchmark', systemDatabaseUrl: task.databaseUrl, logLevel: 'error' });
  const workflow = DBOS.registerWorkflow(
    async (number: number) => {
      for (const name of calls) await DBOS.runStep(() => callStub(task.stubUrl, `${number}/${name}`), { name });
      await DBOS.runStep(async () => 4, { name: 'add up' });
    },
    { name: 'benchmark' },
  );
  await DBOS.launch();
  const measured = await timed(() =>
    spread(task.workflows, task.inFlight, async (at) => {
      const handle = await DBOS.startWorkflow(workflow, { workflowID: `bench-${at}` })(at);
      await handle.getResult();
    }),
  );
  await DBOS.shutdown();
  return measured;
}

compete(run);
