import { type EntitySet, hasMany, hasOne, properties } from './edm.js';

const ofPartner = { BusinessPartner: 'BusinessPartner' };
const ofCustomer = { Customer: 'Customer' };

/** Whoever the firm deals with: organisations, and people who work for it. */
export const partner: EntitySet = {
  name: 'A_BusinessPartner',
  type: 'A_BusinessPartnerType',
  keys: ['BusinessPartner'],
  etag: 'ETag',
  properties: properties(`
    BusinessPartner 10, Customer 10 ro, Supplier 10 ro, BusinessPartnerCategory 1, BusinessPartnerFullName 81 ro,
    BusinessPartnerGrouping 4, BusinessPartnerName 81 ro, BusinessPartnerUUID Guid ro, CorrespondenceLanguage 2,
    CreatedByUser 12 ro, CreationDate DateTime ro, CreationTime Time ro, FirstName 40, Industry 10, Language 2,
    LastChangeDate DateTime ro, LastChangeTime Time ro, LastChangedByUser 12 ro, LastName 40, LegalForm 2,
    OrganizationBPName1 40, OrganizationBPName2 40, OrganizationBPName3 40, OrganizationBPName4 40, SearchTerm1 20,
    SearchTerm2 20, BusinessPartnerIsBlocked Boolean, BusinessPartnerType 4, ETag 26 ro,
    IsMarkedForArchiving Boolean, BusinessPartnerIDByExtSystem 20, TradingPartner 6`),
  navigations: {
    to_BusinessPartnerRole: hasMany('A_BusinessPartnerRole', ofPartner),
    to_BusinessPartnerTax: hasMany('A_BusinessPartnerTaxNumber', ofPartner),
    to_BusinessPartnerAddress: hasMany('A_BusinessPartnerAddress', ofPartner),
    to_BuPaIdentification: hasMany('A_BuPaIdentification', ofPartner),
    to_Customer: hasOne('A_Customer', ofCustomer),
  },
};

export const role: EntitySet = {
  name: 'A_BusinessPartnerRole',
  type: 'A_BusinessPartnerRoleType',
  keys: ['BusinessPartner', 'BusinessPartnerRole'],
  properties: properties(`
    BusinessPartner 10, BusinessPartnerRole 6, ValidFrom DateTimeOffset, ValidTo DateTimeOffset,
    AuthorizationGroup 4`),
  navigations: {},
};

export const taxNumber: EntitySet = {
  name: 'A_BusinessPartnerTaxNumber',
  type: 'A_BusinessPartnerTaxNumberType',
  keys: ['BusinessPartner', 'BPTaxType'],
  properties: properties('BusinessPartner 10, BPTaxType 4, BPTaxNumber 20, BPTaxLongNumber 60, AuthorizationGroup 4'),
  navigations: {},
};

export const address: EntitySet = {
  name: 'A_BusinessPartnerAddress',
  type: 'A_BusinessPartnerAddressType',
  keys: ['BusinessPartner', 'AddressID'],
  properties: properties(`
    BusinessPartner 10, AddressID 10, AddressUUID Guid ro, CityName 40, Country 3, HouseNumber 10, Language 2,
    PostalCode 10, Region 3, StreetName 60, ValidityStartDate DateTimeOffset, ValidityEndDate DateTimeOffset`),
  navigations: {},
};

export const identification: EntitySet = {
  name: 'A_BuPaIdentification',
  type: 'A_BuPaIdentificationType',
  keys: ['BusinessPartner', 'BPIdentificationType', 'BPIdentificationNumber'],
  properties: properties(`
    BusinessPartner 10, BPIdentificationType 6, BPIdentificationNumber 60, BPIdnNmbrIssuingInstitute 40, Country 3,
    Region 3, ValidityStartDate DateTime, ValidityEndDate DateTime`),
  navigations: {},
};

/** A partner the firm sells to; comes into being with the partner's role only. */
export const customer: EntitySet = {
  name: 'A_Customer',
  type: 'A_CustomerType',
  keys: ['Customer'],
  properties: properties(`
    Customer 10, BillingIsBlockedForCustomer 2, CreationDate DateTime ro, CustomerAccountGroup 4,
    CustomerClassification 2, CustomerFullName 220 ro, CustomerName 80 ro, OrderIsBlockedForCustomer 2,
    PostingIsBlocked Boolean, DeletionIndicator Boolean`),
  navigations: {
    to_CustomerCompany: hasMany('A_CustomerCompany', ofCustomer),
    to_CustomerSalesArea: hasMany('A_CustomerSalesArea', ofCustomer),
  },
};

/** What one legal entity's accountants know of a customer. */
export const customerCompany: EntitySet = {
  name: 'A_CustomerCompany',
  type: 'A_CustomerCompanyType',
  keys: ['Customer', 'CompanyCode'],
  properties: properties(`
    Customer 10, CompanyCode 4, PaymentTerms 4, ReconciliationAccount 10, PaymentBlockingReason 1,
    CustomerAccountNote 30, DeletionIndicator Boolean`),
  navigations: {},
};

/** Terms on which a sales organisation sells to a customer. */
export const salesArea: EntitySet = {
  name: 'A_CustomerSalesArea',
  type: 'A_CustomerSalesAreaType',
  keys: ['Customer', 'SalesOrganization', 'DistributionChannel', 'Division'],
  properties: properties(`
    Customer 10, SalesOrganization 4, DistributionChannel 2, Division 2, BillingIsBlockedForCustomer 2, Currency 5,
    CustomerPaymentTerms 4, CustomerPricingProcedure 2, OrderIsBlockedForCustomer 2, DeletionIndicator Boolean`),
  navigations: {},
};
