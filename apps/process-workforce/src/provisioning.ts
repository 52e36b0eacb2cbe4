import type { erp, Holder, identity, psa, scheduling } from '#contracts';
import { Failure, fingerprint } from '#kernel';
import type { EstateView, Systems } from '#platform';
import type { Flow } from '#workflow';
import type { Carried } from './carried.js';
import { roleOf } from './onboarding-rules.js';
import type { Person } from './person.repository.js';

export interface ProvisioningServices {
  systems: Systems;
  estate: EstateView;
}

/** What the steps are called, a system each. */
export type StepNames = Record<Holder, string>;

export const creating: StepNames = {
  identity: 'create identity account',
  erp: 'create employee in ERP',
  scheduling: 'make the worker staffable in scheduling',
  psa: 'make the worker known to PSA',
};

export const changing: StepNames = {
  identity: 'change identity account',
  erp: 'change employee in ERP',
  scheduling: 'change the worker in scheduling',
  psa: 'change the worker in PSA',
};

type Body = (identity.AccountState | erp.EmployeeState | scheduling.ResourceState | psa.PersonState) & {
  active?: boolean;
};

export interface Provisioning {
  worker: Carried;
  holders: Holder[];
  names: StepNames;
  /** Whether the person may sign in already. */
  mayEnter: boolean;
  /** They were ended before: also a PSA that is the scheduler is told that they are there again. */
  isBack?: boolean;
  /** How it is taken back where the run is. */
  undo?: (holder: Holder, key: string) => Promise<{ id: string }>;
}

/** States a worker in the systems that hold them, in the order identity, ERP, scheduling, PSA. */
export async function provision(
  flow: Flow,
  { worker, holders, names, mayEnter, isBack, undo }: Provisioning,
  { systems, estate }: ProvisioningServices,
): Promise<Person['places']> {
  const places: Person['places'] = {};
  const { number: reference, legalEntity } = worker;
  const role = roleOf(worker, estate).name;
  const bodies: Record<Holder, () => Body> = {
    identity: () => accountOf(worker, mayEnter),
    erp: () => employeeOf(worker, true),
    scheduling: () => resourceOf(worker, role, estate),
    psa: () => personOf(worker, role, true),
  };
  const puts: Record<Holder, (put: { reference: string; key: string; body: never }) => Promise<{ id: string }>> = {
    identity: (put) => systems.for('identity', legalEntity).putAccount(put),
    erp: (put) => systems.for('erp', legalEntity).putEmployee(put),
    scheduling: (put) => systems.for('scheduling', legalEntity).putResource(put),
    psa: (put) => systems.for('psa', legalEntity).putPerson(put),
  };
  for (const holder of holders) {
    const { name: instance } = estate.instanceFor(holder, legalEntity);
    const none = holder === 'psa' && isBack ? null : reasonForNone(holder, worker, estate);
    if (none) {
      places[holder] = { instance, id: null, note: none, active: false };
      continue;
    }
    const body = bodies[holder]();
    const told = await tell(flow, names[holder], body, {
      put: (key) => puts[holder]({ reference, key, body: body as never }),
      ...(undo && { undo: (key) => whereSupported(undo(holder, key)) }),
    });
    const isIn = told.id !== null && (holder !== 'identity' || told.mayEnter);
    places[holder] = { instance, id: told.id, note: told.note, active: isIn };
  }
  return places;
}

interface Told {
  id: string | null;
  note: string | null;
  mayEnter: boolean;
  /** What was told, as a fingerprint. */
  of: string;
}

interface Telling {
  put: (key: string) => Promise<{ id: string }>;
  undo?: (key: string) => Promise<unknown>;
}

/** Tells a system once; once more where it was told, before the run stopped, what holds no more by now. */
async function tell(flow: Flow, name: string, body: Body, { put, undo }: Telling): Promise<Told> {
  const of = fingerprint(body);
  const mayEnter = body.active !== false;
  for (let time = 1; ; time += 1) {
    const told = await flow.step<Told>(time === 1 ? name : `${name} (${time})`, {
      act: async (key) => ({ ...(await whereSupported(put(key))), mayEnter, of }),
      ...(undo && { undo }),
      rehearse: () => ({ id: null, note: null, mayEnter, of }),
      corrects: 'worker',
    });
    if (told.of === of) return told;
  }
}

/** Why a system is not told of a worker; null where it is. */
export function reasonForNone(holder: Holder, worker: Carried, estate: EstateView): string | null {
  const { legalEntity } = worker;
  if (holder === 'erp' && worker.employmentType === 'contractor') {
    const { contractorsInErp } = estate.policies.workforce;
    return contractorsInErp === 'no-record' ? 'a contractor has no employee record' : null;
  }
  return holder === 'psa' && isPsaScheduler(legalEntity, estate)
    ? 'the PSA is the scheduler and knows its people'
    : null;
}

/** Whether one product is both. */
export const isPsaScheduler = (legalEntity: string, estate: EstateView): boolean =>
  estate.instanceFor('psa', legalEntity).name === estate.instanceFor('scheduling', legalEntity).name;

/** What a platform declares it cannot do is noted, and the rest goes on. */
export const whereSupported = (told: Promise<{ id: string }>): Promise<{ id: string | null; note: string | null }> =>
  told.then(
    ({ id }) => ({ id, note: null }),
    (error: unknown) => {
      const failure = Failure.from(error);
      if (failure.kind !== 'unsupported') throw failure;
      return { id: null, note: failure.message };
    },
  );

export const accountOf = (worker: Carried, active: boolean): identity.AccountState => ({
  userName: worker.workEmail,
  firstName: worker.firstName,
  lastName: worker.lastName,
  email: worker.workEmail,
  workerNumber: worker.number,
  costCentre: worker.costCentre,
  legalEntity: worker.legalEntity,
  jobTitle: worker.jobTitle,
  active,
});

export const employeeOf = (worker: Carried, active: boolean): erp.EmployeeState => ({
  firstName: worker.firstName,
  lastName: worker.lastName,
  email: worker.workEmail,
  legalEntity: worker.legalEntity,
  costCentre: worker.costCentre,
  active,
});

/** The legal working week, where the HR system says nothing. */
export const fullWeekMinutes = 40 * 60;

const resourceOf = (worker: Carried, roleName: string, estate: EstateView): scheduling.ResourceState => ({
  name: `${worker.firstName} ${worker.lastName}`,
  email: worker.workEmail,
  roleName,
  skills: worker.skills.map((code) => estate.mapped('skillNames', code) ?? code),
  weeklyMinutes: worker.weeklyMinutes ?? fullWeekMinutes,
  costCentre: worker.costCentre,
  grade: worker.grade,
});

export const personOf = (worker: Carried, roleName: string, active: boolean): psa.PersonState => ({
  firstName: worker.firstName,
  lastName: worker.lastName,
  email: worker.workEmail,
  roleName,
  legalEntity: worker.legalEntity,
  costCentre: worker.costCentre,
  active,
});
