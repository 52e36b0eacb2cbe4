import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { odataDate } from '#connector';
import type { erp } from '#contracts';
import { nameOf, toCustomer, toNames, toTaxNumber } from './customer-mapping.js';
import { toCostCentre, toHeader, toNewProject, toProject } from './project-mapping.js';
import { Company, S4hanaSettings } from './settings.js';

const company = plainToInstance(Company, {
  legalEntity: 'MER-DE',
  companyCode: '1010',
  costCentre: '10101101',
  profitCentre: '9900000000',
  salesOrganization: '1010',
  reconciliationAccount: '12100000',
  country: 'DE',
  taxCategory: 'DE0',
});
const settings = plainToInstance(S4hanaSettings, { activityTypes: { CONS: 'T001' }, companies: [] });

describe('a customer', () => {
  const long = 'Bayerische Gesellschaft für angewandte Energiesysteme und Netzberatung mbH';

  it('with a long name has it over several lines, parted between words', () => {
    const names = toNames(long);
    expect(names).toEqual({
      OrganizationBPName1: 'Bayerische Gesellschaft für angewandte',
      OrganizationBPName2: 'Energiesysteme und Netzberatung mbH',
      OrganizationBPName3: '',
      OrganizationBPName4: '',
    });
    expect(nameOf(names)).toBe(long);
  });

  it('whose name does not fit is refused, not cut', () => {
    expect(() => toNames('Donau'.repeat(9))).toThrow(/four lines of 40/);
    expect(() => toNames('Energie und Netze '.repeat(10))).toThrow(/four lines of 40/);
  });

  it('has its tax number in the short field, and a long one in the long field', () => {
    expect(toTaxNumber(company, 'de811569869')).toEqual({ BPTaxType: 'DE0', BPTaxNumber: 'DE811569869' });
    expect(toTaxNumber(company, 'IN-29-AAACM-1234-K-1Z5')).toEqual({
      BPTaxType: 'DE0',
      BPTaxLongNumber: 'IN-29-AAACM-1234-K-1Z5',
    });
  });

  it('that nobody gave a reference has none', () => {
    const partner = { BusinessPartner: '10100001', BusinessPartnerIDByExtSystem: '', OrganizationBPName1: 'Nordlicht' };
    expect(toCustomer(partner, null)).toEqual({
      id: '10100001',
      reference: null,
      name: 'Nordlicht',
      taxNumber: null,
      legalEntity: 'unknown',
    });
  });
});

describe('a cost centre', () => {
  const period = (from: string, to: string, name: string) => ({
    ControllingArea: 'A000',
    CostCenter: 'DE-STR',
    ValidityStartDate: odataDate(from),
    ValidityEndDate: odataDate(to),
    to_Text: {
      results: [
        { Language: 'DE', CostCenterDescription: `${name} de` },
        { Language: 'EN', CostCenterDescription: name },
      ],
    },
  });
  const periods = [period('2026-01-01', '9999-12-31', 'Strategy DE'), period('2015-01-01', '2025-12-31', 'Old name')];

  it('is what it is today, not what it was', () => {
    expect(toCostCentre(periods, '2026-11-20', 'EN')).toEqual({
      id: 'A000/DE-STR',
      code: 'DE-STR',
      name: 'Strategy DE',
      active: true,
    });
    expect(toCostCentre(periods, '2025-12-31', 'EN').name).toBe('Old name');
  });

  it('takes no postings after its last period, or when it is locked', () => {
    expect(toCostCentre([periods[1]!], '2026-01-01', 'EN')).toMatchObject({ name: 'Old name', active: false });
    const locked = { ...periods[0]!, IsBlkdForPrimaryCostsPosting: 'X' };
    expect(toCostCentre([locked], '2026-11-20', 'EN').active).toBe(false);
  });
});

describe('a project', () => {
  const state: erp.ErpProjectState = {
    name: 'Harbour audit 2027',
    customerId: '10100001',
    legalEntity: 'MER-DE',
    currency: 'EUR',
    startDate: '2027-01-04',
    endDate: '2027-06-30',
  };

  it('is made with the element that takes its time', () => {
    expect(toNewProject('PS-10042', toHeader(state, '0c9f'), company, settings)).toEqual({
      Project: 'PS-10042',
      ProjectDescription: 'Harbour audit 2027',
      ProjectStartDate: '/Date(1799020800000)/',
      ProjectEndDate: '/Date(1814313600000)/',
      ProjectCurrency: 'EUR',
      CustomerUUID: '0c9f',
      EntProjectIsConfidential: false,
      IsBillingRelevant: true,
      ProjectProfileCode: 'YP03',
      ResponsibleCostCenter: '10101101',
      ProfitCenter: '9900000000',
      to_EnterpriseProjectElement: [
        {
          ProjectElement: 'PS-10042.1',
          ProjectElementDescription: 'Harbour audit 2027',
          PlannedStartDate: '/Date(1799020800000)/',
          PlannedEndDate: '/Date(1814313600000)/',
          WBSElementIsBillingElement: true,
        },
      ],
    });
  });

  it('with a code that SAP has no room for is refused; a long name only ends early', () => {
    const header = toHeader({ ...state, name: 'x'.repeat(61), endDate: null }, '0c9f');
    expect(header.ProjectDescription).toBe(`${'x'.repeat(59)}…`);
    expect(() => toNewProject('P'.repeat(25), header, company, settings)).toThrow(/24 characters/);
    // With the ending of its element the code has 25.
    expect(() => toNewProject('P'.repeat(23), header, company, settings)).toThrow(/24 characters/);
  });

  it.each([
    ['00', 'pending'],
    ['10', 'active'],
    ['20', 'closed'],
    ['30', 'closed'],
    ['42', 'pending'],
  ])('with processing status %s is %s', (ProcessingStatus, status) => {
    expect(toProject({ ProjectUUID: '0c9f', Project: 'PS-10042', ProcessingStatus }, settings).status).toBe(status);
  });

  it('reads the tenant’s own fields under the names the tenant gives them', () => {
    const own = plainToInstance(S4hanaSettings, { projectFields: { contractNumber: 'YY1_Contract_PPH' } });
    const { contractNumber, taxCode } = toProject({ YY1_Contract_PPH: 'CTR-1', YY1_Tax_PPH: 'DE-19' }, own);
    expect([contractNumber, taxCode]).toEqual(['CTR-1', null]);
  });
});
