import { randomUUID } from 'node:crypto';
import type { World } from '../../core/simulator.js';
import { customerProblems, saveCustomer } from './customer-rules.js';
import type { Row } from './edm.js';
import { type Problem, refuse } from './errors.js';
import { address, identification, partner, role, taxNumber } from './partner-sets.js';
import { missing } from './required.js';
import { type Draft, type Outcome, rowsOf, save, today } from './service.js';

// Assumption, unconfirmed by the vendor: all codes but those of roles, and what a partner must have.
const problem = (code: string, message: string, target: string): Problem => ({ code, message, target });

const customerRoles = ['FLCU00', 'FLCU01'];
/** Assumption, unconfirmed by the vendor: a supplier needs no more than the role and an address. */
const supplierRoles = ['FLVN00', 'FLVN01'];
/** Employees come from workforce replication; the partner API does not make them. */
const workforceRoles = ['BUP003', 'BUP010', 'BBP005', 'BUP011'];
const otherRoles = ['000000'];

/** Creates a partner with everything sent along; with the role of a customer or a supplier it becomes one, of the same number. */
export function createPartner(world: World, { values, nested }: Draft): Outcome {
  const below = (navigation: string): Row[] => (nested[navigation] ?? []).map((draft) => draft.values);
  const roles = below('to_BusinessPartnerRole').map((row) => String(row.BusinessPartnerRole));
  const isCustomer = roles.some((name) => customerRoles.includes(name));
  const isSupplier = roles.some((name) => supplierRoles.includes(name));
  const customerDraft = nested.to_Customer?.[0];
  const problems = [
    ...partnerProblems(values),
    ...roles.flatMap(roleProblems),
    ...below('to_BusinessPartnerTax').flatMap(taxProblems),
    ...below('to_BusinessPartnerAddress').flatMap((row) => missing(row, 'Country', 'AM/223')),
    ...((isCustomer || isSupplier) && below('to_BusinessPartnerAddress').length === 0
      ? [problem('CVI_EI/039', 'Enter an address: customers and suppliers need a country', 'to_BusinessPartnerAddress')]
      : []),
    ...(isCustomer ? customerProblems(world, roles, customerDraft) : []),
    ...(!isCustomer && customerDraft ? [problem('CVI_EI/041', 'Enter a customer role', 'to_Customer')] : []),
  ];
  if (problems.length > 0) throw refuse(...problems);
  const BusinessPartner = String(world.store.next('business-partner', 10_100_001));
  const row = savePartner(world, {
    ...values,
    BusinessPartner,
    ...(isCustomer && { Customer: BusinessPartner }),
    ...(isSupplier && { Supplier: BusinessPartner }),
  });
  for (const BusinessPartnerRole of roles) save(world, role, { BusinessPartner, BusinessPartnerRole });
  for (const inner of below('to_BusinessPartnerTax')) save(world, taxNumber, { ...inner, BusinessPartner });
  for (const inner of below('to_BuPaIdentification')) save(world, identification, { ...inner, BusinessPartner });
  for (const inner of below('to_BusinessPartnerAddress')) saveAddress(world, { ...inner, BusinessPartner });
  if (isCustomer) saveCustomer(world, row, customerDraft);
  return { row, operation: 'create' };
}

function partnerProblems(values: Row): Problem[] {
  const { BusinessPartnerCategory: category, BusinessPartnerGrouping: grouping = 'BP02', BusinessPartner } = values;
  const name = category === '1' ? 'LastName' : 'OrganizationBPName1';
  return [
    ...(category === '1' || category === '2'
      ? missing(values, name, 'R1/100')
      : [problem('R11/128', 'Enter a valid business partner category', 'BusinessPartnerCategory')]),
    ...(grouping === 'BP02'
      ? []
      : [problem('R1/212', `Grouping ${String(grouping)} does not exist`, 'BusinessPartnerGrouping')]),
    ...(BusinessPartner ? [problem('R1/214', 'Numbers are assigned internally', 'BusinessPartner')] : []),
  ];
}

function roleProblems(name: string): Problem[] {
  if (workforceRoles.includes(name))
    return [problem('R1/701', `Role ${name} is maintained by workforce replication only`, 'BusinessPartnerRole')];
  if ([...customerRoles, ...supplierRoles, ...otherRoles].includes(name)) return [];
  return [problem('R1/702', `Business partner role ${name} does not exist`, 'BusinessPartnerRole')];
}

