import type { crm, erp } from '#contracts';
import { Failure } from '#kernel';
import type { EstateView } from '#platform';
import { assertRules, type DealRule } from './deal-rules.js';

/** A deal with everything finance and delivery cannot do without. */
export interface MobilisableDeal extends crm.Opportunity {
  account: crm.Account;
  legalEntity: string;
  amount: NonNullable<crm.Opportunity['amount']>;
  startDate: string;
  deliveryModel: string;
  billingType: erp.BillingSetup['billingType'];
  taxCode: string;
  costCentre: string;
  contractNumber: string;
}

const absent = (value: unknown): string | false => (value ? false : 'is missing in the CRM');

/** In the order of what weighs most: the first broken rule names the exception, all of them are listed. */
const rules: DealRule<crm.Opportunity, EstateView>[] = [
  { code: 'not-won', field: 'isWon', broken: (deal) => (deal.isWon && deal.isClosed ? false : 'the deal is not won') },
  {
    code: 'unknown-legal-entity',
    field: 'legalEntity',
    broken: ({ legalEntity }, estate) =>
      legalEntity && estate.legalEntity(legalEntity)
        ? false
        : `"${legalEntity ?? ''}" is not a legal entity of this estate`,
  },
  { code: 'missing-customer', field: 'account', broken: (deal) => absent(deal.account) },
  {
    code: 'contract-without-rates',
    field: 'lines',
    broken: (deal) => (deal.lines.length > 0 ? false : 'no roles and rates were sold'),
  },
  {
    code: 'missing-tax-code',
    field: 'taxCode',
    broken: ({ taxCode }, estate) =>
      taxCode && estate.mapped('taxJurisdictions', taxCode) ? false : 'is missing or mapped to no jurisdiction',
  },
  { code: 'incomplete-contract', field: 'contractNumber', broken: (deal) => absent(deal.contractNumber) },
  { code: 'incomplete-contract', field: 'amount', broken: (deal) => absent(deal.amount) },
  { code: 'incomplete-contract', field: 'startDate', broken: (deal) => absent(deal.startDate) },
  { code: 'incomplete-contract', field: 'deliveryModel', broken: (deal) => absent(deal.deliveryModel) },
  {
    code: 'incomplete-contract',
    field: 'billingType',
    broken: ({ billingType }) =>
      billingType === 'time-and-materials' || billingType === 'fixed-price'
        ? false
        : 'must be time-and-materials or fixed-price',
  },
  { code: 'incomplete-contract', field: 'projectTemplate', broken: (deal) => absent(deal.projectTemplate) },
  { code: 'incomplete-contract', field: 'costCentre', broken: (deal) => absent(deal.costCentre) },
  {
    code: 'contract-without-rates',
    field: 'lines.role',
    broken: ({ lines }, estate) => {
      const unknown = lines.map(({ role }) => role).filter((role) => !estate.mapped('roleNames', role));
      return unknown.length > 0 && `${unknown.join(', ')} is not in mappings.roleNames`;
    },
  },
];

/** Contract, customer, legal entity, delivery model, tax and template hold what mobilisation needs (K6, K9, K10, K19). */
export function assertMobilisable(deal: crm.Opportunity, estate: EstateView): asserts deal is MobilisableDeal {
  assertRules(rules, deal, estate, {
    what: `deal ${deal.code} cannot be mobilised`,
    remedy: 'complete the deal in the CRM (work goes on by itself), or correct it here',
  });
}

/** Customers the ERP already has, and what a person decided about them. */
export interface CustomerCandidates {
  items: erp.ErpCustomer[];
  /** Set by a person: the id of the right customer, or `new`. */
  chosen?: string;
}

/** The customer to bill: an existing one's id, or null for a new one; anything doubtful is a person's decision (K9). */
export function existingCustomer(account: crm.Account, { items, chosen }: CustomerCandidates): string | null {
  if (chosen) return chosen === 'new' ? null : chosen;
  const ours = items.find(({ reference }) => reference !== null && reference === account.code);
  const same = ours ?? items.find(({ name, taxNumber }) => name === account.name && taxNumber === account.taxNumber);
  if (same) return same.id;
  if (items.length === 0) return null;
  const seen = items.map(({ id, name }) => `${id} "${name}"`).join(', ');
  throw new Failure('conflict', `customer "${account.name}" has the tax number of ${seen} in the ERP`, {
    code: 'duplicate-customer',
    record: `customer ${account.code ?? account.id}`,
    remedy: 'correct `chosen` to its id in the ERP to bill that customer, or to `new` for a new one',
    fields: [{ field: 'chosen', message: `is it ${seen}, or somebody new?` }],
  });
}
