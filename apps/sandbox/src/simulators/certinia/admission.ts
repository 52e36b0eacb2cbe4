import { SalesforceError } from '../salesforce/errors.js';
import { userId } from '../salesforce/ids.js';
import type { ObjectType, Org, Row } from '../salesforce/org.js';
import { own } from './package-fields.js';

/** The permission a user needs to write an object. */
const needed: Record<string, string> = {
  [own('Assignment')]: 'Staffing',
  [own('Schedule')]: 'Staffing',
  [own('Schedule_Exception')]: 'Staffing',
  [own('Resource_Request')]: 'Resource_Request_Entry',
  [own('Timecard_Header')]: 'Timecard_Entry',
  [own('Timecard')]: 'Billing',
  [own('Expense')]: 'Expense_Entry',
  [own('Expense_Report')]: 'Expense_Entry',
  [own('Billing_Event')]: 'Invoicing',
  [own('Skill_Certification_Rating')]: 'Skills_And_Certifications_Entry',
};

export const packageRefusal = (message: string): SalesforceError =>
  new SalesforceError(400, 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', message, []);

/** Turns away a program that may not write this, or comes while somebody else does. */
export function admit(org: Org, type: ObjectType, values: Row, before: Row | null): void {
  obeyLocks(org);
  requirePermission(org, type);
  if (type.name === own('Timecard') && !before) throw packageRefusal('Splits are made by the package.');
  refuseApproval(org, type, values);
}

interface Setting {
  times?: number;
  isAllowed?: boolean;
}

/** A row that others hold is refused for as long as they do, whichever row it is. */
function obeyLocks(org: Org): void {
  const { times = 0 } = org.store.get<Setting>('setting', 'locks') ?? {};
  if (times <= 0) return;
  org.store.put('setting', 'locks', { times: times - 1 });
  throw new SalesforceError(400, 'UNABLE_TO_LOCK_ROW', 'unable to obtain exclusive access to this record', []);
}

export function lockRows(org: Org, { times }: { times: number }): void {
  if (!Number.isInteger(times) || times < 0) throw new Error('times must be a whole number of writes');
  org.store.put('setting', 'locks', { times });
}

/** That the package refuses with this code, and looks at today only, is an assumption, unconfirmed by the vendor. */
function requirePermission(org: Org, type: ObjectType): void {
  const flag = needed[type.name];
  if (flag === undefined) return;
  const today = org.now().toISOString().slice(0, 10);
  const found = org.store
    .list<Row>(own('Permission_Control'))
    .some(
      (row) =>
        row[own('User')] === userId &&
        row[own(flag)] === true &&
        String(row[own('Start_Date')] ?? '') <= today &&
        String(row[own('End_Date')] ?? '9') >= today,
    );
  if (!found) throw packageRefusal(`You have no permission control with ${flag.replaceAll('_', ' ')}.`);
}

/**
 * Whether a program may submit and approve time by writing the fields is unconfirmed by the vendor: it may not, unless
 * `allowApprovalByApi` says so.
 */
function refuseApproval(org: Org, type: ObjectType, values: Row): void {
  if (type.name !== own('Timecard_Header') || org.store.get<Setting>('setting', 'approvalByApi')?.isAllowed) return;
  const claims = [own('Submitted'), own('Approved')].some((name) => values[name] === true);
  const status = values[own('Status')] ?? 'Saved';
  if (claims || status !== 'Saved')
    throw packageRefusal('Time is submitted and approved in the package, not by writing fields.');
}

export const allowApprovalByApi = (org: Org, { isAllowed }: { isAllowed: boolean }): void =>
  org.store.put('setting', 'approvalByApi', { isAllowed });

/** Takes a permission away from the gateway's user. */
export function revokePermission(org: Org, { name }: { name: string }): void {
  for (const row of org.store.list<Row>(own('Permission_Control')))
    org.store.put(own('Permission_Control'), String(row.Id), { ...row, [own(name)]: false });
}
