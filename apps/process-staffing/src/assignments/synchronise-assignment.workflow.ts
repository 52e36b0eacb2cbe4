import type { scheduling } from '#contracts';
import { canonicalJson, Failure, nothingThere } from '#kernel';
import type { EstateView, Systems } from '#platform';
import { defineWorkflow, type Flow } from '#workflow';
import type { People } from '../people/people.js';
import type { AssignmentRepository, Turn } from './assignment.repository.js';
import {
  assertNothingFound,
  atRisk,
  bookingOf,
  type Facts,
  findingsOf,
  type Wanted,
  worthOf,
} from './assignment-rules.js';
import { type Carried, heldDuring, type Plan, planOf } from './carried.js';
import { carriedOf } from './carry.js';
import type { StaffingFacts } from './staffing-facts.js';

export interface AssignmentServices {
  systems: Systems;
  estate: EstateView;
  people: People;
  facts: StaffingFacts;
  assignments: AssignmentRepository;
}

type Services = AssignmentServices;

/**
 * Carries an assignment from the scheduler to PSA, ERP and the forecast of utilisation, as it is now (E4, E3, H6). A run
 * is one turn with it: whatever is reported meanwhile is carried too, and the turn ends when nothing is new.
 */
export const synchroniseAssignment = defineWorkflow<Turn, Services>({
  name: 'assignment-sync',
  version: 1,
  class: { latency: 'near-real-time', criticality: 'staffing', recovery: 'resume', slo: '15m' },
  owners: { rejected: 'resource-management', conflict: 'resource-management', default: 'integration-operations' },
  runKey: ({ instance, id, turn }) => `${instance}/${id}/${turn}`,

  async run(flow, turn, services) {
    for (let round = 1; ; round += 1) {
      const named = (step: string): string => (round === 1 ? step : `${step}, round ${round}`);
      const { assignment } = await flow.read(named('assignment in scheduling'), () => current(turn, services));
      const isWanted = assignment !== null && assignment.status === 'confirmed' && assignment.minutes > 0;
      const carried = isWanted ? await valid({ flow, named }, { turn, assignment }, services) : null;
      if (!isWanted) flow.about({ title: `End of assignment ${turn.id}`, project: assignment?.project ?? null });
      const sent = await carry({ flow, named }, { turn, round, assignment, carried }, services);
      const { isSettled } = await flow.step(named('see that nothing changed meanwhile'), {
        act: () => settle(turn, sent, services),
        rehearse: () => ({ isSettled: true }),
      });
      if (isSettled) return;
    }
  },
});

/** The flow of a round, and what its steps are called. */
interface Round {
  flow: Flow;
  named: (step: string) => string;
}

/** The assignment as it is now, and up to where the reports about it are covered by that. Null where it is gone. */
async function current({ instance, id }: Turn, { systems, assignments }: Services) {
  const position = await assignments.position();
  const assignment = await systems.named('scheduling', instance).getAssignment({ id }).catch(nothingThere);
  return { position, assignment };
}

/** What is to be carried, once nothing speaks against it. */
async function valid(
  { flow, named }: Round,
  { turn, assignment }: { turn: Turn; assignment: scheduling.Assignment },
  { people, facts, estate }: Services,
): Promise<Carried> {
  const wanted = wantedOf(assignment, estate);
  const record = `assignment ${turn.id}`;
  const { workerNumber } = wanted;
  flow.about({
    title: `Assignment of ${workerNumber ?? 'nobody'} to ${wanted.project ?? 'no project'}`,
    project: wanted.project,
  });
  const { known } = await flow.read(named('project'), async () => ({
    known: wanted.project ? await facts.project(wanted.project) : null,
  }));
  const { found } = await flow.read(named('worker in HR'), async () => ({
    found: workerNumber ? await people.hired(workerNumber) : null,
  }));
  const booking = bookingOf(wanted);
  const span = booking && { from: booking.startDate, to: booking.endDate };
  const calendar = await flow.read(named('leave and holidays in HR'), () =>
    found && span ? people.calendarOf(found, span) : Promise.resolve({ holidays: [], leave: [] }),
  );
  const { others } = await flow.read(named('other assignments in scheduling'), async () => ({
    others: workerNumber && span ? await facts.bookings(turn.instance, { workerNumber, ...span, except: turn.id }) : [],
  }));
  const all: Facts = {
    wanted,
    worker: found?.worker ?? null,
    project: known?.project ?? null,
    isStaffingReady: known?.isStaffingReady ?? false,
    calendar,
    others,
  };
  const findings = findingsOf(all, estate);
  flow.about({
    client: all.project?.client ?? null,
    legalEntity: all.project?.legalEntity ?? null,
    moneyAtRisk: findings.length > 0 ? atRisk(all, findings) : worthOf(all),
  });
  await flow.check(named('assignment is valid'), () => assertNothingFound(record, findings));
  return carriedOf(turn.instance, all, estate);
}

