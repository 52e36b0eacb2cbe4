import { createOnce, type DomainOperations, read, rolesNamed, theOne, type Vendor, weekOf, write } from '#connector';
import type { scheduling } from '#contracts';
import { create, listAll, type Person, type Role, update } from './api.js';
import { isWorker, sameTags, tagsFor, toResource, workerNumberOf } from './mapping.js';
import { quarantineMs, settingsOf } from './settings.js';

/** Float has no search: the list of everybody is looked through. */
const everybody = (vendor: Vendor): Promise<Person[]> => listAll<Person>(vendor, 'people');

export async function personOf(vendor: Vendor, number: string): Promise<Person> {
  const found = (await everybody(vendor)).filter((person) => isWorker(person, number));
  return theOne(found, 'Float', 'worker', number);
}

/** Somebody who was in Float before the gateway carries no worker number of ours and is known by e-mail. */
async function findPeople(vendor: Vendor, number: string, email: string): Promise<Person[]> {
  const people = await everybody(vendor);
  const ours = people.filter((person) => isWorker(person, number));
  if (ours.length > 0) return ours;
  return people.filter((person) => workerNumberOf(person) === null && sameAddress(person.email, email));
}

const sameAddress = (a: string | null, b: string): boolean => a?.toLowerCase() === b.toLowerCase();

interface Wish {
  reference: string;
  state: scheduling.ResourceState;
}

/** What a person shall look like; `held` is how they look now. */
export const personBody = ({ reference, state }: Wish, roleId: number, workDays: number[], held: Person | null) => ({
  name: state.name,
  email: state.email,
  role_id: roleId,
  active: 1,
  // Whoever comes back has no last day any more.
  ...(held?.active === 0 && { end_date: null }),
  work_days_hours: weekOf(state.weeklyMinutes, workDays, held?.work_days_hours ?? null),
  tags: tagsFor(held, reference, state),
});

async function bodyOf(vendor: Vendor, wish: Wish, held: Person | null): Promise<Body> {
  const [role] = rolesNamed(await listAll<Role>(vendor, 'roles'), 'Float', [wish.state.roleName]);
  return personBody(wish, role!.id, settingsOf(vendor).workDays, held);
}

type Body = ReturnType<typeof personBody>;

const isAsWanted = (person: Person, body: Body): boolean =>
  person.name === body.name &&
  person.email === body.email &&
  person.role_id === body.role_id &&
  person.active === body.active &&
  person.work_days_hours?.join() === body.work_days_hours.join() &&
  sameTags(person.tags ?? [], body.tags);

export const peopleOperations: Pick<DomainOperations['scheduling'], 'getResource' | 'putResource' | 'endResource'> = {
  getResource: read(async (vendor, { reference }) => toResource(await personOf(vendor, reference))),

  putResource: createOnce({
    quarantineMs,
    find: (vendor, { reference, state }) => findPeople(vendor, reference, state.email),
    create: async (vendor, wish) => create<Person>(vendor, 'people', await bodyOf(vendor, wish, null)),
    tell: toResource,
    finish: async (vendor, wish, { id }) => {
      const person = await vendor.get<Person>(`/v3/people/${id}`);
      const body = await bodyOf(vendor, wish, person);
      const wanted = isAsWanted(person, body) ? person : await update<Person>(vendor, 'people', id, body);
      return toResource({ ...wanted, tags: body.tags });
    },
  }),

  /** Archived people keep their past; `putResource` takes them out of the archive. */
  endResource: write({
    safety: { strategy: 'absolute' },
    run: async (vendor, { reference, end }) => {
      const { people_id: id, tags } = await personOf(vendor, reference);
      const ended = await update<Person>(vendor, 'people', id, { active: 0, end_date: end.lastDay });
      return toResource({ ...ended, tags });
    },
  }),
};
