import type { World } from '../../core/simulator.js';
import type { Opportunity, OpportunityLine } from '../../firm/firm.js';
import { leave } from './allocation.js';
import { endSessions } from './auth.js';
import type { Row } from './objects.js';
import { change, typeOf } from './rows.js';
import { addOpportunity } from './seed.js';
import { stageOf } from './stages.js';

const dealCode = 'Opportunity_Code__c';

/** What the firm's people and its administrator do in the product's own screens. */
export const actions = {
  closeOpportunity: (world: World, { code, outcome }: { code: string; outcome: 'win' | 'lost' }) => {
    if (outcome !== 'win' && outcome !== 'lost') throw new Error('a deal is closed with the outcome "win" or "lost"');
    return edit(world, 'Opportunity', dealCode, code, { StageName: stageOf[outcome] });
  },
  editOpportunity: (world: World, { code, fields }: { code: string; fields: Row }) =>
    edit(world, 'Opportunity', dealCode, code, fields),
  editAccount: (world: World, { code, fields }: { code: string; fields: Row }) =>
    edit(world, 'Account', 'Customer_Code__c', code, fields),
  createOpportunity: (world: World, input: { opportunity: Opportunity; lines: OpportunityLine[] }) => {
    const { opportunity, lines } = input;
    if (rowWith(world, 'Opportunity', dealCode, opportunity.code))
      throw new Error(`there already is an Opportunity "${opportunity.code}"`);
    const id = addOpportunity(world, opportunity, lines);
    world.store.record({ operation: 'create', entity: 'Opportunity', id, by: 'person', data: input });
    return { id };
  },
  expireSessions: (world: World) => endSessions(world),
  setDailyLimit: (world: World, { remaining }: { remaining: number }) => leave(world, remaining),
};

const rowWith = (world: World, object: string, field: string, value: string): Row | undefined =>
  world.store.find<Row>(object, (row) => row[field] === value);

function edit(world: World, object: string, codeField: string, code: string, fields: Row): { id: string } {
  const row = rowWith(world, object, codeField, code);
  if (!row) throw new Error(`there is no ${object} "${code}"`);
  change(world, typeOf(object), row, fields);
  const id = String(row.Id);
  world.store.record({ operation: 'update', entity: object, id, by: 'person', data: fields });
  return { id };
}
