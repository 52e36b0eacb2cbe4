import type { Holder } from '#contracts';
import { type CalendarDate, Failure, needsPerson, today } from '#kernel';
import type { EstateView } from '#platform';
import type { Flow } from '#workflow';
import type { Carried } from './carried.js';
import type { Person } from './person.repository.js';
import {
  accountOf,
  employeeOf,
  isPsaScheduler,
  personOf,
  type ProvisioningServices,
  reasonForNone,
  type StepNames,
} from './provisioning.js';

/** The order in which nobody is put on work they cannot do: staffing, time, access, employment. */
export const endings: readonly Holder[] = ['scheduling', 'psa', 'identity', 'erp'];

export const ending: StepNames = {
  scheduling: 'end staffing in scheduling',
  psa: 'end the person in PSA',
  identity: 'disable identity account',
  erp: 'make the employee inactive in ERP',
};

/** Somebody who is to end in some systems, and how they stood there. */
export interface Leaver {
  worker: Carried;
  holders: readonly Holder[];
  names: StepNames;
  held: Person['places'];
  lastDay: CalendarDate;
}

/** What is left to a person, by system. */
export type ByHand = { system: Holder; instance: string; note: string }[];

interface Ended {
  places: Person['places'];
  byHand: ByHand;
}

type End = (key: string) => Promise<{ id: string }>;

/** How a worker is ended in each system of their legal entity; nothing is deleted. */
function endsOf(worker: Carried, lastDay: CalendarDate, { systems, estate }: ProvisioningServices): Ends {
  const { number: reference, legalEntity } = worker;
  const role = roleNameOf(worker, estate);
  return {
    scheduling: (key) => systems.for('scheduling', legalEntity).endResource({ reference, key, body: { lastDay } }),
    psa: (key) => systems.for('psa', legalEntity).putPerson({ reference, key, body: personOf(worker, role, false) }),
    identity: (key) =>
      systems.for('identity', legalEntity).putAccount({ reference, key, body: accountOf(worker, false) }),
    erp: (key) => systems.for('erp', legalEntity).putEmployee({ reference, key, body: employeeOf(worker, false) }),
  };
}

type Ends = Record<Holder, End>;

/** Ends a worker in one system as of today, where they work. */
export function endAtOnce(
  system: Holder,
  worker: Carried,
  key: string,
  services: ProvisioningServices,
): Promise<{ id: string }> {
  const lastDay = today(new Date(), services.estate.timeZoneOf(worker));
  return endsOf(worker, lastDay, services)[system](key);
}

/** A grade that is mapped no more ends all the same. */
const roleNameOf = ({ grade }: Carried, estate: EstateView): string =>
  estate.mapped('roleNames', estate.mapped('roleOfGrade', grade) ?? '') ?? grade;

/** Ends somebody in the systems, in the order given. */
export async function endPlaces(
  flow: Flow,
  { worker, holders, names, held, lastDay }: Leaver,
  services: ProvisioningServices,
): Promise<Ended> {
  const { estate } = services;
  const { legalEntity } = worker;
  const ends = endsOf(worker, lastDay, services);
  const ended: Ended = { places: {}, byHand: [] };
  for (const system of holders) {
    const { name: instance } = estate.instanceFor(system, legalEntity);
    const id = held[system]?.id ?? null;
    const none = system === 'psa' ? null : reasonForNone(system, worker, estate);
    if (none) {
      ended.places[system] = { instance, id, active: false, note: none };
      continue;
    }
    const told = await endPlace(flow, system, names[system], ends[system]);
    const note = told === undefined ? 'ends as soon as the platform is back' : told.note;
    if (told !== undefined && note !== null) ended.byHand.push({ system, instance, note });
    ended.places[system] = { instance, id: told?.id ?? id, active: note !== null, note };
  }
  return isPsaScheduler(legalEntity, estate) ? endedOnce(ended) : ended;
}

/** A scheduler or PSA that is away or says no never keeps anybody's door open. */
const endPlace = async (flow: Flow, system: Holder, name: string, end: End) =>
  system === 'identity' || system === 'erp'
    ? { ...(await flow.step(name, { act: end })), note: null }
    : flow.stepOrDefer(name, { act: (key) => orByHand(end(key)), deferOn: ['unavailable', 'throttled'] });

/** Where one product is PSA and scheduler, ending somebody there once is enough. */
function endedOnce({ places, byHand }: Ended): Ended {
  const { scheduling, psa } = places;
  if (!scheduling || !psa) return { places, byHand };
  const isEnded = !scheduling.active || !psa.active;
  const left = byHand.filter(({ system }) => system !== 'psa' && !(isEnded && system === 'scheduling'));
  return { places: isEnded ? { ...places, scheduling: { ...scheduling, active: false } } : places, byHand: left };
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
export async function assertNothingByHand(
  flow: Flow,
  { number, what }: { number: string; what: string },
  byHand: ByHand,
): Promise<void> {
  if (byHand.length === 0) return;
  const done = await flow.read<Record<string, unknown>>('done by hand', async () => ({}));
  const rule = (): void => {
    const open = byHand.filter(({ system }) => done[system] !== true);
    if (open.length === 0) return;
    const instances = open.map(({ instance }) => instance).join(', ');
    throw new Failure('conflict', `worker ${number} ${what} and is still active in ${instances}`, {
      code: 'ended-by-hand',
      record: `worker ${number}`,
      remedy: `end the worker there, then correct ${open.map(({ system }) => `${system}=true`).join(' and ')}`,
      fields: open.map(({ system, note }) => ({ field: system, message: note })),
    });
  };
  await flow.check('what the platforms cannot end is ended by hand', rule, { corrects: 'done by hand' });
}
