import { newId } from '#kernel';
import { changeProject } from '../../../apps/process-projects/src/change-project.workflow.js';
import { laterRate, projectOf, role } from '../business.js';
import { until } from '../pool.js';
import type { Bench } from './bench.js';
import { begunDeal, projectsSchema } from './deals.js';
import type { Exercises, Prepare, Started } from './exercise.js';

const mobilisation: Prepare = async (bench, record) => {
  const code = `CRASH-${bench.next()}`;
  return () => begunDeal(bench, code, record);
};

/** A mobilised deal of which more is sold, at another rate from the next year on. */
const change: Prepare = async (bench, record) => {
  const code = `CRASH-${bench.next()}`;
  const deal = await begunDeal(bench, code, newId());
  await bench.done(deal, code);
  return async () => {
    const { opportunityId } = deal;
    const sold = { role: role.code, hours: 440, hourlyRate: Number(laterRate), date: '2027-01-01' };
    await bench.act('salesforce/changeOpportunity', { code, products: [sold] });
    const { SystemModstamp } = await bench.look<{ SystemModstamp: string }>(`salesforce/Opportunity/${opportunityId}`);
    const dealVersion = new Date(SystemModstamp).toISOString();
    const input = { instance: 'salesforce', opportunityId, dealVersion };
    return bench.begun(projectsSchema, changeProject, input, record ?? newId());
  };
};

/** A mobilisation that waits for a person. */
export interface Stopped {
  runId: string;
  record: string;
  exception: string;
  project: string;
}

export const cancelling = (runId: string): Started['runs'][number] => ({
  schema: projectsSchema,
  runId,
  state: 'cancelled',
});

/** A mobilisation that stopped, taken back by a person. */
const cancellation: Prepare = async (bench, record) => {
  const { exception, runId, record: own } = await stopped(bench, record ?? newId());
  return async () => {
    await bench.resolve('projects', exception, { action: 'cancel', reason: 'the deal was called off' }, own);
    return { runs: [cancelling(runId)], records: [own] };
  };
};

/** A mobilisation that waits for a person, and whose event has been heard: it would set it going again. */
export async function stopped(bench: Bench, record: string): Promise<Stopped> {
  const code = `CRASH-${bench.next()}`;
  const { runs, opportunityId } = await begunDeal(bench, code, record, false);
  const heard = `select 1 from process_projects.inbox join events.log on log.id = event_id and log.source = event_source
    where log.data ->> 'id' = $1`;
  const isHeard = async (): Promise<boolean> => (await bench.database.query(heard, [opportunityId])).rowCount! > 0;
  await until(isHeard, 240_000, `the deal ${code} to be heard of`);
  await bench.calm(record);
  return { runId: runs[0]!.runId, record, exception: await bench.stopped(runs[0]!, code), project: projectOf(code) };
}

export const projects: Exercises = {
  'project-mobilisation': { prepare: mobilisation, alone: { 'after-append': 1, 'after-handled': 1, 'after-ack': 1 } },
  'project-change': {
    prepare: change,
    alone: { 'after-append': 1, 'after-ack': 1 },
    racing: 'the CRM may tell of the change itself before the run is begun',
  },
  cancellation: { prepare: cancellation, alone: { 'after-ack': 1 } },
};
