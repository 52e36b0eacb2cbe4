import type { World } from '../../core/simulator.js';
import type { Customer, Firm, LegacyProject, LegalEntity } from '../../firm/firm.js';
import { homeOf } from '../../firm/home-of.js';
import type { Row } from './edm.js';
import { addCompanyCode, addCostCentre, companyOf } from './organisation.js';
import { createPartner } from './partner-rules.js';
import { partner } from './partner-sets.js';
import { createProject } from './project-rules.js';
import { putStatus } from './project-status.js';
import { draftOf } from './read-draft.js';
import { rowsOf } from './service.js';
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
    addCustomer(world, customer, homeOf(firm, customer));
  for (const legacy of firm.legacyProjects) addLegacyProject(world, firm, legacy);
}

const serviceOf = (name: string) => services.find((service) => service.name === name)!;

/** Typed in by hand years ago: no number of an external system. */
function addCustomer(world: World, { name, taxNumber, country, city, currency }: Customer, home: LegalEntity): void {
  const { code } = companyOf(world, home.code);
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

function addLegacyProject(world: World, firm: Firm, legacy: LegacyProject): void {
  const name = firm.customers.find(({ code }) => code === legacy.customer)?.name.slice(0, 40);
  const customer = rowsOf(world, partner).find(({ OrganizationBPName1 }) => OrganizationBPName1 === name);
  if (!customer) throw new Error(`${legacy.code} is for ${legacy.customer}, which is not in the ERP`);
  const centre = firm.costCentres.find(({ legalEntity }) => legalEntity === legacy.legalEntity);
  if (!centre) throw new Error(`${legacy.legalEntity} has no cost centre for ${legacy.code}`);
  const service = serviceOf('API_ENTERPRISE_PROJECT_SRV');
  const { row } = createProject(
    world,
    draftOf(service, service.sets.A_EnterpriseProject!, projectOf(legacy, centre.code, customer)),
  );
  putStatus(world, row, legacy.erpStatus === 'open' ? '10' : '30');
}

const projectOf = (
  { code, name, startDate, endDate, currency }: LegacyProject,
  centre: string,
  customer: Row,
): object => ({
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
