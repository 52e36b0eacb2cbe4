import { newId } from '#kernel';
import { keepWorker } from '../../../apps/process-staffing/src/people/keep-worker.workflow.js';
import { onboardWorker } from '../../../apps/process-workforce/src/onboard-worker.workflow.js';
import { baseDeal, branch, branchHire, consultant, hire, projectOf, role, supplier } from '../business.js';
import type { Bench } from './bench.js';
import { begunDeal } from './deals.js';

/** Somebody of the firm: the id in the HR system, and the number everywhere. */
export interface Employee {
  id: string;
  number: string;
  email: string;
}

/** What is there before the first exercise. */
export interface Furniture {
  /** Somebody who is carried through everywhere. */
  worker: Employee;
  /** Somebody HR has, with a last day. */
  contractor: Employee;
}

export async function furnish(bench: Bench): Promise<Furniture> {
  await bench.act('bamboohr/pauseWebhooks', { paused: true });
  await bench.done(await begunDeal(bench, baseDeal, newId()), baseDeal);
  await placeOf(bench, consultant.email);
  const worker = await onboarded(bench);
  const { number } = worker;
  await bench.done(await kept(bench, worker), `worker ${number} to be known to staffing`);
  for (const _one of [1, 2]) await enter(bench, branch.hr, branchHire(bench.next()));
  await bench.act('netsuite/addSupplier', { name: supplier, legalEntity: 'MER-US' });
  const contracted = hire(bench.next());
  const { id } = await bench.act<{ id: string }>('bamboohr/hire', { worker: contracted });
  await bench.act('bamboohr/terminateEmployee', { number: contracted.number, date: '2026-10-30' });
  return { worker, contractor: { id, number: contracted.number, email: contracted.email } };
}

/** A new worker who is carried through every system. */
export const onboarded = (bench: Bench): Promise<Employee> => enter(bench, 'bamboohr', hire(bench.next()));

/** Staffing knows the worker. */
export const kept = (bench: Bench, { id }: Employee) =>
  bench.begun('process_staffing', keepWorker, { instance: 'bamboohr', id, event: newId() }, newId());

async function enter(bench: Bench, instance: string, worker: ReturnType<typeof hire>): Promise<Employee> {
  const { id } = await bench.act<{ id: string }>(`${instance}/hire`, { worker });
  const begun = await bench.begun('process_workforce', onboardWorker, { instance, workerId: id }, newId());
  await bench.done(begun, `onboarding of ${worker.number}`);
  return { id, number: worker.number, email: worker.email };
}

/** Puts somebody on a place of their own in the project all time is worked on. */
export async function placeOf(bench: Bench, email: string, minutes = 4_800): Promise<string> {
  const { resourceId } = await bench.act<{ resourceId: string }>('kantata/staff', {
    projectRef: projectOf(baseDeal),
    roleName: role.name,
    email,
    startDate: '2026-10-01',
    endDate: '2026-12-31',
    minutes,
    hourlyRate: role.hourlyRate,
  });
  return resourceId;
}
