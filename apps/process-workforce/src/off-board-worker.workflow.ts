import { events, type Holder, type WorkerLeaving } from '#contracts';
import { Failure, needsPerson, nothingThere } from '#kernel';
import { defineWorkflow, type Flow } from '#workflow';
import { changeWorker } from './change-worker.workflow.js';
import { accessEnds, lastDayOf } from './last-day.js';
import type { Person } from './person.repository.js';
import { accountOf, employeeOf, isPsaScheduler, personOf, reasonForNone } from './provisioning.js';
import type { WorkforceServices } from './services.js';

/** The last day as it was told, and what it was told under. */
export type OffBoardWorker = Pick<WorkerLeaving, 'instance' | 'workerId' | 'workerNumber' | 'lastDay' | 'notice'>;

/**
 * Ends what somebody could do, as the day after their last day begins where they work (E11): staffing, time, access,
 * employment, in this order; nothing is deleted. A last day that is taken back before the day ends this run.
 */
export const offBoardWorker = defineWorkflow<OffBoardWorker, WorkforceServices>({
  name: 'worker-off-boarding',
  version: 1,
  class: { latency: 'scheduled', criticality: 'staffing', recovery: 'resume', slo: '15m' },
  owners: { rejected: 'integration-operations', conflict: 'hr-operations', default: 'integration-operations' },
  startsOn: {
    types: [events.workerTerminated],
    input: (event) => {
      const { instance, workerId, workerNumber, lastDay, notice } = event.data as OffBoardWorker;
      return { instance, workerId, workerNumber, lastDay, notice };
    },
  },
  waitsFor: [events.workerTerminationWithdrawn],
  runKey: ({ notice }) => notice,

  async run(flow, input, services) {
    const { people, systems, estate } = services;
    const { workerNumber, lastDay, notice } = input;
    const title = `Off-boarding of worker ${workerNumber}, last day ${lastDay}`;
    flow.about({ title });
    const { at } = await flow.read('when access ends', async () => {
      const { carried } = (await people.byNumber(workerNumber))!;
      return { at: accessEnds(lastDay, estate.timeZoneOf(carried)).toISOString() };
    });
    const withdrawn = await flow.waitFor('day after the last day', {
      event: events.workerTerminationWithdrawn,
      data: { notice },
      deadline: at,
    });
    if (withdrawn) return flow.about({ title: `${title}: taken back` });
    // Asked once: after a half-done ending only its end, and then a return, leads back.
    const { stays } = await flow.step('ask HR once more', {
      act: async () => {
        const worker = await systems.named('hr', input.instance).getWorker({ id: input.workerId }).catch(nothingThere);
        const last = worker && lastDayOf(worker);
        return { stays: worker !== null && (last === null || last > lastDay) };
      },
    });
    if (stays) return flow.about({ title: `${title}: HR says otherwise by now` });
    const { person } = await flow.read('worker as carried through', async () => ({
      person: (await people.byNumber(workerNumber))!,
    }));
    flow.about({ title, legalEntity: person.carried.legalEntity });
    const { places, byHand } = await endPlaces(flow, person, lastDay, services);
    const { isLast } = await flow.step('note that the worker left', {
      act: () => people.leave({ number: workerNumber, notice, lastDay }, places),
      rehearse: () => ({ isLast: true }),
    });
    await flow.publish('tell that the worker is off-boarded', {
      type: events.workerOffBoarded,
      subject: `worker/${workerNumber}`,
      data: input,
    });
    if (!isLast) {
      const { instance, workerId } = input;
      await flow.child('look at what HR says now', changeWorker, { instance, workerId, change: `${notice}.after` });
    }
    await assertNothingByHand(flow, person, byHand);
  },
});

/** What is left to a person, by system. */
type ByHand = { system: Holder; instance: string; note: string }[];

interface Ended {
  places: Person['places'];
  byHand: ByHand;
}

