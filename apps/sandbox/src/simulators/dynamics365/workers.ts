import type { World } from '../../core/simulator.js';
import { companies } from './company.js';
import { type EntitySet, properties, type Row } from './edm.js';
import { mustBeFilled, notFound, refuse } from './errors.js';
import { projectResources } from './finance-sets.js';
import { dimensionProblems } from './organisation.js';
import { rowAt, rowsOf, save } from './table.js';

/** The last moment there is: an employment that has not ended. */
const forever = '2154-12-31T23:59:59Z';

/** People of all companies; where somebody works is in the employments. */
export const workers: EntitySet = {
  name: 'Workers',
  type: 'Worker',
  entity: 'HcmWorkerEntity',
  table: 'Worker (HcmWorker)',
  keys: ['PersonnelNumber'],
  properties: properties(`
    PersonnelNumber 25 fixed, FirstName 25, MiddleName 25, LastName 25, Name 100 ro, WorkerStatus HcmWorkerStatus ro,
    WorkerType HcmWorkerRelationType, OriginalHireDateTime DateTime, PrimaryContactEmail 255, IdentityEmail 255,
    PartyNumber 20 ro, TitleId 10, LanguageId 7`),
  create: (world, values) => {
    requireNames(values);
    return {
      LanguageId: 'en-US',
      ...values,
      PersonnelNumber: values.PersonnelNumber ?? String(world.store.next('worker', 20)).padStart(6, '0'),
      Name: nameOf(values),
      PartyNumber: String(world.store.next('party', 2050)).padStart(9, '0'),
    };
  },
  update: (world, _before, after) => {
    requireNames(after);
    const { PersonnelNumber } = after;
    const Name = nameOf(after);
    for (const resource of rowsOf(world, projectResources).filter((row) => row.ResourceId === PersonnelNumber)) {
      save(world, projectResources, { ...resource, Name });
    }
    return { ...after, Name };
  },
  derived: (world, row) => ({ ...row, WorkerStatus: statusOf(world, row) }),
};

const nameOf = ({ FirstName, MiddleName, LastName }: Row): string =>
  [FirstName, MiddleName, LastName].filter((part) => part !== undefined).join(' ');

function requireNames(values: Row): void {
  const missing = (['FirstName', 'LastName'] as const).filter((name) => values[name] === undefined);
  if (missing.length > 0) throw refuse(...missing.map(mustBeFilled));
}

const employmentsOf = (world: World, { PersonnelNumber }: Row): Row[] =>
  rowsOf(world, employments).filter((row) => row.PersonnelNumber === PersonnelNumber);

function statusOf(world: World, worker: Row): string {
  const now = world.now().toISOString();
  const found = employmentsOf(world, worker).filter(({ EmploymentEndDate }) => String(EmploymentEndDate) > now);
  if (found.some(({ EmploymentStartDate }) => String(EmploymentStartDate) <= now)) return 'Employed';
  return found.length > 0 ? 'Pending' : 'Terminated';
}

/** Assumption, unconfirmed by the vendor: who ends one changes its end, which is a part of its key, and so its address. */
export const employments: EntitySet = {
  name: 'Employments',
  type: 'Employment',
  entity: 'HcmEmploymentEntity',
  table: 'Employment (HcmEmployment)',
  keys: ['PersonnelNumber', 'LegalEntityId', 'EmploymentStartDate', 'EmploymentEndDate'],
  properties: properties(`
    PersonnelNumber 25 fixed, LegalEntityId 4 fixed, EmploymentStartDate DateTime fixed, EmploymentEndDate DateTime,
    WorkerType HcmEmploymentType, DimensionDisplayValue 500`),
  create: (world, values) => {
    const row: Row = { EmploymentEndDate: forever, ...values, LegalEntityId: upper(values.LegalEntityId) };
    const worker = rowAt(world, workers, row);
    const problems = [
      ...(['PersonnelNumber', 'LegalEntityId', 'EmploymentStartDate'] as const)
        .filter((name) => row[name] === undefined)
        .map(mustBeFilled),
      ...(worker ? [] : [notFound(row.PersonnelNumber, 'Personnel number', 'Worker')]),
      ...employmentProblems(world, row),
    ];
    if (problems.length > 0) throw refuse(...problems);
    addResource(world, worker!, String(row.LegalEntityId).toLowerCase());
    return row;
  },
  update: (world, before, after) => {
    const problems = employmentProblems(world, after, before);
    if (problems.length > 0) throw refuse(...problems);
    return after;
  },
};

const upper = (code: Row[string]): Row[string] => (code === undefined ? code : String(code).toUpperCase());

function employmentProblems(world: World, row: Row, before?: Row): string[] {
  const { LegalEntityId, EmploymentStartDate: from, EmploymentEndDate: to, DimensionDisplayValue } = row;
  const isKnown = companies(world).some(({ dataAreaId }) => dataAreaId.toUpperCase() === LegalEntityId);
  const others = employmentsOf(world, row).filter(
    (other) => other['#recId'] !== before?.['#recId'] && other.LegalEntityId === LegalEntityId,
  );
  const overlaps = others.some(
    (other) => String(other.EmploymentStartDate) <= String(to) && String(from) <= String(other.EmploymentEndDate),
  );
  return [
    ...(isKnown ? [] : [notFound(LegalEntityId, 'Legal entity', 'Legal entities')]),
    ...(String(to) < String(from) ? ['The employment end date must be later than the start date.'] : []),
    ...(overlaps ? ['The employment overlaps with another employment in the same company.'] : []),
    ...dimensionProblems(world, DimensionDisplayValue),
  ];
}

/** Assumption, unconfirmed by the vendor: a worker's resource in a company has the personnel number. */
function addResource(world: World, { PersonnelNumber, Name }: Row, ResourceCompanyId: string): void {
  const key = { ResourceId: PersonnelNumber, ResourceCompanyId };
  if (!rowAt(world, projectResources, key)) save(world, projectResources, { ...key, PersonnelNumber, Name });
}
