import { createTestDatabase, type TestDatabase } from '#testing';
import { withContext } from '../context.js';
import { type DataSource, openDatabase, rows } from '../database.js';
import { recordAudit } from './audit-log.js';
import { CreateAudit1700000000030, GuardAuditHead1700000000052 } from './audit-schema.js';
import { auditSchemas, verifyAudit } from './verify-audit.js';

let testDatabase: TestDatabase;
let database: DataSource;
const schema = 'audited';
const migrations = [CreateAudit1700000000030, GuardAuditHead1700000000052];

beforeEach(async () => {
  testDatabase = await createTestDatabase();
  database = await openDatabase({ url: testDatabase.url, schema, migrations });
});

afterEach(async () => {
  await database.destroy();
  await testDatabase.drop();
});

const note = (subject: string): Promise<void> =>
  withContext({ correlationId: `c-${subject}`, actor: null }, () =>
    database.transaction((manager) =>
      recordAudit(manager, {
        actor: 'Dana',
        action: 'thing.assign',
        subject,
        reason: 'hers – “really”',
        before: { assignee: 'nobody' },
        after: { assignee: 'Rafael', state: 'open' },
      }),
    ),
  );

const threeEntries = async (): Promise<void> => {
  for (const subject of ['thing/1', 'thing/2', 'thing/3']) await note(subject);
};

/** What somebody with every right to the database can do. */
const tamper = async (sql: string): Promise<void> => {
  for (const table of ['audit', 'audit_head']) await database.query(`alter table ${table} disable trigger user`);
  await database.query(sql);
  for (const table of ['audit', 'audit_head']) await database.query(`alter table ${table} enable trigger user`);
};

const problem = async (): Promise<string | null> => (await verifyAudit(database, schema)).problem;

describe('the audit log', () => {
  it('says who did what to what, when and why, each entry with the hash of the one before', async () => {
    await threeEntries();
    const entries = await rows<{ previous: string; hash: string }>(
      database,
      `select actor, action, subject, reason, correlation_id, before, after, previous, hash,
              at between now() - interval '1 minute' and clock_timestamp() as recent from audit order by position`,
    );
    expect(entries[0]).toMatchObject({
      actor: 'Dana',
      action: 'thing.assign',
      subject: 'thing/1',
      reason: 'hers – “really”',
      correlation_id: 'c-thing/1',
      before: { assignee: 'nobody' },
      after: { assignee: 'Rafael', state: 'open' },
      recent: true,
    });
    expect(entries.map(({ previous }) => previous)).toEqual(['', entries[0]!.hash, entries[1]!.hash]);
    expect(await verifyAudit(database, schema)).toMatchObject({ entries: 3, problem: null });
    expect(await auditSchemas(database)).toEqual([schema]);
  });

  it('is empty and in order before the first entry', async () => {
    expect(await verifyAudit(database, schema)).toMatchObject({ entries: 0, problem: null });
  });

  it('refuses to change, delete or empty what is written', async () => {
    await threeEntries();
    await expect(database.query(`update audit set actor = 'Nobody'`)).rejects.toThrow('never changed');
    await expect(database.query('delete from audit where position = 2')).rejects.toThrow('never changed');
    await expect(database.query('truncate audit')).rejects.toThrow('never changed');
  });

  it.each([
    'update audit_head set position = position - 1',
    'update audit_head set position = position + 2',
    `update audit_head set hash = 'another'`,
    'delete from audit_head',
    'truncate audit_head',
  ])('refuses %p: its head only goes on', async (sql) => {
    await threeEntries();
    await expect(database.query(sql)).rejects.toThrow('only goes on');
    expect(await problem()).toBeNull();
  });

  it('is guarded in every session, also one that replays the changes of another database', async () => {
    await threeEntries();
    const runner = database.createQueryRunner();
    await runner.query('set session_replication_role = replica');
    await expect(runner.query('delete from audit')).rejects.toThrow('never changed');
    await expect(runner.query('delete from audit_head')).rejects.toThrow('only goes on');
    await runner.query('reset session_replication_role');
    await runner.release();
  });

  it('stays one chain when many write at once', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, index) => note(`thing/${index}`)));
    expect(await verifyAudit(database, schema)).toMatchObject({ entries: 20, problem: null });
  });

  it('keeps nothing of a change that was rolled back', async () => {
    await threeEntries();
    const undone = database.transaction(async (manager) => {
      await recordAudit(manager, { actor: 'Dana', action: 'thing.assign', subject: 'thing/4', reason: null });
      throw new Error('the change failed');
    });
    await expect(undone).rejects.toThrow('the change failed');
    expect(await verifyAudit(database, schema)).toMatchObject({ entries: 3, problem: null });
  });

  it('refuses an entry outside the transaction of its change', async () => {
    const loose = recordAudit(database.manager, { actor: 'Dana', action: 'thing.assign', subject: 'x', reason: null });
    await expect(loose).rejects.toThrow('outside the transaction');
  });

  it.each([
    ['a changed entry', `update audit set reason = 'other' where position = 2`, 'position 2 was changed'],
    ['a backdated entry', `update audit set at = at - interval '1 microsecond' where position = 2`, 'position 2 was'],
    ['a deleted entry', 'delete from audit where position = 2', '1 entries before position 3 are gone'],
    ['a deleted first entry', 'delete from audit where position = 1', '1 entries before position 2 are gone'],
    ['a deleted last entry', 'delete from audit where position = 3', '1 entries at the end are gone'],
    ['an emptied log', 'delete from audit', '3 entries at the end are gone'],
    [
      'an inserted entry',
      `insert into audit select 4, at, 'Nobody', action, subject, reason, correlation_id, before, after, hash, hash
         from audit where position = 3`,
      'position 4 was changed',
    ],
    [
      'two entries swapped',
      `update audit set position = case position when 2 then 12 else 13 end where position > 1;
       update audit set position = case position when 12 then 3 else 2 end where position > 1`,
      'position 2 does not follow',
    ],
    ['a head set back', `update audit_head set position = 2`, 'after position 2 were added past the head'],
    ['a deleted head', `delete from audit_head`, 'the head is gone'],
  ])('shows %s', async (_what, sql, expected) => {
    await threeEntries();
    for (const statement of sql.split(';')) await tamper(statement);
    expect(await problem()).toContain(expected);
  });

  it('forged from beginning to end, head and all, does not lead through a head noted elsewhere', async () => {
    await threeEntries();
    const { head } = await verifyAudit(database, schema);
    await tamper('delete from audit');
    await tamper(`update audit_head set position = 0, hash = ''`);
    await threeEntries();
    await note('thing/4');
    expect(await problem()).toBeNull();
    expect((await verifyAudit(database, schema, head)).problem).toBe('position 3 is not the one that was noted');
  });
});
