import {
  createOnce,
  type CustomerQuery,
  differences,
  type DomainOperations,
  findCustomers as foundBy,
  isMeant,
  type ODataEntity,
  odataGuid,
  odataKey,
  odataTextIs,
  related,
  type Vendor,
} from '#connector';
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

const oursIs = (reference: string): string => odataTextIs('BusinessPartnerIDByExtSystem', referenceOf(reference));

async function numbered(vendor: Vendor, taxNumber: string): Promise<ODataEntity[]> {
  const tests = [odataTextIs('BPTaxNumber', taxNumber.toUpperCase()), odataTextIs('BPTaxLongNumber', taxNumber)];
  return partners.list(vendor, 'A_BusinessPartnerTaxNumber', { filter: tests.join(' or ') });
}

async function matching(vendor: Vendor, { reference, taxNumber, name }: CustomerQuery): Promise<string[]> {
  return [
    ...(reference ? [oursIs(reference)] : []),
    ...(name ? [odataTextIs('OrganizationBPName1', toNames(name).OrganizationBPName1)] : []),
    ...(taxNumber ? await numbered(vendor, taxNumber) : []).map(({ BusinessPartner }) =>
      odataTextIs('BusinessPartner', String(BusinessPartner)),
    ),
  ];
}

/** As SAP has them: references in capitals, names put together from their lines. */
const asKept = ({ reference, taxNumber, name }: CustomerQuery): CustomerQuery => ({
  ...(reference && { reference: reference.toUpperCase() }),
  ...(taxNumber && { taxNumber }),
  ...(name && { name: name.trim().split(/\s+/).join(' ') }),
});

export const findCustomers = foundBy(async (vendor, query) => {
  const tests = await matching(vendor, query);
  if (tests.length === 0) return [];
  const found = await partners.list(vendor, 'A_BusinessPartner', { filter: tests.join(' or '), expand });
  return (
    found
      .filter(({ Customer }) => Customer)
      .map((partner) => toCustomer(partner, legalEntityOfCustomer(vendor, partner)))
      // The filter sees the first line of a name only.
      .filter(isMeant(asKept(query)))
  );
});

const companyCodes = (partner: ODataEntity): unknown[] =>
  related((partner.to_Customer as ODataEntity | null)?.to_CustomerCompany).map(({ CompanyCode }) => CompanyCode);

/** A customer may have dealings with several company codes; the first of ours is told. */
const legalEntityOfCustomer = (vendor: Vendor, partner: ODataEntity): string | null =>
  companyCodes(partner)
    .map((code) => legalEntityOf(vendor, code))
    .find((entity) => entity !== null) ?? null;

export const putCustomer: DomainOperations['erp']['putCustomer'] = createOnce({
  quarantineMs,
  find: (vendor, { reference }) => partners.list(vendor, 'A_BusinessPartner', { filter: oursIs(reference) }),
  create: (vendor, { reference, state }) => {
    const body = toPartner(reference, state, companyOf(vendor, state.legalEntity), settingsOf(vendor));
    return partners.create(vendor, 'A_BusinessPartner', body);
  },
  tell: ({ BusinessPartner }, vendor) => vendor.recordRef('customer', String(BusinessPartner)),
  finish: async (vendor, { state }, ref) => {
    const company = companyOf(vendor, state.legalEntity);
    const partner = await partners.get(vendor, `A_BusinessPartner(${odataKey(ref.id)})`, { expand });
    const names = toNames(state.name);
    if (nameOf(partner) !== Object.values(names).filter(Boolean).join(' '))
      await partners.update(vendor, partner, names);
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
  if (known) await partners.update(vendor, known, number);
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
