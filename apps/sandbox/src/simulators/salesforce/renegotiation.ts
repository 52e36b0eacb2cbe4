import type { Org, Row } from './org.js';
import { change, create, remove, typeOf } from './rows.js';
import { priceOf } from './seed.js';

/** What people agreed anew about a deal: fields of it, and products by the code of their role. */
export interface Renegotiation {
  code: string;
  fields?: Row;
  products?: { role: string; hours?: number; hourlyRate?: number; date?: string | null }[];
}

/**
 * Enters what was agreed: a product with 0 hours is taken off the deal, one that is not on it is added. The amount of a
 * deal with products is their sum, and any other is ignored.
 * https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_opportunity.htm
 */
export function changeOpportunity(org: Org, { code, fields = {}, products = [] }: Renegotiation): { id: string } {
  const deal = org.store.find<Row>('Opportunity', (row) => row.Opportunity_Code__c === code);
  if (!deal) throw new Error(`there is no Opportunity "${code}"`);
  for (const product of products) changeProduct(org, deal, product);
  const items = itemsOf(org, deal);
  const sum = items.reduce(
    (cents, item) => cents + Math.round(Number(item.Quantity) * Number(item.UnitPrice) * 100),
    0,
  );
  change(org, typeOf(org, 'Opportunity'), deal, { ...fields, ...(items.length > 0 && { Amount: sum / 100 }) });
  const id = String(deal.Id);
  org.store.record({ operation: 'update', entity: 'Opportunity', id, by: 'person', data: { fields, products } });
  return { id };
}

const itemsOf = (org: Org, deal: Row): Row[] =>
  org.store.list<Row>('OpportunityLineItem').filter((item) => item.OpportunityId === deal.Id);

function changeProduct(org: Org, deal: Row, product: NonNullable<Renegotiation['products']>[number]): void {
  const { role, hours, hourlyRate, date } = product;
  const type = typeOf(org, 'OpportunityLineItem');
  const entry = priceOf(org, role, String(deal.CurrencyIsoCode));
  const item = itemsOf(org, deal).find((one) => one.Product2Id === entry.Product2Id);
  const values: Row = {
    ...(hours !== undefined && { Quantity: hours }),
    ...(hourlyRate !== undefined && { UnitPrice: hourlyRate }),
    ...(date !== undefined && { ServiceDate: date }),
  };
  if (item && hours === 0) return remove(org, type, item);
  if (item) return void change(org, type, item, values);
  create(org, type, { OpportunityId: deal.Id!, PricebookEntryId: entry.Id!, ...values });
}
