import { defineWorkflow, type Flow } from '#workflow';
import { carriedOf, changesBetween, holdersOfAny, inWords, merged, reportedOf } from './carried.js';
import {
  approvalsFor,
  assertSameNumber,
  isHiredAgain,
  isLater,
  isNoted,
  isWeighty,
  type Plan,
  planOf,
  type ReportedWorker,
} from './change-rules.js';
import { type Impact, impactInWords, impactOf } from './impact.js';
import { startOf } from './last-day.js';
import {
  assertComplete,
  assertKnownEntity,
  assertStarted,
  type OnboardableWorker,
  roleOf,
  unknownCostCentre,
} from './onboarding-rules.js';
import type { Person, WorkerKey } from './person.repository.js';
import { endFormerPlaces } from './former-places.js';
import { tellHosts } from './loans/guests.js';
import type { Loan } from './loans/loan.js';
import { changing, provision } from './provisioning.js';
import type { WorkforceServices } from './services.js';
import { tellChanges } from './telling.js';

export interface ChangeWorker extends WorkerKey {
  /** The report that began it. */
  change: string;
}

/** One look at a worker, and carrying through what is different. */
interface Round {
  flow: Flow;
  input: ChangeWorker;
  services: WorkforceServices;
  number: number;
}

/**
 * Carries what HR changed about somebody through the systems that hold it (E12, F20): grade, cost centre, legal entity,
 * manager, a last day, a return. Reads again until nothing is different, so that the newest state is the last one told.
 */
export const changeWorker = defineWorkflow<ChangeWorker, WorkforceServices>({
  name: 'worker-change',
  version: 1,
  class: { latency: 'near-real-time', criticality: 'staffing', recovery: 'resume', slo: '15m' },
  owners: { conflict: 'hr-operations', rejected: 'hr-operations', default: 'integration-operations' },
  runKey: ({ instance, workerId, change }) => `${instance}/${workerId}/${change}`,

  async run(flow, input, services) {
    const { people } = services;
    const { isOurs } = await flow.step('take up the change', {
      act: () => people.takeUp(input, input.change),
      undo: () => people.drop(input, input.change),
      rehearse: () => ({ isOurs: true }),
    });
    for (let number = 1, isOver = !isOurs; !isOver; number += 1) {
      const [outcome] = await flow.forEach('round', [number], { key: String }, async (round) => {
        const isDone = await carryThrough({ flow: round, input, services, number });
        return isDone
          ? round.step('let go of the worker', {
              act: () => people.letGo(input, input.change),
              rehearse: () => ({ isOver: true }),
            })
          : { isOver: false };
      });
      ({ isOver } = outcome!);
    }
  },
});

/** True where nothing is different any more. */
async function carryThrough(round: Round): Promise<boolean> {
  const { flow, input, services, number } = round;
  await flow.step('look', { act: () => services.people.look(input, input.change) });
  const { person } = await flow.read('worker as carried through', async () => ({
    person: (await services.people.find(input))!,
  }));
  // A later round stopped and reads are asked again: this one is over.
  if (isNoted(person, input.change, number)) return false;
  const known = await readWorker(round, 'worker');
  const told = planOf(person, known);
  flow.about({ title: titleOf(person, known, told), legalEntity: known.legalEntity });
  await flow.check('number is the same', () => assertSameNumber(person, known));
  if (told.kind === 'nothing') return true;
  if (told.kind === 'last-day') return apply(round, person, asCarried(person, known), told);
  const worker = known.isAhead ? await onTheDay(round, known) : known;
  if (worker.effectiveFrom !== known.effectiveFrom) return false;
  const plan = planOf(person, worker);
  const next = await checked(round, person, worker, plan);
  if (!(await isAgreed(round, person, next, plan))) return false;
  return apply(round, person, next, plan);
}

/** Somebody of whom nothing but the last day is looked at. */
const asCarried = (person: Person, worker: ReportedWorker): OnboardableWorker & ReportedWorker => ({
  ...worker,
  ...person.carried,
  reported: person.reported,
});

/** The worker as HR has them once the day a change counts from is there. */
async function onTheDay(round: Round, { effectiveFrom, ...worker }: ReportedWorker): Promise<ReportedWorker> {
  const from = startOf(effectiveFrom!, round.services.estate.timeZoneOf(worker));
  await round.flow.waitUntil('day the change counts from', from.toISOString());
  return readWorker(round, 'worker on the day');
}

const readWorker = ({ flow, input, services }: Round, name: string): Promise<ReportedWorker> =>
  flow.read(name, async () => {
    const worker = await services.systems.named('hr', input.instance).getWorker({ id: input.workerId });
    return { ...worker, reported: reportedOf(worker), isAhead: isLater(worker, services.estate) };
  });

/** The worker as they are to be, found complete and known. */
async function checked(
  { flow, services: { estate, systems } }: Round,
  person: Person,
  worker: ReportedWorker,
  { kind, changes }: Plan,
): Promise<OnboardableWorker & ReportedWorker> {
  const wanted = { ...worker, ...(kind === 'return' ? worker : merged(person.carried, worker, changes)) };
  await flow.check('mandatory attributes are there', () => assertComplete(wanted), { corrects: 'worker' });
  const next = wanted as OnboardableWorker & ReportedWorker;
  await flow.check('legal entity is known', () => assertKnownEntity(next, estate), { corrects: 'worker' });
  await flow.check('grade is mapped to a role', () => void roleOf(next, estate), { corrects: 'worker' });
  if (changes.includes('cost-centre') || changes.includes('legal-entity')) {
    const erp = systems.for('erp', next.legalEntity);
    await flow.read('cost centre in ERP', () =>
      erp.getCostCentre({ code: next.costCentre }).catch((error: unknown) => {
        throw unknownCostCentre(error, next);
      }),
    );
  }
  return next;
}

