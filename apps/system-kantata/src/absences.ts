import { type DomainOperations, inChunks, type Vendor, write } from '#connector';
import type { scheduling } from '#contracts';
import { addDays, Failure } from '#kernel';
import { create, listAll, reference, type Row, service, update } from './api.js';
import { thePerson } from './people.js';
import { quarantineMs } from './settings.js';

const resource = 'time_off_entries';
/** So many are deleted by one request. */
const mostDeleted = 100;

/** Kantata counts quarters of an hour; whoever is away for a part of one cannot be staffed in it. */
export const hoursOf = (minutes: number): number => Math.ceil(minutes / 15) / 4;

/** What a person has off on a day, as it is wanted. */
export interface Wanted {
  date: string;
  hours: number;
}

/** What has to be done about the days of one absence. */
export interface Plan {
  missing: Wanted[];
  changed: { id: string; wanted: Wanted }[];
  excess: string[];
  /** Days on which somebody recorded less time off than is wanted. */
  taken: Wanted[];
}

/**
 * Kantata has one entry for a person and day, and adds up whatever is created for it. A day with time off that is not of
 * this absence is therefore left alone: it is enough where it is as long, else a person has to say what is right.
 */
export function planOf(days: scheduling.AbsenceDay[], user: string | null, held: Row[], others: Row[]): Plan {
  const plan: Plan = { missing: [], changed: [], excess: [], taken: [] };
  const away = days.filter(({ minutes }) => minutes > 0);
  for (const { date, minutes } of away) {
    const wanted = { date, hours: hoursOf(minutes) };
    const isThen = (row: Row): boolean => row.user_id === user && row.requested_date === date;
    const own = held.find(isThen);
    const other = others.find(isThen);
    if (own && Number(own.hours) !== wanted.hours) plan.changed.push({ id: own.id, wanted });
    if (own) continue;
    if (!other) plan.missing.push(wanted);
    else if (Number(other.hours) < wanted.hours) plan.taken.push(wanted);
  }
  const isWanted = (row: Row): boolean => row.user_id === user && away.some(({ date }) => date === row.requested_date);
  plan.excess = held.filter((row) => !isWanted(row)).map(({ id }) => id);
  return plan;
}

const isEmpty = ({ missing, changed, excess, taken }: Plan): boolean =>
  [missing, changed, excess, taken].every((list) => list.length === 0);

interface Absence {
  reference: string;
  state: scheduling.AbsenceState;
}

/** The plan as Kantata stands now, and the person it is for; null where nobody is to be away. */
async function look(vendor: Vendor, { reference: ref, state }: Absence): Promise<{ user: string | null; plan: Plan }> {
  const query = { external_reference_service_name: service, external_reference_service_model_refs: ref };
  const held = await listAll(vendor, resource, { ...query, include: 'user' });
  const dates = state.days.map(({ date }) => date).sort();
  if (dates.length === 0) return { user: null, plan: planOf([], null, held, []) };
  const { id: user } = await thePerson(vendor, state.workerNumber);
  // Whether the bounds are among what is found is not documented.
  const span = { start_date: addDays(dates[0]!, -1), end_date: addDays(dates.at(-1)!, 1) };
  const found = await listAll(vendor, resource, { user_id: user, ...span, include: 'user' });
  const others = found.filter(({ id }) => !held.some((row) => row.id === id));
  return { user, plan: planOf(state.days, user, held, others) };
}

/** Puts the day before what Kantata says about it. */
async function onDay({ date }: Wanted, work: Promise<unknown>): Promise<Failure | null> {
  try {
    await work;
    return null;
  } catch (error) {
    const failure = Failure.from(error);
    if (failure.kind !== 'rejected') return failure;
    return new Failure('rejected', `${date}: ${failure.message}`, {
      fields: [{ field: 'days', message: `${date}: ${failure.message}` }],
    });
  }
}

/** All refusals at once; before them whatever leaves the outcome open, then whatever only has to wait. */
function throwAny(failures: (Failure | null)[]): void {
  const found = failures.filter((failure) => failure !== null);
  const open = found.find(({ kind }) => kind === 'outcome-unknown' || kind === 'defect');
  const first = open ?? found.find(({ kind }) => kind !== 'rejected');
  if (first) throw first;
  if (found.length === 0) return;
  throw new Failure('rejected', found.map(({ message }) => message).join('; '), {
    remedy: 'compare the days with the working week of the person in Kantata',
    fields: found.flatMap(({ detail }) => detail.fields ?? []),
  });
}

function requireFree(taken: Wanted[], number: string): void {
  if (taken.length === 0) return;
  const days = taken.map(({ date }) => date).join(', ');
  throw new Failure('conflict', `worker ${number} has other, shorter time off in Kantata on ${days}`, {
    code: 'other-time-off',
    remedy: 'delete it in Kantata, or make it as long as all of that day’s time off together, then retry',
    fields: taken.map(({ date, hours }) => ({ field: 'days', message: `${date}: wants ${hours} hours off` })),
  });
}

async function bring(vendor: Vendor, absence: Absence): Promise<void> {
  const { reference: ref, state } = absence;
  const { user, plan } = await look(vendor, absence);
  const external_reference = reference('Absence', ref);
  // First what is new: between the two somebody is away too long rather than not at all.
  throwAny(
    await Promise.all([
      ...plan.missing.map((day) => {
        const body = { user_id: user, requested_date: day.date, hours: day.hours, external_reference };
        return onDay(day, create(vendor, resource, body));
      }),
      ...plan.changed.map(({ id, wanted }) => onDay(wanted, update(vendor, resource, id, { hours: wanted.hours }))),
    ]),
  );
  for (const ids of inChunks(plan.excess, mostDeleted))
    await vendor.send({ method: 'DELETE', path: `/api/v1/${resource}`, query: { ids: ids.join(',') } });
  requireFree(plan.taken, state.workerNumber);
}

/** The days of an absence carry its reference; it is there when each of them is as it is stated. */
export const putAbsence: DomainOperations['scheduling']['putAbsence'] = write({
  safety: {
    strategy: 'reference',
    quarantineMs,
    find: async (vendor, absence) =>
      isEmpty((await look(vendor, absence)).plan) ? [{ id: absence.reference, url: null }] : [],
  },
  run: async (vendor, absence) => {
    await bring(vendor, absence);
    return { id: absence.reference, url: null };
  },
});
