import type { Element } from '#connector';
import type { hr } from '#contracts';
import { calendarDate } from '#kernel';
import type { WorkdaySettings } from './settings.js';

const jobPath = ['Worker_Data', 'Employment_Data', 'Worker_Job_Data'];
const statusPath = ['Worker_Data', 'Employment_Data', 'Worker_Status_Data'];

export const workerId = (worker: Element): string => worker.first('Worker_Reference')?.id('WID') ?? '';

export const workerStatus = (worker: Element): Element | null => worker.first(...statusPath);

/** Everything a contract says of a worker; what the integration system user may not see is absent. */
export function toWorker(worker: Element, grade: WorkdaySettings['grade']): hr.Worker {
  const status = workerStatus(worker);
  const position = primaryPosition(worker);
  const site = position?.first('Business_Site_Summary_Data');
  const name = nameOf(worker);
  const contingent = worker.first('Worker_Reference')?.id('Contingent_Worker_ID') != null;
  const contract = worker.first('Worker_Data', 'Employment_Data', 'Worker_Contract_Data');
  return {
    id: workerId(worker),
    number: worker.text('Worker_Data', 'Worker_ID'),
    firstName: name?.text('First_Name') ?? null,
    lastName: name?.text('Last_Name') ?? null,
    workEmail: workEmail(worker),
    employmentType: contingent ? 'contractor' : 'employee',
    status: status?.flag('Active') && !status.flag('Hire_Rescinded') ? 'active' : 'inactive',
    hireDate: calendarDate(status?.text('Hire_Date')),
    terminationDate: calendarDate(
      status?.text('Termination_Date') ?? (contingent ? contract?.text('Contract_End_Date') : null),
    ),
    supplier: contract?.first('Supplier_Reference')?.id('Supplier_ID') ?? null,
    legalEntity: organizationCode(worker, 'COMPANY', 'Company_Reference_ID'),
    costCentre: organizationCode(worker, 'COST_CENTER', 'Cost_Center_Reference_ID'),
    location: site?.text('Name') ?? null,
    country: site?.first('Address_Data', 'Country_Reference')?.id('ISO_3166-1_Alpha-2_Code') ?? null,
    grade: gradeOf(position, grade),
    jobTitle: position?.text('Business_Title') ?? position?.text('Position_Title') ?? null,
    managerId: managerId(worker),
    weeklyMinutes: weeklyMinutes(worker),
    skills: skillCodes(worker),
    modifiedAt: lastTransaction(worker),
  };
}

const primaryPosition = (worker: Element): Element | null => {
  const jobs = worker.all(...jobPath);
  return (jobs.find((job) => job.marked('Primary_Job')) ?? jobs[0])?.first('Position_Data') ?? null;
};

/** Contracted time a week; null where Workday does not say. */
export function weeklyMinutes(worker: Element): number | null {
  const hours = Number(primaryPosition(worker)?.text('Scheduled_Weekly_Hours'));
  return hours > 0 ? Math.round(hours * 60) : null;
}

/** What somebody wants to be called comes before what stands in a passport. */
function nameOf(worker: Element): Element | null {
  const names = worker.first('Worker_Data', 'Personal_Data', 'Name_Data');
  return (
    names?.first('Preferred_Name_Data', 'Name_Detail_Data') ??
    names?.first('Legal_Name_Data', 'Name_Detail_Data') ??
    null
  );
}

function workEmail(worker: Element): string | null {
  const addresses = worker.all('Worker_Data', 'Personal_Data', 'Contact_Data', 'Email_Address_Data');
  const primaryAtWork = (use: Element): boolean =>
    use.marked('Primary') && use.first('Type_Reference')?.id('Communication_Usage_Type_ID') === 'WORK';
  const found = addresses.find((address) => address.all('Usage_Data', 'Type_Data').some(primaryAtWork));
  return found?.text('Email_Address') ?? null;
}

/** Types of organisations are named by the tenant, types of ids by Workday; so the latter come first where there is one. */
function organizationOf(worker: Element, type: string, idType?: string): Element | null {
  const organizations = worker.all('Worker_Data', 'Organization_Data', 'Worker_Organization_Data');
  const isIt = (one: Element): boolean =>
    (idType !== undefined && one.first('Organization_Reference')?.id(idType) != null) ||
    one.first('Organization_Data', 'Organization_Type_Reference')?.id('Organization_Type_ID')?.toUpperCase() === type;
  return organizations.find(isIt) ?? null;
}

function organizationCode(worker: Element, type: string, idType: string): string | null {
  const found = organizationOf(worker, type, idType);
  const id = found?.first('Organization_Reference')?.id(idType);
  return id ?? found?.text('Organization_Data', 'Organization_Reference_ID') ?? null;
}

function gradeOf(position: Element | null, grade: WorkdaySettings['grade']): string | null {
  const profile = position?.first('Job_Profile_Summary_Data');
  const code =
    grade === 'job-profile'
      ? profile?.first('Job_Profile_Reference')?.id('Job_Profile_ID')
      : profile?.first('Management_Level_Reference')?.id('Management_Level_ID');
  return code ?? null;
}

/** The chain leads up to the top: the worker's own manager is the one of the worker's own supervisory organisation. */
function managerId(worker: Element): string | null {
  const own = organizationOf(worker, 'SUPERVISORY')?.first('Organization_Reference')?.id('WID');
  const chain = worker.all(
    'Worker_Data',
    'Management_Chain_Data',
    'Worker_Supervisory_Management_Chain_Data',
    'Management_Chain_Data',
  );
  const link = chain.find((one) => own != null && one.first('Organization_Reference')?.id('WID') === own);
  return link?.first('Manager_Reference')?.id('WID') ?? null;
}

function skillCodes(worker: Element): string[] {
  return worker
    .all('Worker_Data', 'Skill_Data', 'Worker_Skill_Item')
    .filter((item) => !item.first('Skill_Data')?.marked('Inactive'))
    .flatMap((item) => item.first('Skill_Reference')?.id('Skill_ID') ?? []);
}

/** When the worker last came to be as they are: by an entry, or because an earlier one took effect. */
export function lastTransaction(worker: Element, now = Date.now()): string | null {
  const moments = worker
    .all('Worker_Data', 'Transaction_Log_Entry_Data', 'Transaction_Log_Entry', 'Transaction_Log_Data')
    .map((entry) => [
      instant(entry.text('Transaction_Entry_Moment')),
      instant(entry.text('Transaction_Effective_Moment')),
    ])
    .filter((pair) => !pair.some((moment) => moment > now))
    .flat()
    .filter(Number.isFinite);
  return moments.length > 0 ? new Date(Math.max(...moments)).toISOString() : null;
}

/** Milliseconds; a moment that says no offset is taken as UTC. */
const instant = (text: string | null): number =>
  Date.parse(text && !/(Z|[+-]\d{2}:\d{2})$/.test(text) ? `${text}Z` : (text ?? ''));