/** States what the change brings about and asks whoever decides it; false where HR changed its mind meanwhile. */
async function isAgreed(
  round: Round,
  person: Person,
  next: OnboardableWorker & ReportedWorker,
  { kind, changes }: Plan,
): Promise<boolean> {
  const { flow, services } = round;
  const { workforce: policies } = services.estate.policies;
  const impact = isWeighty(changes, policies.approvals) ? await statedImpact(round, person, next) : null;
  const words = impact ? impactInWords(impact) : '';
  const approvals = impact ? approvalsFor(changes, policies.approvals, impact) : [];
  for (const { change, roles } of approvals) {
    await flow.approval(`change of ${change.replaceAll('-', ' ')}`, { roles, fourEyes: true, impact: words });
  }
  const isTakenBack = kind === 'return' && !isHiredAgain(person, next);
  if (isTakenBack) {
    const stating = [`the end on ${person.lastDay} was taken back after the day`, words].filter(Boolean).join('; ');
    await flow.approval('access again', { ...policies.reinstatement, fourEyes: true, impact: stating });
  } else if (kind === 'return') {
    await flow.read('first day of the new employment', async () => {
      const now = await services.systems.named('hr', round.input.instance).getWorker({ id: round.input.workerId });
      assertStarted(now, services.estate);
      return now;
    });
  }
  if (approvals.length === 0 && kind !== 'return') return true;
  return isUnchanged(round, person, next);
}

const statedImpact = async (
  { flow, services }: Round,
  { carried }: Person,
  next: OnboardableWorker,
): Promise<Impact> => {
  const { impact } = await flow.read('impact', async () => {
    const work = await services.impacts.workOf(carried, services.estate.timeZoneOf(next));
    return { impact: impactOf(carried, carriedOf(next), work, services.estate) };
  });
  return impact;
};

/** Whether the person and what HR says of them are as they were before anybody was waited for. */
async function isUnchanged(round: Round, person: Person, next: ReportedWorker): Promise<boolean> {
  const now = await readWorker(round, 'worker before the change');
  const { standing } = await round.flow.read('standing before the change', async () => ({
    standing: (await round.services.people.find(round.input))!.standing,
  }));
  const before = planOf(person, next);
  const after = planOf({ ...person, standing }, now);
  return changesBetween(next.reported, now.reported).length === 0 && sameEnd(before, after);
}

const sameEnd = (before: Plan, after: Plan): boolean => before.kind === after.kind && before.lastDay === after.lastDay;

async function apply(
  { flow, input, services, number }: Round,
  person: Person,
  next: OnboardableWorker & ReportedWorker,
  plan: Plan,
): Promise<boolean> {
  const carried = carriedOf(next);
  const isBack = plan.kind === 'return';
  const holders = isBack ? (['identity', 'erp', 'scheduling', 'psa'] as const) : holdersOfAny(plan.changes);
  const wanted = {
    worker: carried,
    holders: [...holders],
    names: changing,
    mayEnter: next.status === 'active',
    isBack,
  };
  const places = await provision(flow, wanted, services);
  const lastDay = next.modifiedAt?.slice(0, 10) ?? next.hireDate!;
  await endFormerPlaces(flow, person, { after: carried, lastDay }, services);
  const notice = `${person.number}.${input.change}.${number}`;
  const leaving = plan.lastDay === null ? null : plan.isLastDayChanged ? notice : person.notice;
  const noted = await flow.step<{ isNoted: boolean; loans?: Loan[]; isRehearsed?: boolean }>(
    'note how the worker was carried through',
    {
      act: async () => {
        const put = await services.people.put(
          {
            instance: input.instance,
            workerId: input.workerId,
            number: person.number,
            standing: plan.lastDay === null ? 'active' : 'leaving',
            lastDay: plan.lastDay,
            notice: leaving,
            reported: next.reported,
            carried,
            places,
            noted: `${input.change}.${number}`,
          },
          person.standing,
        );
        return { ...put, loans: put.isNoted ? await standing(services, person) : [] };
      },
      rehearse: () => ({ isNoted: true, isRehearsed: true }),
    },
  );
  if (noted.isNoted) await tellChanges(flow, { key: input, person, next, plan, notice }, services);
  await tellHosts(flow, { home: carried, loans: noted.loans ?? [], holders, lastDay }, services);
  // In a dry run nothing is noted, and another round would find the same.
  return noted.isRehearsed ?? false;
}

const standing = async ({ loans }: WorkforceServices, { number }: Person): Promise<Loan[]> =>
  (await loans.of(number)).filter(({ isOver }) => !isOver);

function titleOf(person: Person, worker: ReportedWorker, { kind, changes, lastDay, isLastDayChanged }: Plan): string {
  const what = [
    ...(kind === 'return' ? ['back'] : []),
    ...(changes.length > 0 ? [inWords(changes, person.reported, worker.reported)] : []),
    ...(isLastDayChanged ? [`last day ${person.lastDay ?? 'none'} → ${lastDay ?? 'none'}`] : []),
  ];
  const told = kind === 'nothing' || what.length === 0 ? 'nothing left to carry through' : what.join(', ');
  return `Change of worker ${person.number}: ${told}`.slice(0, 300);
}
