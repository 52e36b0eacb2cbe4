import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { scim } from '#connector';
import { hr, type identity } from '#contracts';
import { fieldProblems } from '#platform';

/** A user as it is kept. */
export interface StoredUser extends scim.Resource {
  /** Deleted by the client: no user any more, and a worker who is not active. */
  deleted: boolean;
}

const usualContractorTypes = ['Contractor', 'Contingent', 'External'];

export function toWorker(user: StoredUser, contractorTypes: string[] = usualContractorTypes): hr.Worker {
  const { id, attributes, modifiedAt, deleted } = user;
  const name = part(attributes.name);
  const enterprise = part(attributes[scim.enterpriseSchema]);
  const worker = part(attributes[scim.workerSchema]);
  const address = chosen(attributes.addresses);
  const isContractor = contractorTypes.some((one) => one.toLowerCase() === text(attributes.userType)?.toLowerCase());
  return {
    id,
    number: text(enterprise.employeeNumber),
    firstName: text(name.givenName),
    lastName: text(name.familyName),
    workEmail: text(chosen(attributes.emails).value),
    employmentType: isContractor ? 'contractor' : 'employee',
    status: isActive(user) && !deleted ? 'active' : 'inactive',
    hireDate: text(worker.hireDate),
    terminationDate: text(worker.terminationDate),
    legalEntity: text(enterprise.organization),
    costCentre: text(enterprise.costCenter),
    location: text(address.locality),
    country: text(address.country),
    grade: text(worker.grade),
    jobTitle: text(attributes.title),
    managerId: text(part(enterprise.manager).value),
    weeklyMinutes: null,
    skills: [],
    modifiedAt: modifiedAt.toISOString(),
  };
}

export function toAccount(user: StoredUser): identity.IdentityAccount {
  const { id, number, firstName, lastName, workEmail, costCentre, legalEntity, jobTitle, status } = toWorker(user);
  return {
    id,
    userName: text(user.attributes.userName) ?? '',
    firstName: firstName ?? '',
    lastName: lastName ?? '',
    email: workEmail ?? '',
    workerNumber: number ?? '',
    costCentre,
    legalEntity,
    jobTitle,
    active: status === 'active',
  };
}

/** Refuses what could not be told later in the contract's words; every problem at once. */
export function check(user: StoredUser): void {
  const problems = validateSync(plainToInstance(hr.Worker, toWorker(user))).flatMap((error) => fieldProblems(error));
  const userName = text(user.attributes.userName);
  if (!userName || userName.length > 254) {
    problems.unshift({ field: 'userName', message: 'must be text of 1 to 254 characters' });
  }
  if (problems.length === 0) return;
  const said = problems.map(({ field, message }) => `${field} ${message.replace(`${field} `, '')}`).join('; ');
  throw scim.refusal('invalidValue', said, problems);
}

const isActive = ({ attributes }: StoredUser): boolean => attributes.active !== false;

const part = (value: unknown): scim.Attributes => (scim.isObject(value) ? value : {});
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** Of several: the one for work, else the primary one, else the first. */
function chosen(values: unknown): scim.Attributes {
  const list = (Array.isArray(values) ? values : []).filter((one) => scim.isObject(one));
  const atWork = list.find(({ type }) => typeof type === 'string' && type.toLowerCase() === 'work');
  return atWork ?? list.find(({ primary }) => primary === true) ?? list[0] ?? {};
}
