import type { erp } from '#contracts';
import { Failure } from '#kernel';
import type { CustomerQuery } from '../domains/erp.js';
import type { Vendor } from '../http/vendor.js';
import { type Read, read } from '../operations.js';

/** Looks customers up by whatever of reference, tax number and name is asked for; at least one is. */
export const findCustomers = (
  search: (vendor: Vendor, query: CustomerQuery) => Promise<erp.ErpCustomer[]>,
): Read<CustomerQuery, erp.ErpCustomerList> =>
  read(async (vendor, query) => {
    if (query.reference || query.taxNumber || query.name) return { items: await search(vendor, query) };
    throw new Failure('rejected', 'say which customer: reference, taxNumber or name');
  });

/** For products whose search finds more than is meant: a tax number is the same in any case, all else to the letter. */
export const isMeant =
  ({ reference, taxNumber, name }: CustomerQuery) =>
  (customer: erp.ErpCustomer): boolean =>
    (reference !== undefined && customer.reference === reference) ||
    (taxNumber !== undefined && customer.taxNumber?.toUpperCase() === taxNumber.toUpperCase()) ||
    (name !== undefined && customer.name === name);
