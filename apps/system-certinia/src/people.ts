import {
  createOnce,
  type DomainOperations,
  orgData,
  soql,
  soqlText,
  theOne,
  updateRecord,
  upsertRecord,
  type Vendor,
  write,
} from '#connector';
import { contactBody } from './mapping.js';
import { quarantineMs, settingsOf } from './settings.js';

/** The package's own field for a key of ours; an External ID, but not a unique one. */
const workerKey = 'pse__API_Resource_Correlation_Id__c';

const contacts = (vendor: Vendor, where: string) =>
  soql<{ Id: string }>(vendor, `SELECT Id FROM Contact WHERE ${where}`);

const withNumber = (vendor: Vendor, number: string) => contacts(vendor, `${workerKey} = ${soqlText(number)}`);

export const contactOf = async (vendor: Vendor, number: string): Promise<string> =>
  theOne(await withNumber(vendor, number), 'Certinia', 'worker', number).Id;

/** Somebody who was a resource before the gateway carries no key of ours and is known by e-mail. */
async function findContacts(vendor: Vendor, number: string, email: string): Promise<{ Id: string }[]> {
  const ours = await withNumber(vendor, number);
  if (ours.length > 0) return ours;
  return contacts(vendor, `Email = ${soqlText(email)} AND ${workerKey} = null AND pse__Is_Resource__c = true`);
}

export const peopleOperations: Pick<DomainOperations['psa'], 'putClient' | 'putPerson'> = {
  putClient: write({
    safety: { strategy: 'upsert' },
    run: async (vendor, { reference, state }) => {
      const { client } = settingsOf(vendor).fields;
      const id = await upsertRecord(vendor, 'Account', client, reference, { Name: state.name });
      return vendor.recordRef('Account', id);
    },
  }),

  putPerson: createOnce({
    quarantineMs,
    find: (vendor, { reference, state }) => findContacts(vendor, reference, state.email),
    create: async (vendor, { reference, state }) => {
      const body = { [workerKey]: reference, ...contactBody(state, settingsOf(vendor).fields) };
      const reply = await vendor.send<{ id: string }>({ method: 'POST', path: `${orgData}/sobjects/Contact`, body });
      return { Id: reply.body.id };
    },
    tell: ({ Id }, vendor) => vendor.recordRef('Contact', Id),
    finish: async (vendor, { reference, state }, person) => {
      const body = { [workerKey]: reference, ...contactBody(state, settingsOf(vendor).fields) };
      await updateRecord(vendor, 'Contact', person.id, body);
      return person;
    },
  }),
};
