import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createTestDatabase, type TestDatabase } from '#testing';
import type { ServiceTokens } from '../auth/tokens.js';
import type { AppConfig } from '../config.js';
import { withContext } from '../context.js';
import { type DataSource, openDatabase, rows } from '../database.js';
import { EstateView } from '../estate/estate-view.js';
import { loadEstate } from '../estate/load-estate.js';
import { CreateRouting1700000000090 } from '../routing/routing-schema.js';
import { Systems } from './systems.js';

const estate = new EstateView(loadEstate('examples/meridian-consulting/estate.yaml', {}));

let testDatabase: TestDatabase;
let database: DataSource;
let server: Server;
let systems: Systems;
/** What the live system was asked, with the key. */
let asked: string[] = [];
let refusing = false;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = await openDatabase({
    url: testDatabase.url,
    schema: 'process_test',
    migrations: [CreateRouting1700000000090],
  });
  server = createServer(({ method, url, headers }, reply) => {
    asked.push(`${method} ${url} ${String(headers['idempotency-key'])}`);
    const problem = { kind: 'rejected', detail: 'no' };
    const answer =
      method === 'GET' ? { items: [{ id: '4', reference: null, name: 'N', taxNumber: 'DE8' }] } : { id: '7' };
    reply.writeHead(refusing ? 422 : 200, { 'content-type': 'application/json' });
    reply.end(JSON.stringify(refusing ? problem : answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const live = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const config = { addresses: { 'system-netsuite': live } } as unknown as AppConfig;
  const tokens = { tokenFor: () => Promise.resolve('token') } as unknown as ServiceTokens;
  systems = new Systems(config, estate, tokens, database);
  await database.query(
    `insert into routing.decision (id, domain, legal_entity, action, live, shadow, instead_of, reason, requester,
                                   requested_by, since)
     values (gen_random_uuid(), 'erp', 'MER-DE', 'dual-run', 'netsuite', 's4hana', 'netsuite', 'test', 'm', 'm', now())`,
  );
});
beforeEach(async () => {
  asked = [];
  refusing = false;
  await database.query('truncate routing.shadow_write, routing.identity');
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await database.destroy();
  await testDatabase.drop();
});

const context = { correlationId: 'c-7', actor: null, run: { workflow: 'project-mobilisation', begun: 'infinity' } };
const activate = (legalEntity: string) =>
  withContext(context, () =>
    systems.for('erp', legalEntity).activateProject({ reference: 'P-7', key: 'key-of-the-step' }),
  );
const noted = () =>
  rows(database, 'select shadow, record, workflow, key, correlation_id as "correlationId" from routing.shadow_write');

const note = {
  shadow: 's4hana',
  record: 'project P-7',
  workflow: 'project-mobilisation',
  key: 'key-of-the-step',
  correlationId: 'c-7',
};

describe('a system', () => {
  it('that refuses is named by the failure', async () => {
    refusing = true;
    await expect(activate('MER-US')).rejects.toMatchObject({ kind: 'rejected', detail: { system: 'netsuite' } });
    await expect(systems.named('erp', 'netsuite').getProject({ reference: 'P-7' })).rejects.toMatchObject({
      detail: { system: 'netsuite' },
    });
  });
});

describe('a system with a shadow (F13)', () => {
  it('whose write succeeded has it noted once, also when the first note was lost and the step is asked again', async () => {
    await database.query('alter table routing.shadow_write add constraint full_disk check (false)');
    await expect(activate('MER-DE')).rejects.toThrow('full_disk');
    await database.query('alter table routing.shadow_write drop constraint full_disk');
    for (let time = 0; time < 2; time += 1) expect(await activate('MER-DE')).toEqual({ id: '7' });
    expect(asked).toEqual(Array(3).fill('POST /v1/erp/netsuite/projects/P-7/activation key-of-the-step'));
    expect(await noted()).toEqual([note]);
  });

  it('that refused a write leaves nothing to repeat', async () => {
    refusing = true;
    await expect(activate('MER-DE')).rejects.toMatchObject({ kind: 'rejected' });
    expect(await noted()).toEqual([]);
  });

  it('is asked alone, and what its answer gives away about its ids is kept', async () => {
    await withContext(context, () => systems.for('erp', 'MER-DE').findCustomers({ taxNumber: 'DE8' }));
    expect(asked).toHaveLength(1);
    expect(await noted()).toEqual([]);
    expect(await rows(database, 'select instance, kind, id, names from routing.identity')).toEqual([
      { instance: 'netsuite', kind: 'customer', id: '4', names: { reference: null, taxNumber: 'DE8', name: 'N' } },
    ]);
  });

  it('has none for another legal entity', async () => {
    await activate('MER-US');
    expect(await noted()).toEqual([]);
  });
});
