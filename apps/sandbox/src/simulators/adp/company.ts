import { createHash } from 'node:crypto';
import type { World } from '../../core/simulator.js';
import type { Firm, LegalEntity, Worker } from '../../firm/firm.js';

/** A company that is paid by its own calendar; its code has three characters. */
export interface PayrollGroup {
  code: string;
  name: string;
  /** Pay data is taken only while information is entered or corrected. */
  cycle: 'Entering Payroll Information' | 'Correcting Input' | 'Preview' | 'Processing';
}

/** Somebody on the payroll. What they are paid is nobody else's business, and not here. */
export interface Employee {
  associateOID: string;
  number: string;
  firstName: string;
  lastName: string;
  email: string;
  hireDate: string;
  jobTitle: string;
  costCentre: string;
  group: string;
  /** Six digits, unique in the company. */
  fileNumber: string;
}

/** The product pays in these countries alone. */
const countries = ['US', 'CA'];

/** The example firm's codes: `MER-US` is company `MUS`. */
const groupOf = (legalEntity: string): string => legalEntity.slice(0, 1) + legalEntity.slice(-2);

/** The firm's own employees in the countries the product pays in; contractors send bills. */
export function seed(firm: Firm, world: World): void {
  const entities = firm.legalEntities.filter(({ country }) => countries.includes(country));
  for (const entity of entities) addGroup(world, entity);
  for (const worker of firm.workers) {
    const isPaid = entities.some(({ code }) => code === worker.legalEntity) && worker.employmentType !== 'Contractor';
    if (isPaid) addEmployee(world, worker);
  }
  world.store.put('setting', 'company', { name: firm.name });
}

function addGroup(world: World, { code, name }: LegalEntity): void {
  const group: PayrollGroup = { code: groupOf(code), name, cycle: 'Entering Payroll Information' };
  world.store.put('payrollGroup', group.code, group);
}

function addEmployee(world: World, worker: Worker): Employee {
  const employee: Employee = {
    associateOID: oidOf(worker.number),
    number: worker.number,
    firstName: worker.firstName,
    lastName: worker.lastName,
    email: worker.email,
    hireDate: worker.hireDate,
    jobTitle: worker.jobTitle,
    costCentre: worker.costCentre,
    group: groupOf(worker.legalEntity),
    fileNumber: worker.number.padStart(6, '0'),
  };
  world.store.put('employee', employee.associateOID, employee);
  return employee;
}

/** Sixteen capitals and digits that say nothing. */
function oidOf(number: string): string {
  const digits = BigInt(`0x${createHash('sha256').update(number).digest('hex')}`)
    .toString(36)
    .toUpperCase();
  return `G3${digits.slice(0, 14)}`;
}

/** Payroll puts somebody new on the books; their company must be one of the product's. */
export function hire(world: World, { worker }: { worker: Worker }): { associateOID: string } {
  if (!groupNamed(world, groupOf(worker.legalEntity)))
    throw new Error(`there is no company for ${worker.legalEntity}: it is not in the US or Canada`);
  if (world.store.get('employee', oidOf(worker.number))) throw new Error(`${worker.number} is on the payroll already`);
  const { associateOID } = addEmployee(world, worker);
  world.store.record({ operation: 'hire', entity: 'worker', id: associateOID, by: 'person' });
  return { associateOID };
}

export const groupNamed = (world: World, code: string): PayrollGroup | undefined =>
  world.store.get<PayrollGroup>('payrollGroup', code);

/** Payroll opens the cycle to pay data or closes it. */
export function setCycle(world: World, { group: code, cycle }: { group: string; cycle: PayrollGroup['cycle'] }): void {
  const group = groupNamed(world, code);
  if (!group) throw new Error(`there is no payroll group ${code}`);
  world.store.put('payrollGroup', code, { ...group, cycle });
}
