import type { ScreensOf } from '../../core/screens.js';
import type { Customer, Opportunity, OpportunityLine } from '../../firm/firm.js';
import { leave } from './allocation.js';
import { endSessions } from './auth.js';
import { wakeSubscribers } from './subscribers.js';
import type { Org, Row } from './org.js';
import { changeOpportunity, type Renegotiation } from './renegotiation.js';
import { change, typeOf } from './rows.js';
import { addAccount, addOpportunity } from './seed.js';
import { stageOf } from './stages.js';

const dealCode = 'Opportunity_Code__c';
const customerCode = 'Customer_Code__c';
/** The names the firm has for some of the product's fields. */
const screenFields: Record<string, string> = { taxCode: 'Tax_Code__c', taxNumber: 'Tax_Number__c' };

/** What the firm's people and its administrator do in the product's own screens. */
export const actions = {
  closeOpportunity: (org: Org, { code, outcome }: { code: string; outcome: 'win' | 'lost' }) => {
    if (outcome !== 'win' && outcome !== 'lost') throw new Error('a deal is closed with the outcome "win" or "lost"');
    return edit(org, 'Opportunity', dealCode, code, { StageName: stageOf[outcome] });
  },
  editOpportunity: (org: Org, { code, fields }: { code: string; fields: Row }) =>
    edit(org, 'Opportunity', dealCode, code, fields),
  changeOpportunity: (org: Org, renegotiated: Renegotiation) => changeOpportunity(org, renegotiated),
  createAccount: (org: Org, { customer }: { customer: Customer }) => {
    if (rowWith(org, 'Account', customerCode, customer.code))
      throw new Error(`there already is an Account "${customer.code}"`);
    const id = addAccount(org, customer);
    org.store.record({ operation: 'create', entity: 'Account', id, by: 'person', data: customer });
    return { id };
  },
  editAccount: (org: Org, { code, fields }: { code: string; fields: Row }) =>
    edit(org, 'Account', customerCode, code, fields),
  createOpportunity: (org: Org, input: { opportunity: Opportunity; lines: OpportunityLine[] }) => {
    const { opportunity, lines } = input;
    if (rowWith(org, 'Opportunity', dealCode, opportunity.code))
      throw new Error(`there already is an Opportunity "${opportunity.code}"`);
    const id = addOpportunity(org, opportunity, lines);
    org.store.record({ operation: 'create', entity: 'Opportunity', id, by: 'person', data: input });
    return { id };
  },
  expireSessions: (org: Org) => {
    endSessions(org);
    wakeSubscribers(org);
  },
  setDailyLimit: (org: Org, { remaining }: { remaining: number }) => leave(org, remaining),
} satisfies ScreensOf<'crm', Org>;

const rowWith = (org: Org, object: string, field: string, value: string): Row | undefined =>
  org.store.find<Row>(object, (row) => row[field] === value);

/** Changes a record; fields by the product's names or the firm's. */
function edit(org: Org, object: string, codeField: string, code: string, named: Row): { id: string } {
  const row = rowWith(org, object, codeField, code);
  if (!row) throw new Error(`there is no ${object} "${code}"`);
  const fields = Object.fromEntries(Object.entries(named).map(([name, value]) => [screenFields[name] ?? name, value]));
  change(org, typeOf(org, object), row, fields);
  const id = String(row.Id);
  org.store.record({ operation: 'update', entity: object, id, by: 'person', data: fields });
  return { id };
}
