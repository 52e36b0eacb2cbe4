import type { World } from '../../core/simulator.js';
import type { Firm, Opportunity, OpportunityLine } from '../../firm/firm.js';
import type { Row } from './objects.js';
import { insert } from './records.js';

/** The firm's customers and deals; every deal is still open, whatever will become of it. */
export function seed(firm: Firm, world: World): void {
  for (const role of firm.roles) {
    const product = insert(world, 'Product2', { Name: role.name, ProductCode: role.code, IsActive: true });
    insert(world, 'PricebookEntry', { Product2Id: product.Id!, UnitPrice: 0, IsActive: true });
  }
  for (const customer of firm.customers) {
    insert(world, 'Account', {
      Name: customer.name,
      Industry: customer.industry || null,
      BillingCity: customer.city || null,
      BillingCountry: customer.country || null,
      CurrencyIsoCode: customer.currency,
      Tax_Number__c: customer.taxNumber || null,
      Customer_Segment__c: customer.segment || null,
      Customer_Code__c: customer.code,
    });
  }
  for (const opportunity of firm.opportunities) {
    addOpportunity(
      world,
      opportunity,
      firm.opportunityLines.filter((line) => line.opportunity === opportunity.code),
    );
  }
}

export function addOpportunity(world: World, deal: Opportunity, lines: OpportunityLine[]): string {
  const { store } = world;
  const account = store.find<Row>('Account', (row) => row.Customer_Code__c === deal.customer);
  const row = insert(world, 'Opportunity', {
    Name: deal.name,
    AccountId: account?.Id ?? null,
    StageName: 'In negotiation',
    Amount: Number(deal.amount),
    CurrencyIsoCode: deal.currency,
    Probability: 60,
    CloseDate: deal.closeDate,
    IsClosed: false,
    IsWon: false,
    ForecastCategoryName: 'Pipeline',
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
  for (const line of lines) {
    const product = store.find<Row>('Product2', (candidate) => candidate.ProductCode === line.role);
    const entry = store.find<Row>('PricebookEntry', (candidate) => candidate.Product2Id === product?.Id);
    insert(world, 'OpportunityLineItem', {
      OpportunityId: row.Id!,
      Product2Id: product?.Id ?? null,
      PricebookEntryId: entry?.Id ?? null,
      Quantity: line.hours,
      UnitPrice: Number(line.hourlyRate),
      CurrencyIsoCode: deal.currency,
    });
  }
  return String(row.Id);
}
