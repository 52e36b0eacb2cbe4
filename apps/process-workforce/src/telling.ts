import { events } from '#contracts';
import type { Flow } from '#workflow';
import type { Plan, ReportedWorker } from './change-rules.js';
import type { OnboardableWorker } from './onboarding-rules.js';
import type { Person, WorkerKey } from './person.repository.js';
import type { WorkforceServices } from './services.js';

interface Change {
  key: WorkerKey;
  person: Person;
  next: OnboardableWorker & ReportedWorker;
  plan: Plan;
  notice: string;
}

/** What a commitment for a contractor is worked out from. */
const inContract = ['engagement', 'legal-entity', 'cost-centre', 'grade', 'capacity'] as const;

/** Tells everybody else what became of a change: a last day, a return, another manager, another contract. */
export async function tellChanges(flow: Flow, change: Change, services: WorkforceServices): Promise<void> {
  const { person, next, plan, notice } = change;
  const { instance, workerId } = change.key;
  const moment = { instance, workerId, workerNumber: person.number };
  const subject = `worker/${person.number}`;
  if (plan.isLastDayChanged && person.standing === 'leaving') {
    await flow.publish('tell that the last day holds no more', {
      type: events.workerTerminationWithdrawn,
      subject,
      data: { ...moment, notice: person.notice!, lastDay: person.lastDay! },
    });
  }
  if (plan.isLastDayChanged && plan.lastDay !== null) {
    await flow.publish('tell the last day', {
      type: events.workerTerminated,
      subject,
      data: { ...moment, notice, lastDay: plan.lastDay },
    });
  }
  if (plan.kind === 'return') {
    await flow.publish('tell that the worker is back', {
      type: events.workerReady,
      subject,
      data: {
        instance,
        workerId,
        workerNumber: person.number,
        resourceId: person.places.scheduling?.id ?? person.number,
      },
    });
  }
  if (plan.changes.includes('manager')) await tellManagers(flow, change, services);
  const isContractChanged = plan.isLastDayChanged || inContract.some((one) => plan.changes.includes(one));
  if (next.employmentType === 'contractor' && (isContractChanged || plan.kind === 'return')) {
    await flow.publish('tell that the contract changed', {
      type: events.contractorChanged,
      subject,
      data: { ...moment, notice },
    });
  }
}

async function tellManagers(
  flow: Flow,
  { key, person, next, notice }: Change,
  { people }: WorkforceServices,
): Promise<void> {
  const numberOf = async (workerId: string | null): Promise<string | null> =>
    workerId === null ? null : ((await people.find({ instance: key.instance, workerId }))?.number ?? null);
  const managers = await flow.read('managers', async () => ({
    formerManager: await numberOf(person.carried.managerId),
    manager: await numberOf(next.managerId),
  }));
  await flow.publish('tell who the manager is', {
    type: events.workerManagerChanged,
    subject: `worker/${person.number}`,
    data: { instance: key.instance, workerId: key.workerId, workerNumber: person.number, notice, ...managers },
  });
}
