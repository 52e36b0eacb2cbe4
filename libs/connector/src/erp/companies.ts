import { Failure } from '#kernel';
import type { Vendor } from '../http/vendor.js';

/** What an ERP's settings say about a legal entity. */
export interface Company {
  legalEntity: string;
}

export const companiesOf = <C extends Company>(vendor: Vendor): C[] =>
  (vendor.settings as { companies: C[] }).companies;

/** What the ERP knows a legal entity by. */
export function companyOf<C extends Company>(vendor: Vendor, legalEntity: string): C {
  const company = companiesOf<C>(vendor).find((candidate) => candidate.legalEntity === legalEntity);
  if (company) return company;
  throw new Failure('rejected', `${vendor.instance} has no company for legal entity ${legalEntity}`, {
    code: 'unknown-legal-entity',
    remedy: 'add the legal entity to settings.companies of the instance in estate.yaml',
    fields: [{ field: 'legalEntity', message: 'has no company' }],
  });
}
