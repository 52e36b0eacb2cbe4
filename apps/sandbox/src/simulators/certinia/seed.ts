import type { Firm, LegacyProject, Worker } from '../../firm/firm.js';
import { userId } from '../salesforce/ids.js';
import type { Org, Row } from '../salesforce/org.js';
import { setValues } from '../salesforce/picklists.js';
import { insert } from '../salesforce/rows.js';
import { seed as seedCrm } from '../salesforce/seed.js';
import { daysOfWeek, own } from './package-fields.js';

const rights = [
  'Billing',
  'Cascading_Permission',
  'Expense_Entry',
  'Invoicing',
  'Resource_Request_Entry',
  'Skills_And_Certifications_Entry',
  'Staffing',
  'Timecard_Entry',
];

/** What sales has in the org, and what delivery has set up: roles, skills, practices, and projects from before. */
export function seed(firm: Firm, org: Org): void {
  seedCrm(firm, org);
  addUser(org);
  setValues(
    org,
    'roles',
    firm.roles.map(({ name }) => name),
  );
  const region = insert(org, own('Region'), { Name: firm.name });
  for (const name of new Set(firm.opportunities.map(({ practice }) => practice).filter(Boolean)))
    insert(org, own('Practice'), { Name: name });
  for (const { code, name } of firm.skills)
    insert(org, own('Skill'), { Name: name, [own('Unique_Name')]: code, [own('Skill_Or_Certification')]: 'Skill' });
  insert(org, own('Permission_Control'), {
    [own('User')]: userId,
    [own('Region')]: region.Id!,
    ...Object.fromEntries(rights.map((name) => [own(name), true])),
  });
  for (const project of firm.legacyProjects) addLegacyProject(firm, org, project, String(region.Id));
}

/** The user the gateway works as. */
function addUser(org: Org): void {
  const { username } = org.credentials.certinia;
  const row = insert(org, 'User', { Name: 'Integration', Username: username, Email: username, IsActive: true });
  org.store.delete('User', String(row.Id));
  org.store.put('User', userId, { ...row, Id: userId });
}

function addLegacyProject(firm: Firm, org: Org, project: LegacyProject, region: string): void {
  const account = org.store.find<Row>('Account', (row) => row.Customer_Code__c === project.customer);
  const role = firm.roles.find(({ code }) => code === project.role)?.name ?? null;
  const { Id: id } = insert(org, own('Proj'), {
    Name: project.name,
    CurrencyIsoCode: project.currency,
    External_Id__c: project.code,
    Legal_Entity__c: project.legalEntity,
    [own('Account')]: account?.Id ?? null,
    [own('Region')]: region,
    [own('Start_Date')]: project.startDate,
    [own('End_Date')]: project.endDate,
    [own('Stage')]: 'In Progress',
    [own('Billing_Type')]: 'Time and Materials',
    [own('Project_Type')]: 'Customer Project',
    [own('Is_Active')]: true,
    [own('Is_Billable')]: true,
  });
  for (const number of project.workers) {
    const resource = resourceOf(firm, org, number, role);
    const schedule = insert(org, own('Schedule'), fullTime(project));
    insert(org, own('Assignment'), {
      Name: `${String(resource.LastName)} - ${project.name}`,
      CurrencyIsoCode: project.currency,
      [own('Project')]: id!,
      [own('Resource')]: resource.Id!,
      [own('Schedule')]: schedule.Id!,
      [own('Role')]: role,
      [own('Status')]: 'Scheduled',
      [own('Is_Billable')]: true,
      [own('Bill_Rate')]: Number(project.hourlyRate),
    });
  }
}

/** Nobody's time is planned on a project from before. */
const fullTime = ({ startDate, endDate }: LegacyProject): Row => ({
  [own('Start_Date')]: startDate,
  [own('End_Date')]: endDate,
  ...Object.fromEntries(daysOfWeek.map((day) => [own(`${day}_Hours`), 0])),
  [own('Scheduled_Hours')]: 0,
  [own('Scheduled_Days')]: 0,
});

/** Somebody who worked here before the gateway: known by e-mail, without any reference of ours. */
function resourceOf(firm: Firm, org: Org, number: string, role: string | null): Row {
  const worker = firm.workers.find((candidate) => candidate.number === number)!;
  return org.store.find<Row>('Contact', ({ Email: email }) => email === worker.email) ?? addResource(org, worker, role);
}

const addResource = (org: Org, worker: Worker, role: string | null): Row =>
  insert(org, 'Contact', {
    FirstName: worker.firstName,
    LastName: worker.lastName,
    Email: worker.email,
    Title: worker.jobTitle,
    [own('Is_Resource')]: true,
    [own('Is_Resource_Active')]: true,
    [own('Resource_Role')]: role,
    [own('Start_Date')]: worker.hireDate,
    [own('Employment_Status')]: 'Active',
  });