const wantedOf = (assignment: scheduling.Assignment, estate: EstateView): Wanted => ({
  ...assignment,
  role: (assignment.roleName && estate.mappedFrom('roleNames', assignment.roleName)) || null,
});

/** What a round saw and what it does about it. */
interface Sent extends Plan {
  assignment: scheduling.Assignment | null;
  carried: Carried | null;
}

/**
 * Tells PSA and ERP. What is sent is noted first: after a pause the assignment may be another, and a repeat has to be
 * the same request.
 */
async function carry(
  { flow, named }: Round,
  { turn, round, ...seen }: { turn: Turn; round: number } & Omit<Sent, keyof Plan>,
  services: Services,
): Promise<Sent> {
  const { assignments } = services;
  const held = await flow.read(named('what was carried before'), () => assignments.held(turn));
  const plan: Sent = { ...planOf(held, seen.carried), ...seen };
  const sent = await flow.step(named('note what is to be carried'), {
    act: async () => {
      if (!isEmpty(plan)) await assignments.intend(turn, heldDuring(held, plan.carried));
      return plan;
    },
    rehearse: () => plan,
  });
  if (isEmpty(sent)) return sent;
  for (const ended of sent.ends) await tell({ flow, named }, ended, services);
  if (sent.carries) await tell({ flow, named }, sent.carries, services);
  await flow.step(named('forecast utilisation'), { act: () => assignments.keep(turn, round, sent.carried) });
  return sent;
}

const isEmpty = ({ ends, carries }: Plan): boolean => ends.length === 0 && carries === null;

async function tell({ flow, named }: Round, carried: Carried, { systems }: Services): Promise<void> {
  const { reference, legalEntity, ownership, labour } = carried;
  const [verb, of] = ownership.minutes === 0 ? ['end', ` of ${reference}`] : ['state', ''];
  await flow.step(named(`${verb} task ownership in PSA${of}`), {
    act: (key) => ifAble(() => systems.for('psa', legalEntity).putAssignment({ reference, key, body: ownership })),
  });
  await flow.step(named(`${verb} planned labour in ERP${of}`), {
    act: (key) => ifAble(() => systems.for('erp', legalEntity).putLabour({ reference, key, body: labour })),
  });
}

/** A platform that cannot hold it is no reason not to tell the others: the run says why. */
async function ifAble<T extends object>(write: () => Promise<T>): Promise<T | { unsupported: string }> {
  return write().catch((error: unknown) => {
    const failure = Failure.from(error);
    if (failure.kind !== 'unsupported') throw failure;
    return { unsupported: failure.message };
  });
}

/** Ends the turn where the assignment is still what was seen and nothing newer was reported. */
async function settle(turn: Turn, { assignment: seen }: Sent, services: Services): Promise<{ isSettled: boolean }> {
  if (await services.assignments.isSettled(turn)) return { isSettled: true };
  const { position, assignment } = await current(turn, services);
  const isSame = canonicalJson(assignment) === canonicalJson(seen);
  return { isSettled: isSame && (await services.assignments.settle(turn, position)) };
}
