import {
  type CustomerQuery,
  differences,
  type DomainOperations,
  type ODataEntity,
  odataGuid,
  odataKey,
  odataText,
  read,
  related,
  type Vendor,
  write,
} from '#connector';
import type { erp, RecordRef } from '#contracts';
import { Failure } from '#kernel';
import {
  nameOf,
  referenceOf,
  taxNumberOf,
  toCompanyData,
  toCustomer,
  toNames,
  toPartner,
  toSalesArea,
  toTaxNumber,
} from './customer-mapping.js';
import { partners } from './services.js';
import { type Company, companyOf, legalEntityOf, quarantineMs, settingsOf } from './settings.js';

const expand = 'to_BusinessPartnerTax,to_Customer/to_CustomerCompany,to_Customer/to_CustomerSalesArea';

const refOf = (vendor: Vendor, partner: ODataEntity): RecordRef => {
  const id = String(partner.BusinessPartner);
  return { id, url: vendor.recordUrl('customer', id) };
};

const byReference = (vendor: Vendor, reference: string): Promise<ODataEntity[]> => {
  const filter = `BusinessPartnerIDByExtSystem eq ${odataText(referenceOf(reference))}`;
  return partners.list(vendor, 'A_BusinessPartner', { filter });
};

async function matching(vendor: Vendor, query: CustomerQuery): Promise<string[]> {
  const taxNumber = query.taxNumber && odataText(query.taxNumber.toUpperCase());
  const numbered = taxNumber
    ? await partners.list(vendor, 'A_BusinessPartnerTaxNumber', {
        filter: `BPTaxNumber eq ${taxNumber} or BPTaxLongNumber eq ${odataText(query.taxNumber!)}`,
      })
    : [];
  return [
    query.reference && `BusinessPartnerIDByExtSystem eq ${odataText(referenceOf(query.reference))}`,
    query.name && `OrganizationBPName1 eq ${odataText(toNames(query.name).OrganizationBPName1)}`,
    ...numbered.map(({ BusinessPartner }) => `BusinessPartner eq ${odataText(String(BusinessPartner))}`),
  ].filter((test): test is string => Boolean(test));
}

/** The filter sees the first line of a name only. */
const isMeant = (customer: erp.ErpCustomer, { reference, taxNumber, name }: CustomerQuery): boolean =>
  (reference !== undefined && customer.reference === reference.toUpperCase()) ||
  (taxNumber !== undefined && customer.taxNumber?.toUpperCase() === taxNumber.toUpperCase()) ||
  (name !== undefined && customer.name === name.trim().split(/\s+/).join(' '));

export const findCustomers: DomainOperations['erp']['findCustomers'] = read(async (vendor, query) => {
  if (!query.reference && !query.taxNumber && !query.name)
    throw new Failure('rejected', 'say which customer: reference, taxNumber or name');
  const tests = await matching(vendor, query);
  if (tests.length === 0) return { items: [] };
  const found = await partners.list(vendor, 'A_BusinessPartner', { filter: tests.join(' or '), expand });
  const items = found
    .filter(({ Customer }) => Customer)
    .map((partner) => toCustomer(partner, legalEntityOfCustomer(vendor, partner)))
    .filter((customer) => isMeant(customer, query));
  return { items };
});

const companyCodes = (partner: ODataEntity): unknown[] =>
  related((partner.to_Customer as ODataEntity | null)?.to_CustomerCompany).map(({ CompanyCode }) => CompanyCode);

/** A customer may have dealings with several company codes; the first of ours is told. */
const legalEntityOfCustomer = (vendor: Vendor, partner: ODataEntity): string | null =>
  companyCodes(partner)
    .map((code) => legalEntityOf(vendor, code))
    .find((entity) => entity !== null) ?? null;

export const putCustomer: DomainOperations['erp']['putCustomer'] = write({
  safety: {
    strategy: 'reference',
    quarantineMs,
    find: async (vendor, { reference }) =>
      (await byReference(vendor, reference)).map((partner) => refOf(vendor, partner)),
  },
  run: async (vendor, { reference, state }) => {
    const body = toPartner(reference, state, companyOf(vendor, state.legalEntity), settingsOf(vendor));
    return refOf(vendor, await partners.create(vendor, 'A_BusinessPartner', body));
  },
  finish: async (vendor, { state }, ref) => {
    const company = companyOf(vendor, state.legalEntity);
    const path = `A_BusinessPartner(${odataKey(ref.id)})`;
    const partner = await partners.get(vendor, path, { expand });
    const names = toNames(state.name);
    if (nameOf(partner) !== Object.values(names).filter(Boolean).join(' '))
      await partners.update(vendor, path, partner, names);
    if (state.taxNumber) await putTaxNumber(vendor, partner, toTaxNumber(company, state.taxNumber));
    await openTo(vendor, partner, company, state.currency);
    return ref;
  },
});

async function putTaxNumber(
  vendor: Vendor,
  partner: ODataEntity,
  wanted: ReturnType<typeof toTaxNumber>,
): Promise<void> {
  const { BPTaxType, ...number } = wanted;
  const BusinessPartner = String(partner.BusinessPartner);
  const known = related(partner.to_BusinessPartnerTax).find((tax) => tax.BPTaxType === BPTaxType);
  if (known && taxNumberOf(known) === Object.values(number)[0]) return;
  const path = `A_BusinessPartnerTaxNumber(BusinessPartner=${odataKey(BusinessPartner)},BPTaxType=${odataKey(BPTaxType)})`;
  if (known) await partners.update(vendor, path, known, number);
  else await partners.create(vendor, 'A_BusinessPartnerTaxNumber', { BusinessPartner, ...wanted });
}

/** A customer of one company code becomes a customer of another by what it lacks there. */
async function openTo(vendor: Vendor, partner: ODataEntity, company: Company, currency: string): Promise<void> {
  const customer = partner.to_Customer as ODataEntity | null;
  const Customer = String(partner.Customer);
  if (!companyCodes(partner).includes(company.companyCode))
    await partners.create(vendor, 'A_CustomerCompany', { Customer, ...toCompanyData(company) });
  const { Currency: _currency, ...area } = toSalesArea(company, currency);
  const areas = related(customer?.to_CustomerSalesArea);
  if (!areas.some((known) => Object.keys(differences(known, area)).length === 0))
    await partners.create(vendor, 'A_CustomerSalesArea', { Customer, ...area, Currency: currency });
}

/** The partner behind a project's customer. */
export async function partnerByUuid(vendor: Vendor, uuid: unknown): Promise<ODataEntity | null> {
  const id = typeof uuid === 'string' ? uuid : '';
  if (!id || /^[0-]+$/.test(id)) return null;
  const filter = `BusinessPartnerUUID eq ${odataGuid(id)}`;
  const [partner = null] = await partners.list(vendor, 'A_BusinessPartner', { filter });
  return partner;
}
