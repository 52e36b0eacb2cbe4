import type { World } from '../../core/simulator.js';
import type { Firm, LegacyProject, Worker } from '../../firm/firm.js';
import type { Stored } from './resource.js';
import { addRecord } from './rows.js';

const ownerType = 1;
const daysOfWeek = 5;

/** What staffing has set up before the gateway comes: roles, departments, kinds of leave, and projects from before. */
export function seed(firm: Firm, world: World): void {
  addRecord(world, 'accounts', { name: firm.name, account_type: ownerType });
  for (const { name } of firm.roles) addRecord(world, 'roles', { name });
  for (const { code } of firm.costCentres) addRecord(world, 'departments', { name: code });
  for (const name of ['Vacation', 'Sick leave', 'Parental leave'])
    addRecord(world, 'timeoff-types', { timeoff_type_name: name, approval_required: 0 });
  for (const project of firm.legacyProjects) addLegacyProject(firm, world, project);
}

function addLegacyProject(firm: Firm, world: World, project: LegacyProject): void {
  const client = clientNamed(world, firm.customers.find(({ code }) => code === project.customer)?.name);
  const role = firm.roles.find(({ code }) => code === project.role)?.name ?? '';
  const people = project.workers.map((number) => personOf(firm, world, number, role));
  const { project_id: id } = addRecord(world, 'projects', {
    name: project.name,
    project_code: project.code,
    client_id: client?.client_id ?? null,
    start_date: project.startDate,
    end_date: project.endDate,
    project_team: people.map(({ people_id, role_id }) => ({ people_id, role_id, hourly_rate: project.hourlyRate })),
  });
  addRecord(world, 'project-tasks', { task_name: role, project_id: id, billable: 1 });
}

function clientNamed(world: World, name: string | undefined): Stored | undefined {
  if (name === undefined) return undefined;
  return world.store.find<Stored>('clients', (client) => client.name === name) ?? addRecord(world, 'clients', { name });
}

/** Somebody who worked here before the gateway: known by e-mail, without any reference of ours. */
function personOf(firm: Firm, world: World, number: string, roleName: string): Stored {
  const worker = firm.workers.find((candidate) => candidate.number === number)!;
  const known = world.store.find<Stored>('people', ({ email }) => email === worker.email);
  return known ?? addRecord(world, 'people', personFields(world, worker, roleName));
}

function personFields(world: World, worker: Worker, roleName: string): Stored {
  const daily = worker.weeklyHours / daysOfWeek;
  const department = world.store.find<Stored>('departments', ({ name }) => name === worker.costCentre);
  return {
    name: `${worker.firstName} ${worker.lastName}`,
    email: worker.email,
    job_title: worker.jobTitle,
    role_id: world.store.find<Stored>('roles', ({ name }) => name === roleName)?.id ?? null,
    department: department ?? null,
    people_type_id: worker.employmentType === 'Contractor' ? 2 : 1,
    start_date: worker.hireDate,
    work_days_hours: [0, daily, daily, daily, daily, daily, 0],
  };
}
