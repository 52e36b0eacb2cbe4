import { entityPath } from './v2.js';

describe('where a record is', () => {
  const service = 'https://my300000.s4hana.ondemand.com/sap/opu/odata/sap';

  it.each([
    [`${service}/API_BUSINESS_PARTNER/A_BusinessPartner('17100001')`, "A_BusinessPartner('17100001')"],
    [`${service}/API_ENTERPRISE_PROJECT_SRV;v=0002/A_EnterpriseProject(guid'6cc1')`, "A_EnterpriseProject(guid'6cc1')"],
    [`${service}/API_X/A_Tax(BusinessPartner='17',BPTaxType='DE/0')`, "A_Tax(BusinessPartner='17',BPTaxType='DE/0')"],
  ])('is said by its own address %s', (uri, path) => expect(entityPath({ __metadata: { uri } })).toBe(path));

  it('is not guessed where it says nothing', () =>
    expect(() => entityPath({ BusinessPartner: '17' })).toThrow('a record came without its own address'));
});
