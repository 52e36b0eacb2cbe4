import type { Customer, Firm, Opportunity, OpportunityLine, Role } from '../../firm/firm.js';
import type { Org, Row } from './org.js';
import { activateCurrencies, activeCurrencies } from './picklists.js';
import { insert } from './rows.js';
import { impliedBy, stageOf } from './stages.js';

/** The firm's price book, customers and deals; every deal is still open, whatever will become of it. */
export function seed(firm: Firm, org: Org): void {
  activateCurrencies(firm, org);
  for (const role of firm.roles) addProduct(org, role);
  for (const customer of firm.customers) addAccount(org, customer);
  for (const opportunity of firm.opportunities) {
    const lines = firm.opportunityLines.filter((line) => line.opportunity === opportunity.code);
    addOpportunity(org, opportunity, lines);
  }
}

/** A price book entry is in one currency. */
function addProduct(org: Org, { name, code }: Role): void {
  const product = insert(org, 'Product2', { Name: name, ProductCode: code, IsActive: true });
  for (const currency of activeCurrencies(org)) {
    const entry = { Product2Id: product.Id!, UnitPrice: 0, IsActive: true, CurrencyIsoCode: currency };
    insert(org, 'PricebookEntry', entry);
  }
}

export function addAccount(org: Org, customer: Customer): string {
  const { Id: id } = insert(org, 'Account', {
    Name: customer.name,
    Industry: customer.industry || null,
    BillingCity: customer.city || null,
    BillingCountry: customer.country || null,
    CurrencyIsoCode: customer.currency,
    Tax_Number__c: customer.taxNumber || null,
    Customer_Segment__c: customer.segment || null,
    Customer_Code__c: customer.code,
  });
  return String(id);
}

/** Enters a deal with the roles sold on it; refuses one for a customer or role the product does not know. */
export function addOpportunity(org: Org, deal: Opportunity, lines: OpportunityLine[]): string {
  const account = org.store.find<Row>('Account', (row) => row.Customer_Code__c === deal.customer);
  if (!account) throw new Error(`there is no Account "${deal.customer}"`);
  const entries = lines.map((line) => priceOf(org, line.role, deal.currency));
  const { Id: id } = insert(org, 'Opportunity', { ...dealValues(deal), AccountId: account.Id! });
  lines.forEach((line, index) => {
    insert(org, 'OpportunityLineItem', {
      OpportunityId: id!,
      Product2Id: entries[index]!.Product2Id!,
      PricebookEntryId: entries[index]!.Id!,
      Quantity: line.hours,
      UnitPrice: Number(line.hourlyRate),
      CurrencyIsoCode: deal.currency,
    });
  });
  return String(id);
}

export function priceOf(org: Org, role: string, currency: string): Row {
  const product = org.store.find<Row>('Product2', (row) => row.ProductCode === role);
  const entry = org.store.find<Row>(
    'PricebookEntry',
    (row) => row.Product2Id === product?.Id && row.CurrencyIsoCode === currency,
  );
  if (!entry) throw new Error(`the price book has no "${role}" in ${currency}`);
  return entry;
}

const dealValues = (deal: Opportunity): Row => ({
  Name: deal.name,
  StageName: stageOf.open,
  ...impliedBy(stageOf.open),
  Amount: deal.amount === '' ? null : Number(deal.amount),
  CurrencyIsoCode: deal.currency,
  CloseDate: deal.closeDate,
  Legal_Entity__c: deal.legalEntity || null,
  Delivery_Model__c: deal.deliveryModel || null,
  Billing_Type__c: deal.billingType || null,
  Tax_Code__c: deal.taxCode || null,
  Project_Template__c: deal.template || null,
  Cost_Center__c: deal.costCentre || null,
  Practice__c: deal.practice || null,
  Region__c: deal.region || null,
  Contract_Number__c: deal.contractNumber || null,
  Start_Date__c: deal.startDate || null,
  End_Date__c: deal.endDate || null,
  Opportunity_Code__c: deal.code,
});
