import { SalesforceError } from './errors.js';
import { stamp } from './rows.js';
import type { ObjectType, Org, Row, Rules } from './org.js';
import { impliedBy } from './stages.js';

function completed(org: Org, type: ObjectType, values: Row, before: Row | null): Row {
  if (type.name === 'Opportunity') {
    if (before) refuseOtherCurrency(org, values, before);
    return { ...impliedBy(values.StageName), ...stageMoved(org, values, before), ...values };
  }
  return type.name === 'OpportunityLineItem' && !before ? pricedLine(org, values) : values;
}

/** When a deal was last given another stage; entering it does not count. */
const stageMoved = (org: Org, { StageName }: Row, before: Row | null): Row =>
  before && StageName !== undefined && StageName !== before.StageName ? { LastStageChangeDate: stamp(org.now()) } : {};

/** A deal with products keeps its currency, because their prices are in it. */
function refuseOtherCurrency(org: Org, values: Row, before: Row): void {
  if (values.CurrencyIsoCode === undefined || values.CurrencyIsoCode === before.CurrencyIsoCode) return;
  if (!org.store.find<Row>('OpportunityLineItem', (line) => line.OpportunityId === before.Id)) return;
  throw integrity('Cannot change the currency of an opportunity that has products', 'CurrencyIsoCode');
}

/** A line takes its product from the price book and its currency from the deal. */
function pricedLine(org: Org, values: Row): Row {
  const deal = org.store.get<Row>('Opportunity', String(values.OpportunityId));
  const entry = org.store.get<Row>('PricebookEntry', String(values.PricebookEntryId));
  if (deal?.CurrencyIsoCode !== entry?.CurrencyIsoCode)
    throw integrity(
      'The pricebook entry currency code does not match the opportunity currency code',
      'PricebookEntryId',
    );
  return { ...values, Product2Id: entry?.Product2Id ?? null, CurrencyIsoCode: deal?.CurrencyIsoCode ?? null };
}

const integrity = (message: string, field: string): SalesforceError =>
  new SalesforceError(400, 'FIELD_INTEGRITY_EXCEPTION', message, [field]);

/** The vendor lets some accounts go with their deals; that none with deals may go is an assumption, unconfirmed. */
function refuseRemoval(org: Org, type: ObjectType, row: Row): void {
  if (type.name !== 'Account') return;
  if (!org.store.find<Row>('Opportunity', (deal) => deal.AccountId === row.Id)) return;
  throw new SalesforceError(400, 'DELETE_FAILED', 'The account is associated with opportunities', []);
}

/** The rules of selling: stages, prices, and what may not be taken away. */
export const crmRules: Rules = { completed, refuseRemoval };