/** In the order in which nobody is put on work they cannot do: staffing, time, access, employment. */
async function endPlaces(flow: Flow, person: Person, lastDay: string, services: WorkforceServices): Promise<Ended> {
  const { systems, estate } = services;
  const { carried } = person;
  const { number: reference, legalEntity } = carried;
  const role = estate.mapped('roleNames', estate.mapped('roleOfGrade', carried.grade) ?? '') ?? carried.grade;
  const ended: Ended = { places: {}, byHand: [] };
  const end = async (system: Holder, name: string, act: (key: string) => Promise<{ id: string }>): Promise<void> => {
    const { name: instance } = estate.instanceFor(system, legalEntity);
    const held = person.places[system]?.id ?? null;
    const none = system === 'psa' ? null : reasonForNone(system, carried, estate);
    if (none) return void (ended.places[system] = { instance, id: held, active: false, note: none });
    // A scheduler or PSA that is away or says no never keeps anybody's door open.
    const isDoor = system === 'identity' || system === 'erp';
    const told = isDoor
      ? await flow.step(name, { act })
      : await flow.stepOrDefer(name, {
          act: (key) => orByHand(act(key)),
          deferOn: ['unavailable', 'throttled'],
        });
    const note = told === undefined ? 'ends as soon as the platform is back' : 'note' in told ? told.note : null;
    if (told !== undefined && note !== null) ended.byHand.push({ system, instance, note });
    ended.places[system] = { instance, id: told?.id ?? held, active: note !== null, note };
  };
  await end('scheduling', 'end staffing in scheduling', (key) =>
    systems.for('scheduling', legalEntity).endResource({ reference, key, body: { lastDay } }),
  );
  await end('psa', 'end the person in PSA', (key) =>
    systems.for('psa', legalEntity).putPerson({ reference, key, body: personOf(carried, role, false) }),
  );
  await end('identity', 'disable identity account', (key) =>
    systems.for('identity', legalEntity).putAccount({ reference, key, body: accountOf(carried, false) }),
  );
  await end('erp', 'make the employee inactive in ERP', (key) =>
    systems.for('erp', legalEntity).putEmployee({ reference, key, body: employeeOf(carried, false) }),
  );
  return isPsaScheduler(legalEntity, estate) ? endedOnce(ended) : ended;
}

/** Where one product is PSA and scheduler, ending somebody there once is enough. */
function endedOnce({ places, byHand }: Ended): Ended {
  const { scheduling, psa } = places;
  const isEnded = !scheduling?.active || !psa?.active;
  const left = byHand.filter(({ system }) => system !== 'psa' && !(isEnded && system === 'scheduling'));
  return { places: isEnded ? { ...places, scheduling: { ...scheduling!, active: false } } : places, byHand: left };
}

/** What a platform refuses, or cannot do, a person does; where it knows nobody there is nothing to end. */
const orByHand = (told: Promise<{ id: string }>): Promise<{ id: string | null; note: string | null }> =>
  told.then(
    ({ id }) => ({ id, note: null }),
    (error: unknown) => {
      const failure = Failure.from(error);
      if (!needsPerson(failure)) throw failure;
      return { id: null, note: failure.kind === 'not-found' ? null : failure.message };
    },
  );

/** What the platforms could not end somebody ends by hand, and says so. */
async function assertNothingByHand(flow: Flow, { number }: Person, byHand: ByHand): Promise<void> {
  if (byHand.length === 0) return;
  const done = await flow.read<Record<string, unknown>>('done by hand', async () => ({}));
  const rule = (): void => {
    const open = byHand.filter(({ system }) => done[system] !== true);
    if (open.length === 0) return;
    const instances = open.map(({ instance }) => instance).join(', ');
    throw new Failure('conflict', `worker ${number} left and is still active in ${instances}`, {
      code: 'ended-by-hand',
      record: `worker ${number}`,
      remedy: `end the worker there, then correct ${open.map(({ system }) => `${system}=true`).join(' and ')}`,
      fields: open.map(({ system, note }) => ({ field: system, message: note })),
    });
  };
  await flow.check('what the platforms cannot end is ended by hand', rule, { corrects: 'done by hand' });
}
