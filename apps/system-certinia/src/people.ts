import {
  type DomainOperations,
  orgData,
  soql,
  soqlText,
  updateRecord,
  upsertRecord,
  type Vendor,
  write,
} from '#connector';
import { Failure } from '#kernel';
import { contactBody } from './mapping.js';
import { quarantineMs, settingsOf } from './settings.js';

/** The package's own field for a key of ours; an External ID, but not a unique one. */
const workerKey = 'pse__API_Resource_Correlation_Id__c';

const contacts = (vendor: Vendor, where: string) =>
  soql<{ Id: string }>(vendor, `SELECT Id FROM Contact WHERE ${where}`);

const refOf = (vendor: Vendor, type: string, id: string) => ({ id, url: vendor.recordUrl(type, id) });

export async function contactOf(vendor: Vendor, number: string): Promise<string> {
  const [contact, another] = await contacts(vendor, `${workerKey} = ${soqlText(number)}`);
  if (contact && !another) return contact.Id;
  if (!contact) throw new Failure('not-found', `Certinia has no resource ${number}`, { code: 'unknown-worker' });
  throw new Failure('conflict', `Certinia has several resources ${number}`, { code: 'duplicate-worker' });
}

/** Somebody who was a resource before the gateway carries no key of ours and is known by e-mail. */
async function findContacts(vendor: Vendor, number: string, email: string): Promise<{ Id: string }[]> {
  const ours = await contacts(vendor, `${workerKey} = ${soqlText(number)}`);
  if (ours.length > 0) return ours;
  return contacts(vendor, `Email = ${soqlText(email)} AND ${workerKey} = null AND pse__Is_Resource__c = true`);
}

export const peopleOperations: Pick<DomainOperations['psa'], 'putClient' | 'putPerson'> = {
  putClient: write({
    safety: { strategy: 'upsert' },
    run: async (vendor, { reference, state }) =>
      refOf(
        vendor,
        'Account',
        await upsertRecord(vendor, 'Account', settingsOf(vendor).fields.client, reference, { Name: state.name }),
      ),
  }),

  putPerson: write({
    safety: {
      strategy: 'reference',
      quarantineMs,
      find: async (vendor, { reference, state }) =>
        (await findContacts(vendor, reference, state.email)).map(({ Id }) => refOf(vendor, 'Contact', Id)),
    },
    run: async (vendor, { reference, state }) => {
      const body = { [workerKey]: reference, ...contactBody(state, settingsOf(vendor).fields) };
      const reply = await vendor.send<{ id: string }>({ method: 'POST', path: `${orgData}/sobjects/Contact`, body });
      return refOf(vendor, 'Contact', reply.body.id);
    },
    finish: async (vendor, { reference, state }, person) => {
      const body = { [workerKey]: reference, ...contactBody(state, settingsOf(vendor).fields) };
      await updateRecord(vendor, 'Contact', person.id, body);
      return person;
    },
  }),
};
