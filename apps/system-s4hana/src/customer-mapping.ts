import { filled, type ODataEntity, related } from '#connector';
import type { erp } from '#contracts';
import { Failure } from '#kernel';
import type { Company, S4hanaSettings } from './settings.js';
import { codeOf } from './values.js';

const nameFields = [
  'OrganizationBPName1',
  'OrganizationBPName2',
  'OrganizationBPName3',
  'OrganizationBPName4',
] as const;
const nameLength = 40;

/** A name over four fields of 40 characters, parted between words where that can be. */
export function toNames(name: string): Record<(typeof nameFields)[number], string> {
  const parts = ['', '', '', ''];
  let part = 0;
  for (const word of name.trim().split(/\s+/)) {
    const longer = parts[part] === '' ? word : `${parts[part]} ${word}`;
    if (longer.length <= nameLength) parts[part] = longer;
    else parts[(part += 1)] = word;
  }
  if (parts.length > nameFields.length || parts.some((text) => text.length > nameLength))
    throw new Failure('rejected', 'the name does not fit into four lines of 40 characters', {
      code: 'too-long-for-sap',
      fields: [{ field: 'name', message: 'does not fit into four lines of 40 characters' }],
    });
  return Object.fromEntries(nameFields.map((field, index) => [field, parts[index]])) as ReturnType<typeof toNames>;
}

export const nameOf = (partner: ODataEntity): string =>
  nameFields.flatMap((field) => filled(partner[field]) ?? []).join(' ');

const shortTaxNumber = 20;

export const toTaxNumber = (company: Company, taxNumber: string) => ({
  BPTaxType: company.taxCategory,
  ...(taxNumber.length > shortTaxNumber ? { BPTaxLongNumber: taxNumber } : { BPTaxNumber: taxNumber.toUpperCase() }),
});

export const taxNumberOf = (tax: ODataEntity): string | null => filled(tax.BPTaxLongNumber) ?? filled(tax.BPTaxNumber);

export const toCompanyData = ({ companyCode, reconciliationAccount }: Company) => ({
  CompanyCode: companyCode,
  ReconciliationAccount: reconciliationAccount,
});

export const toSalesArea = (company: Company, currency: string) => ({
  SalesOrganization: company.salesOrganization,
  DistributionChannel: company.distributionChannel,
  Division: company.division,
  Currency: currency,
});

/** Our reference is the partner's number in an external system. */
export const referenceOf = (reference: string): string => codeOf('reference', reference, 20);

const organisation = '2';

/** A partner becomes a customer by its roles; the customer itself cannot be created. */
export const toPartner = (
  reference: string,
  state: erp.CustomerState,
  company: Company,
  { customerRoles, customerGrouping }: S4hanaSettings,
) => ({
  BusinessPartnerCategory: organisation,
  ...(customerGrouping && { BusinessPartnerGrouping: customerGrouping }),
  BusinessPartnerIDByExtSystem: referenceOf(reference),
  ...toNames(state.name),
  to_BusinessPartnerRole: customerRoles.map((role) => ({ BusinessPartnerRole: role })),
  ...(state.taxNumber && { to_BusinessPartnerTax: [toTaxNumber(company, state.taxNumber)] }),
  to_BusinessPartnerAddress: [{ Country: company.country }],
  to_Customer: {
    to_CustomerCompany: [toCompanyData(company)],
    to_CustomerSalesArea: [toSalesArea(company, state.currency)],
  },
});

export function toCustomer(partner: ODataEntity, legalEntity: string | null): erp.ErpCustomer {
  const [taxNumber = null] = related(partner.to_BusinessPartnerTax).map(taxNumberOf);
  return {
    id: String(partner.BusinessPartner),
    reference: filled(partner.BusinessPartnerIDByExtSystem),
    name: nameOf(partner),
    taxNumber,
    legalEntity: legalEntity ?? 'unknown',
  };
}
