import {
  changeTogether,
  createOnce,
  type DomainOperations,
  orgData,
  orgRecordPath,
  soql,
  soqlText,
  type Subrequest,
  updateRecord,
  type Vendor,
} from '#connector';
import type { psa } from '#contracts';
import { Failure } from '#kernel';
import { hoursFields, type ProjectRow, scheduleBody } from './mapping.js';
import { contactOf } from './people.js';
import { projectOf } from './projects.js';
import { quarantineMs, settingsOf } from './settings.js';

const type = 'pse__Assignment__c';
/** The package's own field for a key of ours; searchable text, neither unique nor an External ID. */
const assignmentKey = 'pse__API_Assignment_Correlation_Id__c';

/** Taken back: nobody records time on it any more, what was recorded stays. */
export const endedBody = {
  pse__Status__c: 'Closed',
  pse__Closed_for_Time_Entry__c: true,
  pse__Closed_for_Expense_Entry__c: true,
};

/** `rate` is an amount in the project's currency; an assignment to a project that is not billable must have none. */
export const assignmentBody = (
  { state, reference }: Wish,
  project: ProjectRow,
  contact: string,
  rate: number | undefined,
) => ({
  Name: `${project.Name.slice(0, 40)} – ${state.roleName}`.slice(0, 80),
  pse__Project__c: project.Id,
  pse__Resource__c: contact,
  pse__Role__c: state.roleName,
  pse__Status__c: 'Scheduled',
  pse__Is_Billable__c: project.pse__Is_Billable__c,
  ...(rate !== undefined && { pse__Bill_Rate__c: rate }),
  pse__Closed_for_Time_Entry__c: false,
  pse__Closed_for_Expense_Entry__c: false,
  [assignmentKey]: reference,
});

interface Wish {
  reference: string;
  state: psa.AssignmentState;
}

function rateOf(state: psa.AssignmentState, project: ProjectRow, currency: string | undefined): number | undefined {
  if (!project.pse__Is_Billable__c) return 0;
  if (!state.hourlyRate) return undefined;
  const known = currency ?? project.CurrencyIsoCode;
  if (state.hourlyRate.currency === known) return Number(state.hourlyRate.amount);
  throw new Failure(
    'rejected',
    `project ${state.project} is in ${known} and the rate in ${state.hourlyRate.currency}`,
    {
      code: 'wrong-currency',
      fields: [{ field: 'hourlyRate.currency', message: `must be ${known}` }],
    },
  );
}

async function bodiesOf(vendor: Vendor, wish: Wish) {
  const project = await projectOf(vendor, wish.state.project);
  const contact = await contactOf(vendor, wish.state.workerNumber);
  const rate = rateOf(wish.state, project, settingsOf(vendor).currency);
  const currency = project.CurrencyIsoCode ? { CurrencyIsoCode: project.CurrencyIsoCode } : {};
  return {
    schedule: scheduleBody(wish.state, settingsOf(vendor).workDays),
    assignment: assignmentBody(wish, project, contact, rate),
    currency,
  };
}

type Row = Record<string, unknown> & { pse__Schedule__c: string; pse__Schedule__r: Record<string, unknown> };

async function held(vendor: Vendor, id: string, columns: string[]): Promise<Row> {
  const schedule = ['pse__Start_Date__c', 'pse__End_Date__c', ...hoursFields].map((name) => `pse__Schedule__r.${name}`);
  const wanted = ['pse__Schedule__c', ...columns, ...schedule].join(', ');
  const [row] = await soql<Row>(vendor, `SELECT ${wanted} FROM ${type} WHERE Id = ${soqlText(id)}`);
  if (row) return row;
  throw new Failure('not-found', `Certinia has no assignment ${id} any more`);
}

const differs = (body: object, row: Record<string, unknown>): boolean =>
  Object.entries(body).some(([name, value]) => row[name] !== value);

export const assignmentOperations: Pick<DomainOperations['psa'], 'putAssignment'> = {
  putAssignment: createOnce({
    quarantineMs,
    find: (vendor, { reference }) => {
      const where = `${assignmentKey} = ${soqlText(reference)}`;
      return soql<{ Id: string | null }>(vendor, `SELECT Id FROM ${type} WHERE ${where}`);
    },
    create: async (vendor, wish) => {
      // What never was needs no taking back.
      if (wish.state.minutes === 0) return { Id: null };
      const { schedule, assignment, currency } = await bodiesOf(vendor, wish);
      const create = { method: 'POST' as const };
      // Its dates are those of its schedule, which it keeps for good: both come to be, or none.
      const made = await changeTogether(vendor, [
        { ...create, url: `${orgData}/sobjects/pse__Schedule__c`, referenceId: 'schedule', body: schedule },
        {
          ...create,
          url: `${orgData}/sobjects/${type}`,
          referenceId: 'assignment',
          body: { pse__Bill_Rate__c: 0, ...assignment, ...currency, pse__Schedule__c: '@{schedule.id}' },
        },
      ]);
      return { Id: made.assignment! };
    },
    tell: ({ Id }, vendor, { reference }) => (Id ? vendor.recordRef(type, Id) : { id: reference, url: null }),
    finish: async (vendor, wish, made) => {
      if (wish.state.minutes === 0) {
        if (made.id !== wish.reference) await updateRecord(vendor, type, made.id, endedBody);
        return made;
      }
      const { schedule, assignment } = await bodiesOf(vendor, wish);
      const row = await held(vendor, made.id, Object.keys(assignment));
      const patch = (referenceId: string, on: string, id: string, body: object): Subrequest => ({
        method: 'PATCH',
        url: orgRecordPath(on, id),
        referenceId,
        body,
      });
      const changes = [
        ...(differs(schedule, row.pse__Schedule__r)
          ? [patch('schedule', 'pse__Schedule__c', row.pse__Schedule__c, schedule)]
          : []),
        ...(differs(assignment, row) ? [patch('assignment', type, made.id, assignment)] : []),
      ];
      if (changes.length > 0) await changeTogether(vendor, changes);
      return made;
    },
  }),
};
