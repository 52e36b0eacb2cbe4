import { resolve } from 'node:path';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '#testing';
import { PostgresJournal } from '../../apps/sandbox/src/core/journal.repository.js';
import { loadFirm } from '../../apps/sandbox/src/firm/load-firm.js';
import { readClose } from './close-record.js';

const firm = loadFirm(resolve('examples/meridian-consulting'));
const at = (time: string): number => Date.parse(`2026-12-31T${time}Z`);

let testDatabase: TestDatabase;
let database: pg.Pool;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = new pg.Pool({ connectionString: testDatabase.url, max: 1 });
  const journal = new PostgresJournal(testDatabase.url);
  await journal.prepare();
  await journal.close();
  await database.query(`create schema process_billing;
    create table process_billing.exception (subject_kind text, subject_id text, state text, created_at timestamptz,
      settled_at timestamptz)`);
});

afterAll(async () => {
  await database.end();
  await testDatabase.drop();
});

const record = (simulator: string, collection: string, id: string, data: object): Promise<unknown> =>
  database.query('insert into sandbox.record (simulator, collection, id, data) values ($1, $2, $3, $4)', [
    simulator,
    collection,
    id,
    data,
  ]);
const noted = (simulator: string, change: string, id: string, time: string): Promise<unknown> => {
  const [operation, entity] = change.split(' ');
  return database.query(
    `insert into sandbox.ledger (simulator, operation, entity, id, at, by) values ($1, $2, $3, $4, $5, 'api')`,
    [simulator, operation, entity, id, new Date(at(time))],
  );
};
const stopped = (entry: string, state: string, from: string, to: string | null): Promise<unknown> =>
  database.query(`insert into process_billing.exception values ('billing-line', $1, $2, $3, $4)`, [
    `TE-kantata-${entry}`,
    state,
    new Date(at(from)),
    to && new Date(at(to)),
  ]);

describe('what came of the time of a close', () => {
  it('is read from the ledgers and the journal: approved, charged, stopped, settled, and what it is worth', async () => {
    for (const [id, project] of [
      ['20', 'P-OPP-101'],
      ['21', 'P-OPP-102'],
    ] as const)
      await record('kantata', 'external_references', `r${id}`, {
        subject_type: 'Workspace',
        subject_id: id,
        service_model_ref: project,
      });
    const entry = { workspace_id: '20', currency: 'USD', rate_in_cents: 18_000, time_in_minutes: 45 };
    await record('kantata', 'time_entries', '1', entry);
    await record('kantata', 'time_entries', '2', {
      ...entry,
      workspace_id: '21',
      currency: 'EUR',
      time_in_minutes: 50,
    });
    await record('kantata', 'time_entries', '3', entry);
    // Recorded, and never approved.
    await record('kantata', 'time_entries', '4', entry);

    await noted('kantata', 'approve time_entry', '1', '17:00:00');
    await noted('kantata', 'approve time_entry', '2', '17:05:00');
    await noted('kantata', 'approve time_entry', '3', '17:01:00');
    // Approved again after a correction: what counts is when it was first to be billed.
    await noted('kantata', 'approve time_entry', '3', '17:30:00');
    await record('netsuite', 'timeBill', '91', { externalId: 'TE-kantata-1' });
    await noted('netsuite', 'create timeBill', '91', '17:02:30');
    await noted('netsuite', 'update timeBill', '91', '17:59:00');
    // Another product's record of the same id is another record.
    await noted('kantata', 'create timeBill', '91', '16:00:00');
    await record('netsuite', 'timeBill', '92', { externalId: 'TE-kantata-3' });
    await noted('netsuite', 'create timeBill', '92', '17:41:00');
    await stopped('3', 'settled', '17:02:00', '17:40:00');
    await stopped('2', 'open', '17:06:00', null);

    expect(await readClose(database, firm)).toEqual([
      {
        id: '1',
        legalEntity: 'MER-US',
        currency: 'USD',
        // 45 minutes at 180.00 an hour.
        worth: 13_500,
        approvedAt: at('17:00:00'),
        chargedAt: at('17:02:30'),
        stoppedAt: null,
        settledAt: null,
      },
      {
        id: '3',
        legalEntity: 'MER-US',
        currency: 'USD',
        worth: 13_500,
        approvedAt: at('17:01:00'),
        chargedAt: at('17:41:00'),
        stoppedAt: at('17:02:00'),
        settledAt: at('17:40:00'),
      },
      {
        id: '2',
        legalEntity: 'MER-DE',
        currency: 'EUR',
        // 50 minutes at 180.00 an hour.
        worth: 15_000,
        approvedAt: at('17:05:00'),
        chargedAt: null,
        stoppedAt: at('17:06:00'),
        settledAt: null,
      },
    ]);
  });
});
