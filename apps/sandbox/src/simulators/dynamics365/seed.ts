import type { World } from '../../core/simulator.js';
import type { Customer, Firm, LegacyProject } from '../../firm/firm.js';
import { homeOf } from '../../firm/home-of.js';
import { companyOf, addCategory, addCompany, addCostCentre } from './organisation.js';
import { contracts } from './contracts.js';
import { customers } from './customers.js';
import type { EntitySet, Row } from './edm.js';
import { resourceCategories } from './finance-sets.js';
import { projects } from './projects.js';
import { rowsOf, save } from './table.js';

/** What finance has set up before the gateway comes: companies, cost centres, roles, some customers, old projects. */
export function seed(firm: Firm, world: World): void {
  for (const entity of firm.legalEntities) addCompany(world, entity);
  for (const centre of firm.costCentres) addCostCentre(world, centre);
  for (const { code } of firm.legalEntities) {
    const { dataAreaId } = companyOf(world, code);
    for (const role of firm.roles) {
      save(world, resourceCategories, { dataAreaId, RoleId: role.code, Description: role.name });
      addCategory(world, dataAreaId, role.code, role.name);
    }
  }
  for (const taxCode of new Set(firm.opportunities.map((opportunity) => opportunity.taxCode).filter(Boolean))) {
    world.store.put('tax-group', taxCode, { taxCode });
  }
  for (const customer of firm.customers.filter(({ inErp }) => inErp)) addCustomer(world, firm, customer);
  for (const legacy of firm.legacyProjects) addLegacyProject(world, firm, legacy);
}

/** By the rules of the set, as through its screens. */
const enter = (world: World, set: EntitySet, values: Row): Row => save(world, set, set.create!(world, values));

/** Typed in by hand years ago: no reference. */
function addCustomer(world: World, firm: Firm, customer: Customer): void {
  const { dataAreaId } = companyOf(world, homeOf(firm, customer).code);
  const { name, taxNumber, country, city, currency } = customer;
  enter(world, customers, {
    dataAreaId,
    OrganizationName: name,
    CustomerGroupId: '10',
    SalesCurrencyCode: currency,
    ...(taxNumber && { TaxExemptNumber: taxNumber }),
    AddressCountryRegionId: country,
    AddressCity: city,
  });
}

function addLegacyProject(world: World, firm: Firm, legacy: LegacyProject): void {
  const { dataAreaId } = companyOf(world, legacy.legalEntity);
  const name = firm.customers.find(({ code }) => code === legacy.customer)?.name;
  const customer = rowsOf(world, customers).find(
    (row) => row.OrganizationName === name && row.dataAreaId === dataAreaId,
  );
  if (!customer) throw new Error(`${legacy.code} is for ${legacy.customer}, which is not in the ERP`);
  const { ProjectContractId } = enter(world, contracts, {
    dataAreaId,
    ProjectContractId: legacy.code,
    Name: legacy.name.slice(0, 60),
    SalesCurrencyCode: legacy.currency,
    CustomerAccountNumber: customer.CustomerAccount,
  });
  const project = enter(world, projects, {
    dataAreaId,
    ProjectId: legacy.code,
    ProjectName: legacy.name.slice(0, 60),
    ProjectGroupId: 'TM',
    ProjectContractId,
    ProjectedStartDate: legacy.startDate,
    ProjectedEndDate: legacy.endDate,
  });
  save(world, projects, { ...project, ProjectStage: legacy.erpStatus === 'open' ? 'InProcess' : 'Completed' });
}
