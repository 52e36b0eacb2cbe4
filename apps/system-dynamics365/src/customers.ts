import {
  type DomainOperations,
  filled,
  findCustomers as foundBy,
  isMeant,
  type ODataEntity,
  odataIs,
} from '#connector';
import type { erp } from '#contracts';
import { data } from './odata.js';
import { putRecord } from './records.js';
import { type Company, companyByArea, companyOf } from './settings.js';

const set = 'CustomersV3';

/** A customer of ours has its account, which is our reference, as search name too; of others that is a name. */
const referenceOf = ({ CustomerAccount, NameAlias }: ODataEntity): string | null =>
  NameAlias === CustomerAccount ? filled(CustomerAccount) : null;

const toCustomer = (row: ODataEntity, { legalEntity }: Company): erp.ErpCustomer => ({
  id: String(row.CustomerAccount),
  reference: referenceOf(row),
  name: String(row.OrganizationName),
  taxNumber: filled(row.TaxExemptNumber),
  legalEntity,
});

export const findCustomers = foundBy(async (vendor, query) => {
  const tests = [
    query.reference && odataIs('CustomerAccount', query.reference),
    query.taxNumber && odataIs('TaxExemptNumber', query.taxNumber),
    query.name && odataIs('OrganizationName', query.name),
  ].filter(Boolean);
  const rows = await data.list(vendor, set, tests.join(' or '));
  const customers = rows.flatMap((row) => {
    const company = companyByArea(vendor, row.dataAreaId);
    return company ? [toCustomer(row, company)] : [];
  });
  // Text is compared in any case, and `*` stands for anything: what is found is looked at again.
  return customers.filter(isMeant(query));
});

export const toNewCustomer = (reference: string, currency: string, { dataArea, customerGroup }: Company) => ({
  dataAreaId: dataArea,
  CustomerAccount: reference,
  NameAlias: reference,
  PartyType: 'Organization',
  CustomerGroupId: customerGroup,
  SalesCurrencyCode: currency,
});

export const toNameAndTax = ({ name, taxNumber }: erp.CustomerState) => ({
  OrganizationName: name,
  ...(taxNumber && { TaxExemptNumber: taxNumber }),
});

export const putCustomer: DomainOperations['erp']['putCustomer'] = putRecord<erp.CustomerState>({
  set,
  keys: ['dataAreaId', 'CustomerAccount'],
  find: async (vendor, { reference, state }) => {
    const { dataArea } = companyOf(vendor, state.legalEntity);
    const rows = await data.list(vendor, set, odataIs('dataAreaId', dataArea), odataIs('CustomerAccount', reference));
    return rows.filter(referenceOf);
  },
  once: (vendor, { reference, state }) =>
    toNewCustomer(reference, state.currency, companyOf(vendor, state.legalEntity)),
  always: toNameAndTax,
});
