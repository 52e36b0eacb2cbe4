import { events } from '#contracts';
import { Failure } from '#kernel';
import type { EstateView, Systems } from '#platform';
import { defineWorkflow } from '#workflow';
import { assertActive, assertComplete, assertKnownEntity, type OnboardableWorker, roleOf } from './onboarding-rules.js';

export interface OnboardWorker {
  /** HR instance the worker was hired in. */
  instance: string;
  workerId: string;
}

export interface WorkforceServices {
  systems: Systems;
  estate: EstateView;
}

/** From hire to staffable: identity, finance, scheduling (E1). */
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

  async run(flow, { instance, workerId }, { systems, estate }) {
    const found = await flow.read('worker', async () => {
      const worker = await systems.named('hr', instance).getWorker({ id: workerId });
      flow.about({ title: `Onboarding of worker ${worker.number ?? workerId}`, legalEntity: worker.legalEntity });
      assertActive(worker);
      return worker;
    });
    flow.about({ title: `Onboarding of worker ${found.number ?? workerId}`, legalEntity: found.legalEntity });
    await flow.check('mandatory attributes are there', () => assertComplete(found), { corrects: 'worker' });
    const worker = found as OnboardableWorker;
    await flow.check('legal entity is known', () => assertKnownEntity(worker, estate), { corrects: 'worker' });
    await flow.check('grade is mapped to a role', () => void roleOf(worker, estate), { corrects: 'worker' });
    const role = roleOf(worker, estate);

    const erp = systems.for('erp', worker.legalEntity);
    await flow.read('cost centre in ERP', () =>
      erp.getCostCentre({ code: worker.costCentre }).catch((error: unknown) => {
        throw unknownCostCentre(error, worker);
      }),
    );
    await flow.step('create identity account', {
      act: (key) =>
        systems
          .for('identity', worker.legalEntity)
          .putAccount({ reference: worker.number, key, body: accountOf(worker) }),
      corrects: 'worker',
    });
    await flow.step('create employee in ERP', {
      act: (key) => erp.putEmployee({ reference: worker.number, key, body: employeeOf(worker) }),
      corrects: 'worker',
    });
    const resource = await flow.step('make the worker staffable in scheduling', {
      act: (key) =>
        systems
          .for('scheduling', worker.legalEntity)
          .putResource({ reference: worker.number, key, body: resourceOf(worker, role.name, estate) }),
      corrects: 'worker',
    });
    await flow.publish('tell that the worker is ready', {
      type: events.workerReady,
      subject: `worker/${worker.number}`,
      data: { workerNumber: worker.number, resourceId: resource.id },
    });
  },
});

function unknownCostCentre(error: unknown, worker: OnboardableWorker): Failure {
  const failure = Failure.from(error);
  if (failure.kind !== 'not-found') return failure;
  return new Failure(
    'rejected',
    `worker ${worker.number} has cost centre "${worker.costCentre}", which the ERP does not have`,
    {
      code: 'missing-cost-centre',
      record: `worker ${worker.number}`,
      remedy: 'create the cost centre in the ERP and retry, or correct it in the HR system',
      fields: [{ field: 'costCentre', message: `"${worker.costCentre}" is not a cost centre of the ERP` }],
    },
  );
}

const accountOf = (worker: OnboardableWorker) => ({
  userName: worker.workEmail,
  firstName: worker.firstName,
  lastName: worker.lastName,
  email: worker.workEmail,
  workerNumber: worker.number,
  costCentre: worker.costCentre,
  legalEntity: worker.legalEntity,
  jobTitle: worker.jobTitle,
  active: true,
});

const employeeOf = (worker: OnboardableWorker) => ({
  firstName: worker.firstName,
  lastName: worker.lastName,
  email: worker.workEmail,
  legalEntity: worker.legalEntity,
  costCentre: worker.costCentre,
  active: true,
});

/** The legal working week, where the HR system says nothing. */
const fullWeekMinutes = 40 * 60;

const resourceOf = (worker: OnboardableWorker, roleName: string, estate: EstateView) => ({
  name: `${worker.firstName} ${worker.lastName}`,
  email: worker.workEmail,
  roleName,
  skills: worker.skills.map((code) => estate.mapped('skillNames', code) ?? code),
  weeklyMinutes: worker.weeklyMinutes ?? fullWeekMinutes,
  costCentre: worker.costCentre,
  grade: worker.grade,
});
