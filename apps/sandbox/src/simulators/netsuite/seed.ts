import type { IntercompanyProject } from '../../core/screens.js';
import type { World } from '../../core/simulator.js';
import type { CostCentre, Customer, Firm, LegacyProject, LegalEntity } from '../../firm/firm.js';
import { homeOf } from '../../firm/home-of.js';
import { closedStatus, inProgressStatus, timeAndMaterials } from './project-types.js';
import type { Stored } from './record-type.js';
import { saveRecord } from './write-record.js';

/** What finance has set up before the gateway comes: entities, cost centres, services, some customers, old projects. */
export function seed(firm: Firm, world: World): void {
  const known = firm.customers.filter(({ inErp }) => inErp);
  const books = [...firm.legalEntities, ...known, ...firm.legacyProjects].map(({ currency }) => currency);
  for (const code of new Set(books)) saveRecord(world, 'currency', { name: code, symbol: code, externalId: code });
  for (const entity of firm.legalEntities) addSubsidiary(world, entity);
  for (const centre of firm.costCentres) addDepartment(world, centre);
  for (const { name, code } of firm.roles) {
    saveRecord(world, 'serviceItem', { itemId: name, externalId: `ROLE-${code}` });
  }
  for (const customer of known) addCustomer(world, customer, homeOf(firm, customer));
  for (const project of firm.legacyProjects) addLegacyProject(world, firm, project);
}

function addSubsidiary(world: World, { name, country, code, currency }: LegalEntity): void {
  saveRecord(world, 'subsidiary', {
    name,
    country,
    externalId: code,
    currency: idOf(world, 'currency', currency),
  });
}

/** Enters a cost centre; refuses one of a legal entity the account does not have. */
export function addDepartment(world: World, { name, code, legalEntity }: CostCentre): Stored {
  return saveRecord(world, 'department', {
    name,
    externalId: code,
    subsidiary: idOf(world, 'subsidiary', legalEntity),
  });
}

export function addIntercompanyProject(world: World, asked: IntercompanyProject): Stored {
  const { code, employing, contracting } = asked;
  const books = { subsidiary: idOf(world, 'subsidiary', employing), currency: idOf(world, 'currency', asked.currency) };
  const customer = saveRecord(world, 'customer', { companyName: `${contracting} (group)`, ...books });
  return saveRecord(world, 'job', {
    externalId: code,
    companyName: `${employing} for ${contracting}`,
    parent: customer.id,
    ...books,
    entityStatus: inProgressStatus,
    jobBillingType: timeAndMaterials,
  });
}

/** Typed in by hand years ago: no external id. */
function addCustomer(world: World, { name, taxNumber }: Customer, home: LegalEntity): void {
  saveRecord(world, 'customer', {
    companyName: name,
    custentity_tax_number: taxNumber,
    subsidiary: idOf(world, 'subsidiary', home.code),
    currency: idOf(world, 'currency', home.currency),
  });
}

function addLegacyProject(world: World, firm: Firm, project: LegacyProject): void {
  const name = firm.customers.find(({ code }) => code === project.customer)?.name;
  const customer = world.store.find<Stored>('customer', ({ companyName }) => companyName === name);
  if (!customer) throw new Error(`${project.code} is for ${project.customer}, which is not in the ERP`);
  const isOpen = project.erpStatus === 'open';
  saveRecord(world, 'job', {
    externalId: project.code,
    companyName: project.name,
    parent: customer.id,
    subsidiary: idOf(world, 'subsidiary', project.legalEntity),
    currency: idOf(world, 'currency', project.currency),
    startDate: project.startDate,
    projectedEndDate: project.endDate,
    allowTime: isOpen,
    entityStatus: isOpen ? inProgressStatus : closedStatus,
    jobBillingType: timeAndMaterials,
  });
}

function idOf(world: World, type: string, externalId: string): string {
  const found = world.store.find<Stored>(type, (record) => record.externalId === externalId);
  if (!found) throw new Error(`the ERP has no ${type} "${externalId}"`);
  return found.id;
}
