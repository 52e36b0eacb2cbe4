import { worker } from '../../firm/northwind.fixture.js';
import { type Json, openOrg, type Org } from '../salesforce/org.fixture.js';
import { certinia } from './certinia.simulator.js';

/** One project from before, at 150 an hour, with Ben and Eva on it as consultants. */
const delivery = {
  workers: [worker('1', 'Ben'), worker('2', 'Eva')],
  skills: [{ code: 'SQL', name: 'SQL', category: 'Data' }],
  legacyProjects: [
    {
      code: 'OLD-1',
      name: 'Old ledger',
      customer: 'C-1',
      legalEntity: 'NW-US',
      currency: 'USD',
      startDate: '2026-01-05',
      endDate: '2026-12-31',
      erpStatus: 'open' as const,
      role: 'CONS',
      hourlyRate: '150.00',
      workers: ['1', '2'],
    },
  ],
};

/** A running org with the package, and what every test in it needs. */
export interface Psa extends Org {
  project: string;
  ben: string;
  eva: string;
  /** Ben's assignment to the project. */
  assignment: string;
  /** Makes a row of the package; names lose their prefix here. Answers its id. */
  make: (object: string, fields: Json) => Promise<string>;
  attempt: (object: string, fields: Json) => Promise<Response>;
  change: (object: string, id: string, fields: Json) => Promise<Response>;
  /** A row by its id, names without prefix. */
  read: (object: string, id: string) => Promise<Json>;
}

export async function openPsa(): Promise<Psa> {
  const org = await openOrg(delivery, certinia);
  const idOf = async (soql: string): Promise<string> => String((await org.rows(soql))[0]!.Id);
  const ben = await idOf("SELECT Id FROM Contact WHERE Email = 'ben@north.example'");
  const psa: Psa = {
    ...org,
    project: await idOf("SELECT Id FROM pse__Proj__c WHERE External_Id__c = 'OLD-1'"),
    ben,
    eva: await idOf("SELECT Id FROM Contact WHERE Email = 'eva@north.example'"),
    assignment: await idOf(`SELECT Id FROM pse__Assignment__c WHERE pse__Resource__c = '${ben}'`),
    attempt: (object, fields) => org.call('POST', `/sobjects/pse__${object}__c`, prefixed(fields)),
    make: async (object, fields) => {
      const reply = await psa.attempt(object, fields);
      if (!reply.ok) throw new Error(await reply.text());
      return ((await reply.json()) as { id: string }).id;
    },
    change: (object, id, fields) => org.call('PATCH', `/sobjects/pse__${object}__c/${id}`, prefixed(fields)),
    read: async (object, id) =>
      plain((await (await org.call('GET', `/sobjects/pse__${object}__c/${id}`)).json()) as Json),
  };
  return psa;
}

/** Fields every org has, and those the firm's administrator added, are not the package's. */
const isForeign = (name: string): boolean => name.endsWith('__c') || ['Name', 'CurrencyIsoCode'].includes(name);

export const prefixed = (fields: Json): Json =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [isForeign(name) ? name : `pse__${name}__c`, value]),
  );

export const plain = (row: Json): Json =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [/^pse__(.+)__c$/.exec(name)?.[1] ?? name, value]));

/** What the package refused: status, and the field each refusal is shown at. */
export async function refusedAt(reply: Response): Promise<[number, (string | null)[]]> {
  const errors = (await reply.json()) as { errorCode: string; fields?: string[] }[];
  const places = errors.map(({ errorCode, fields }) =>
    errorCode === 'FIELD_CUSTOM_VALIDATION_EXCEPTION' ? nameOf(fields?.[0]) : errorCode,
  );
  return [reply.status, places];
}

const nameOf = (field: string | undefined): string | null =>
  field === undefined ? null : (/^pse__(.+)__c$/.exec(field)?.[1] ?? field);

export const fullWeek = {
  Monday_Hours: 8,
  Tuesday_Hours: 8,
  Wednesday_Hours: 8,
  Thursday_Hours: 8,
  Friday_Hours: 8,
  Saturday_Hours: 0,
  Sunday_Hours: 0,
};
