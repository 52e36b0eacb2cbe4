import type { IntercompanyProject } from '../../core/screens.js';
import type { World } from '../../core/simulator.js';
import type { Customer, Firm, LegacyProject } from '../../firm/firm.js';
import { homeOf } from '../../firm/home-of.js';
import { costCentre } from './cost-centre-sets.js';
import type { Row } from './edm.js';
import { addCompanyCode, addCostCentre, companyOf } from './organisation.js';
import { createPartner } from './partner-rules.js';
import { partner } from './partner-sets.js';
import { createProject } from './project-rules.js';
import { putStatus } from './project-status.js';
import { draftOf } from './read-draft.js';
import { rowsOf, today } from './service.js';
import { services } from './services.js';

/** The day before a reorganisation renamed every cost centre; what was valid until then is still listed. */
const oldPeriod = ['2015-01-01T00:00:00', '2025-12-31T00:00:00'] as const;
const newPeriod = '2026-01-01T00:00:00';

/** What finance has set up before the gateway comes: entities, cost centres, services, some customers, old projects. */
export function seed(firm: Firm, world: World): void {
  for (const entity of firm.legalEntities) addCompanyCode(world, entity);
  for (const centre of firm.costCentres) {
    addCostCentre(world, { ...centre, name: `${centre.name} (old)` }, ...oldPeriod);
    addCostCentre(world, centre, newPeriod);
  }
  for (const [index, { code }] of firm.roles.entries()) {
    // A role's code is too long for the six characters of an activity type.
    const activity = `T${String(index + 1).padStart(3, '0')}`;
    world.store.put('activity-type', activity, { activity, role: code });
    world.store.put('material', `ROLE-${code}`, { material: `ROLE-${code}` });
  }
  for (const customer of firm.customers.filter(({ inErp }) => inErp))
    addCustomer(world, customer, homeOf(firm, customer).code);
  for (const legacy of firm.legacyProjects) addLegacyProject(world, firm, legacy);
}

const serviceOf = (name: string) => services.find((service) => service.name === name)!;

type Buyer = Pick<Customer, 'name' | 'taxNumber' | 'country' | 'city' | 'currency'>;

/** Typed in by hand: no number of an external system. */
function addCustomer(world: World, { name, taxNumber, country, city, currency }: Buyer, home: string): void {
  const { code } = companyOf(world, home);
  const service = serviceOf('API_BUSINESS_PARTNER');
  const draft = draftOf(service, partner, {
    BusinessPartnerCategory: '2',
    OrganizationBPName1: name.slice(0, 40),
    OrganizationBPName2: name.slice(40, 80),
    SearchTerm1: name.slice(0, 20).toUpperCase(),
    to_BusinessPartnerRole: [{ BusinessPartnerRole: 'FLCU00' }, { BusinessPartnerRole: 'FLCU01' }],
    to_BusinessPartnerTax: taxNumber === '' ? [] : [taxOf(country, taxNumber)],
    to_BusinessPartnerAddress: [{ Country: country, CityName: city }],
    to_Customer: {
      to_CustomerCompany: [{ CompanyCode: code, ReconciliationAccount: '12100000' }],
      to_CustomerSalesArea: [
        { SalesOrganization: code, DistributionChannel: '10', Division: '00', Currency: currency },
      ],
    },
  });
  createPartner(world, draft);
}

const taxOf = (country: string, number: string): object => ({
  BPTaxType: country === 'DE' && /^DE\d{9}$/.test(number) ? 'DE0' : `${country}1`,
  BPTaxNumber: number,
});

/** Finance makes the group's company a customer, and a project of it that is released. */
export function addIntercompanyProject(world: World, asked: IntercompanyProject): Row {
  const { code, employing, contracting, currency } = asked;
  const home = companyOf(world, employing);
  const name = `${contracting} (group)`;
  addCustomer(world, { name, taxNumber: '', country: home.country, city: '', currency }, employing);
  const centre = rowsOf(world, costCentre).find(({ CompanyCode }) => CompanyCode === home.code)!;
  const dates = { startDate: today(world).slice(0, 10), endDate: '2099-12-31' };
  const project = { code, name: `${employing} for ${contracting}`, ...dates, currency };
  return addProject(world, project, { centre: String(centre.CostCenter), customer: name, status: '10' });
}

function addLegacyProject(world: World, firm: Firm, legacy: LegacyProject): void {
  const customer = firm.customers.find(({ code }) => code === legacy.customer)?.name ?? legacy.customer;
  const centre = firm.costCentres.find(({ legalEntity }) => legalEntity === legacy.legalEntity);
  if (!centre) throw new Error(`${legacy.legalEntity} has no cost centre for ${legacy.code}`);
  addProject(world, legacy, { centre: centre.code, customer, status: legacy.erpStatus === 'open' ? '10' : '30' });
}

type Draft = Pick<LegacyProject, 'code' | 'name' | 'startDate' | 'endDate' | 'currency'>;

function addProject(world: World, draft: Draft, at: { centre: string; customer: string; status: string }): Row {
  const name = at.customer.slice(0, 40);
  const customer = rowsOf(world, partner).find(({ OrganizationBPName1 }) => OrganizationBPName1 === name);
  if (!customer) throw new Error(`${draft.code} is for ${at.customer}, which is not in the ERP`);
  const service = serviceOf('API_ENTERPRISE_PROJECT_SRV');
  const { A_EnterpriseProject: set } = service.sets;
  const { row } = createProject(world, draftOf(service, set!, projectOf(draft, at.centre, customer)));
  return putStatus(world, row, at.status);
}

const projectOf = ({ code, name, startDate, endDate, currency }: Draft, centre: string, customer: Row): object => ({
  Project: code,
  ProjectDescription: name.slice(0, 60),
  ProjectProfileCode: 'YP03',
  ProjectStartDate: `${startDate}T00:00:00`,
  ProjectEndDate: `${endDate}T00:00:00`,
  ProjectCurrency: currency,
  ResponsibleCostCenter: centre,
  CustomerUUID: customer.BusinessPartnerUUID,
  IsBillingRelevant: true,
  to_EnterpriseProjectElement: [
    { ProjectElement: `${code}.1`, ProjectElementDescription: 'Services', WBSElementIsBillingElement: true },
  ],
});
