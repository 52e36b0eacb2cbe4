import type { ScreensOf } from '../../core/screens.js';
import type { Opportunity, OpportunityLine } from '../../firm/firm.js';
import { leave } from './allocation.js';
import { endSessions } from './auth.js';
import { wakeSubscribers } from './subscribers.js';
import type { Org, Row } from './org.js';
import { changeOpportunity, type Renegotiation } from './renegotiation.js';
import { change, typeOf } from './rows.js';
import { addOpportunity } from './seed.js';
import { stageOf } from './stages.js';

const dealCode = 'Opportunity_Code__c';

/** What the firm's people and its administrator do in the product's own screens. */
export const actions = {
  closeOpportunity: (org: Org, { code, outcome }: { code: string; outcome: 'win' | 'lost' }) => {
    if (outcome !== 'win' && outcome !== 'lost') throw new Error('a deal is closed with the outcome "win" or "lost"');
    return edit(org, 'Opportunity', dealCode, code, { StageName: stageOf[outcome] });
  },
  editOpportunity: (org: Org, { code, fields }: { code: string; fields: Row }) =>
    edit(org, 'Opportunity', dealCode, code, fields),
  changeOpportunity: (org: Org, renegotiated: Renegotiation) => changeOpportunity(org, renegotiated),
  editAccount: (org: Org, { code, fields }: { code: string; fields: Row }) =>
    edit(org, 'Account', 'Customer_Code__c', code, fields),
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

function edit(org: Org, object: string, codeField: string, code: string, fields: Row): { id: string } {
  const row = rowWith(org, object, codeField, code);
  if (!row) throw new Error(`there is no ${object} "${code}"`);
  change(org, typeOf(org, object), row, fields);
  const id = String(row.Id);
  org.store.record({ operation: 'update', entity: object, id, by: 'person', data: fields });
  return { id };
}
