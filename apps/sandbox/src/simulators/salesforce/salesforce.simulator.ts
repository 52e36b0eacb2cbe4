import type { Simulator, World } from '../../core/simulator.js';
import type { Opportunity, OpportunityLine } from '../../firm/firm.js';
import { tokenRoute } from './auth.js';
import { dataRoutes } from './data-routes.js';
import { SalesforceError } from './errors.js';
import type { Row } from './objects.js';
import { overwrite } from './records.js';
import { addOpportunity, seed } from './seed.js';

/** A Salesforce org on its REST API: sessions, SOQL, sObject rows. */
export const salesforce: Simulator = {
  name: 'salesforce',
  routes(app, world) {
    app.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
      if (error instanceof SalesforceError) return reply.code(error.status).send(error.body);
      return reply
        .code(error.statusCode ?? 500)
        .send([
          { message: error.message, errorCode: error.statusCode === 400 ? 'JSON_PARSER_ERROR' : 'UNKNOWN_EXCEPTION' },
        ]);
    });
    app.setNotFoundHandler((_request, reply) =>
      reply.code(404).send(new SalesforceError(404, 'NOT_FOUND', 'The requested resource does not exist').body),
    );
    tokenRoute(app, world);
    dataRoutes(app, world);
  },
  seed,
  actions: {
    closeOpportunity: (world, { code, outcome }: { code: string; outcome: 'win' | 'lost' }) => {
      const won = outcome === 'win';
      // Stage names are this firm's own; programs must look at IsWon and IsClosed.
      return edit(world, 'Opportunity', 'Opportunity_Code__c', code, {
        StageName: won ? 'Signed' : 'Lost to competitor',
        IsClosed: true,
        IsWon: won,
        Probability: won ? 100 : 0,
        ForecastCategoryName: won ? 'Closed' : 'Omitted',
      });
    },
    editOpportunity: (world, { code, fields }: { code: string; fields: Row }) =>
      edit(world, 'Opportunity', 'Opportunity_Code__c', code, fields),
    editAccount: (world, { code, fields }: { code: string; fields: Row }) =>
      edit(world, 'Account', 'Customer_Code__c', code, fields),
    createOpportunity: (world, { opportunity, lines }: { opportunity: Opportunity; lines: OpportunityLine[] }) => {
      const id = addOpportunity(world, opportunity, lines);
      world.store.record({ operation: 'create', entity: 'Opportunity', id, by: 'person' });
      return { id };
    },
    expireSessions: (world) => {
      for (const { token } of world.store.list<{ token: string }>('session')) world.store.delete('session', token);
    },
    setDailyLimit: (world, { remaining }: { remaining: number }) => world.store.put('limit', 'daily', { remaining }),
  },
};

function edit(world: World, object: string, codeField: string, code: string, fields: Row): { id: string } {
  const row = world.store.find<Row>(object, (candidate) => candidate[codeField] === code);
  if (!row) throw new Error(`there is no ${object} "${code}"`);
  overwrite(world, object, row, fields);
  world.store.record({ operation: 'update', entity: object, id: String(row.Id), by: 'person', data: fields });
  return { id: String(row.Id) };
}