/** The country's own check of a number where the simulator knows it: a German VAT number is DE and nine digits. */
function taxProblems({ BPTaxType = '', BPTaxNumber = '' }: Row): Problem[] {
  const isKnown = /^[A-Z]{2}\d$/.test(String(BPTaxType));
  const isWrong = !isKnown || (BPTaxType === 'DE0' && !/^DE\d{9}$/.test(String(BPTaxNumber)));
  return isWrong ? [problem('FSBP_TAX/004', `Tax number is not valid for ${String(BPTaxType)}`, 'BPTaxNumber')] : [];
}

/** Fills in what the system knows; the change is told as a day and a time, not as a moment. */
export function savePartner(world: World, row: Row): Row {
  const { OrganizationBPName1, OrganizationBPName2, FirstName, LastName } = row;
  const words =
    row.BusinessPartnerCategory === '1' ? [FirstName, LastName] : [OrganizationBPName1, OrganizationBPName2];
  const name = words.filter(Boolean).join(' ').slice(0, 81);
  const time = `PT${world.now().toISOString().slice(11, 19).replace(':', 'H').replace(':', 'M')}S`;
  const version = String(world.store.next('partner-version')).padStart(12, '0');
  return save(world, partner, {
    BusinessPartnerGrouping: 'BP02',
    BusinessPartnerUUID: randomUUID(),
    CreationDate: today(world),
    CreationTime: time,
    ...row,
    BusinessPartnerFullName: name,
    BusinessPartnerName: name,
    LastChangeDate: today(world),
    LastChangeTime: time,
    LastChangedByUser: 'CC0000000001',
    ETag: `${world.now().toISOString().replaceAll(/\D/g, '').slice(0, 14)}${version}`,
  });
}

function saveAddress(world: World, row: Row): Row {
  const AddressID = String(world.store.next('address', 23_001));
  return save(world, address, { Language: 'EN', ...row, AddressID, AddressUUID: randomUUID() });
}

export function updatePartner(world: World, before: Row, values: Row): Row {
  const row = { ...before, ...values };
  const isRenumbered = row.BusinessPartner !== before.BusinessPartner;
  const isOther = row.BusinessPartnerCategory !== before.BusinessPartnerCategory;
  const problems = [
    ...missing(row, row.BusinessPartnerCategory === '1' ? 'LastName' : 'OrganizationBPName1', 'R1/100'),
    ...(isRenumbered || isOther ? [problem('R1/215', 'Number and category cannot be changed', 'BusinessPartner')] : []),
  ];
  if (problems.length > 0) throw refuse(...problems);
  return savePartner(world, row);
}

export const createTaxNumber = (world: World, { values }: Draft): Outcome =>
  addTo(world, values, taxProblems(values), () => save(world, taxNumber, values));

export const createIdentification = (world: World, { values }: Draft): Outcome =>
  addTo(world, values, [], () => save(world, identification, values));

export const createAddress = (world: World, { values }: Draft): Outcome =>
  addTo(world, values, missing(values, 'Country', 'AM/223'), () => saveAddress(world, values));

/** A part of a partner that exists; its ETag changes with it. */
function addTo(world: World, { BusinessPartner }: Row, problems: Problem[], add: () => Row): Outcome {
  const found = world.store.get<Row>(partner.name, String(BusinessPartner));
  if (!found) throw refuse(problem('R1/216', 'Business partner does not exist', 'BusinessPartner'));
  if (problems.length > 0) throw refuse(...problems);
  savePartner(world, found);
  return { row: add(), operation: 'create' };
}

export function updateTaxNumber(world: World, before: Row, values: Row): Row {
  const row = { ...before, ...values };
  const problems = taxProblems(row);
  if (problems.length > 0) throw refuse(...problems);
  return save(world, taxNumber, row);
}

/** People whom workforce replication made: one partner is the employee, another the employment (SAP KBA 3189555). */
export function savePerson(world: World, names: Row, externalId: string): void {
  for (const BusinessPartnerRole of ['BUP003', 'BUP010']) {
    const id = `${externalId}/${BusinessPartnerRole}`;
    const known = world.store.get<{ number: string }>('person-partner', id)?.number;
    const BusinessPartner = known ?? String(world.store.next('business-partner', 10_100_001));
    const before = rowsOf(world, partner).find((row) => row.BusinessPartner === BusinessPartner);
    savePartner(world, { ...before, BusinessPartnerCategory: '1', ...names, BusinessPartner });
    save(world, role, { BusinessPartner, BusinessPartnerRole });
    world.store.put('person-partner', id, { number: BusinessPartner });
  }
}
