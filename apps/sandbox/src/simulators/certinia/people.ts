import type { Staff } from '../../core/screens.js';
import type { Org, Row } from '../salesforce/org.js';
import { remove, save, typeOf } from '../salesforce/rows.js';
import { own } from './package-fields.js';
import { daysBetween, weekday } from './schedules.js';
import { round } from './time-objects.js';

/** What project and resource managers do on the package's screens. */

/** Puts a person on the place that was asked for; the minutes are spread over the weekdays. */
export function staff(org: Org, input: Staff): { id: string } {
  const project = projectOf(org, input.projectRef);
  if (project[own('Is_Active')] !== true)
    throw new Error(`"${String(project.Name)}" is not open: nobody can be staffed yet`);
  const asked = requestFor(org, project, input.roleName);
  if (!asked) throw new Error(`"${String(project.Name)}" has not asked for a ${input.roleName}`);
  const resource = resourceWith(org, input.email);
  const schedule = keep(org, 'Schedule', scheduleOf(input));
  const assignment = keep(org, 'Assignment', {
    ...assignmentValues(project, resource, input),
    [own('Schedule')]: schedule.Id!,
    [own('Resource_Request')]: asked.Id!,
  });
  if (asked[own('Assignment')] === null || asked[own('Assignment')] === undefined)
    keep(org, 'Resource_Request', staffed(assignment), asked);
  return byPerson(org, 'staff', 'Assignment', assignment);
}

const staffed = ({ Id: id, [own('Resource')]: resource }: Row): Row => ({
  [own('Assignment')]: id!,
  [own('Resource')]: resource!,
  [own('Status')]: 'Assigned',
});

const assignmentValues = (project: Row, resource: Row, { roleName, hourlyRate }: Staff): Row => ({
  Name: `${String(resource.LastName)} - ${String(project.Name)}`,
  CurrencyIsoCode: project.CurrencyIsoCode!,
  [own('Project')]: project.Id!,
  [own('Resource')]: resource.Id!,
  [own('Role')]: roleName,
  [own('Status')]: 'Scheduled',
  [own('Is_Billable')]: project[own('Is_Billable')] === true,
  [own('Bill_Rate')]: project[own('Is_Billable')] === true ? Number(hourlyRate) : 0,
});

/** A free request for the role first, else one that shows the role was asked for. */
function requestFor(org: Org, project: Row, roleName: string): Row | undefined {
  const requests = org.store
    .list<Row>(own('Resource_Request'))
    .filter((request) => request[own('Project')] === project.Id && request[own('Resource_Role')] === roleName)
    .filter((request) => request[own('Status')] !== 'Cancelled');
  return requests.find((request) => (request[own('Assignment')] ?? null) === null) ?? requests[0];
}

interface Booking {
  startDate: string;
  endDate: string;
  minutes: number;
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];

/** Hours on each weekday, rounded to hundredths, as the screen shows them. */
function scheduleOf({ startDate, endDate, minutes }: Booking): Row {
  const days = daysBetween(startDate, endDate).filter((day) => weekdays.includes(weekday(day))).length;
  if (days === 0) throw new Error(`nobody works between ${startDate} and ${endDate}`);
  const hours = round(minutes / 60 / days);
  return {
    [own('Start_Date')]: startDate,
    [own('End_Date')]: endDate,
    [own('Saturday_Hours')]: 0,
    [own('Sunday_Hours')]: 0,
    ...Object.fromEntries(weekdays.map((day) => [own(`${day}_Hours`), hours])),
  };
}

export interface ChangeAssignment {
  id: string;
  startDate?: string;
  endDate?: string;
  minutes?: number;
}

/** Moves or resizes an assignment, which is to change its schedule: the assignment's own stamps do not move. */
export function changeAssignment(org: Org, { id, startDate, endDate, minutes }: ChangeAssignment): { id: string } {
  const assignment = existing(org, 'Assignment', id);
  const schedule = existing(org, 'Schedule', String(assignment[own('Schedule')]));
  const booking = {
    startDate: startDate ?? String(schedule[own('Start_Date')]),
    endDate: endDate ?? String(schedule[own('End_Date')]),
  };
  const minutesNow = Math.round(Number(schedule[own('Scheduled_Hours')]) * 60);
  keep(org, 'Schedule', scheduleOf({ ...booking, minutes: minutes ?? minutesNow }), schedule);
  return byPerson(org, 'update', 'Assignment', assignment);
}

/** What was asked for is open again. */
export function cancelAssignment(org: Org, { id }: { id: string }): { id: string } {
  const assignment = existing(org, 'Assignment', id);
  const request = org.store.find<Row>(own('Resource_Request'), (row) => row[own('Assignment')] === id);
  if (request)
    keep(
      org,
      'Resource_Request',
      { [own('Assignment')]: null, [own('Resource')]: null, [own('Status')]: 'Ready to Staff' },
      request,
    );
  remove(org, typeOf(org, own('Assignment')), assignment);
  return byPerson(org, 'delete', 'Assignment', assignment);
}

export function archiveProject(org: Org, { projectRef }: { projectRef: string }): { id: string } {
  const project = projectOf(org, projectRef);
  const closed = { [own('Is_Active')]: false, [own('Closed_for_Time_Entry')]: true, [own('Stage')]: 'Completed' };
  return byPerson(org, 'archive', 'Proj', keep(org, 'Proj', closed, project));
}

/** Keeps what a person entered: the package's rules hold for people too. */
export const keep = (org: Org, object: string, values: Row, before: Row | null = null): Row =>
  save(org, typeOf(org, own(object)), values, before);

export function existing(org: Org, object: string, id: string): Row {
  const row = org.store.get<Row>(own(object), id);
  if (!row) throw new Error(`there is no ${object.replaceAll('_', ' ').toLowerCase()} ${id}`);
  return row;
}

export function projectOf(org: Org, ref: string): Row {
  const project = org.store.find<Row>(own('Proj'), ({ External_Id__c: id }) => id === ref);
  if (!project) throw new Error(`there is no project ${ref}`);
  return project;
}

export function resourceWith(org: Org, email: string): Row {
  const found = org.store.find<Row>('Contact', (row) => String(row.Email).toLowerCase() === email.toLowerCase());
  if (!found) throw new Error(`nobody here has the e-mail ${email}`);
  return found;
}

export function byPerson(org: Org, operation: string, object: string, row: Row): { id: string } {
  const id = String(row.Id);
  org.store.record({ operation, entity: own(object), id, by: 'person' });
  return { id };
}
