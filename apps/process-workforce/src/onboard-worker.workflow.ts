import { events } from '#contracts';
import { defineWorkflow, type Flow } from '#workflow';
import { carriedOf, changesBetween, type Reported, reportedOf } from './carried.js';
import { changeWorker } from './change-worker.workflow.js';
import { lastDayOf } from './last-day.js';
import {
  assertComplete,
  assertDue,
  assertKnownEntity,
  assertNobodyElse,
  assertStarted,
  isAhead,
  type OnboardableWorker,
  roleOf,
  unknownCostCentre,
} from './onboarding-rules.js';
import type { Person, WorkerKey } from './person.repository.js';
import { accountOf, creating, provision } from './provisioning.js';
import type { WorkforceServices } from './services.js';

/** The worker, and the instance of HR they were hired in. */
export type OnboardWorker = WorkerKey;

/** From hire to staffable: identity, finance, scheduling, PSA (E1). Prepared ahead of the first day, let in on it. */
export const onboardWorker = defineWorkflow<OnboardWorker, WorkforceServices>({
  name: 'worker-onboarding',
  version: 1,
  class: { latency: 'near-real-time', criticality: 'staffing', recovery: 'resume', slo: '15m' },
  owners: { conflict: 'hr-operations', rejected: 'hr-operations', default: 'integration-operations' },
  startsOn: {
    types: [events.workerHired, events.workerChanged],
    input: (event) => {
      const { instance, id } = event.data as { instance: string; id: string };
      return { instance, workerId: id };
    },
  },
  runKey: ({ instance, workerId }) => `${instance}/${workerId}`,

  async run(flow, key, services) {
    const { systems, estate, people, workers } = services;
    const found = await flow.read('worker', async () => {
      const worker = await workers.get(key.instance, key.workerId);
      flow.about({ title: `Onboarding of worker ${worker.number ?? key.workerId}`, legalEntity: worker.legalEntity });
      assertDue(worker, estate);
      return { ...worker, reported: reportedOf(worker) };
    });
    flow.about({ title: `Onboarding of worker ${found.number ?? key.workerId}`, legalEntity: found.legalEntity });
    await flow.check('mandatory attributes are there', () => assertComplete(found), { corrects: 'worker' });
    const worker = found as OnboardableWorker & { reported: Reported };
    await flow.check('legal entity is known', () => assertKnownEntity(worker, estate), { corrects: 'worker' });
    await flow.check('grade is mapped to a role', () => void roleOf(worker, estate), { corrects: 'worker' });
    const known = await flow.read('people who have the same number or e-mail', async () => ({
      items: await people.like(worker),
    }));
    await flow.check('worker is nobody known already', () => assertNobodyElse(worker, key, known.items), {
      corrects: 'worker',
    });
    await flow.read('cost centre in ERP', () =>
      systems
        .for('erp', worker.legalEntity)
        .getCostCentre({ code: worker.costCentre })
        .catch((error: unknown) => {
          throw unknownCostCentre(error, worker);
        }),
    );
    const places = await setUp(flow, key, worker, services);
    await flow.step('note how the worker was carried through', {
      act: () =>
        people.put({
          ...key,
          number: worker.number,
          standing: 'active',
          lastDay: null,
          notice: null,
          reported: worker.reported,
          carried: carriedOf(worker),
          places,
          noted: 'onboarding',
        }),
    });
    await flow.publish('tell that the worker is ready', {
      type: events.workerReady,
      subject: `worker/${worker.number}`,
      data: { ...key, workerNumber: worker.number, resourceId: places.scheduling?.id ?? worker.number },
    });
    await followUp(flow, key, worker, services);
  },
});

/** Everything stands before the first day except the door. */
async function setUp(
  flow: Flow,
  key: WorkerKey,
  worker: OnboardableWorker,
  services: WorkforceServices,
): Promise<Person['places']> {
  const { systems, estate, workers } = services;
  const first = await flow.read('first day', async () => ({ isAhead: isAhead(worker, estate) }));
  const holders = ['identity', 'erp', 'scheduling', 'psa'] as const;
  const wanted = { worker: carriedOf(worker), holders: [...holders], names: creating, mayEnter: !first.isAhead };
  const places = await provision(flow, wanted, services);
  if (places.identity?.active) return places;
  await flow.read('worker on the first day', async () => {
    const now = await workers.get(key.instance, key.workerId);
    assertStarted(now, estate);
    return now;
  });
  await flow.step('let the worker in', {
    act: (step) =>
      systems
        .for('identity', worker.legalEntity)
        .putAccount({ reference: worker.number, key: step, body: accountOf(carriedOf(worker), true) }),
  });
  return { ...places, identity: { ...places.identity!, active: true } };
}

/** What changed while the worker was set up reached nobody: until now they were not known here. */
async function followUp(
  flow: Flow,
  key: WorkerKey,
  worker: OnboardableWorker & { reported: Reported },
  { workers }: WorkforceServices,
): Promise<void> {
  const now = await flow.read('worker after the set-up', () => workers.get(key.instance, key.workerId));
  const isChanged = changesBetween(worker.reported, reportedOf(now)).length > 0 || lastDayOf(now) !== null;
  if (isChanged) await flow.child('carry through what changed', changeWorker, { ...key, change: 'onboarding' });
}
