import { createTestDatabase, createTestRole, type TestDatabase } from '#testing';
import { Failure } from '#kernel';
import { type DataSource, openDatabase } from '../database.js';
import { recordAudit } from './audit-log.js';
import { CreateAudit1700000000030, GuardAuditHead1700000000052 } from './audit-schema.js';
import { verifyAudit } from './verify-audit.js';

const options = { schema: 'audited', migrations: [CreateAudit1700000000030, GuardAuditHead1700000000052] };

let testDatabase: TestDatabase;
let owner: TestRole;
let app: TestRole;
let database: DataSource;

type TestRole = Awaited<ReturnType<typeof createTestRole>>;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  owner = await createTestRole(testDatabase, { mayCreate: true });
  app = await createTestRole(testDatabase);
  database = await openDatabase({ ...options, url: app.url, ownerUrl: owner.url });
});

afterAll(async () => {
  await database?.destroy();
  await testDatabase.drop();
  await Promise.all([owner.drop(), app.drop()]);
});

const note = (): Promise<void> =>
  database.transaction((manager) =>
    recordAudit(manager, { actor: 'Dana', action: 'thing.assign', subject: 'thing/1', reason: null }),
  );

describe('the audit log under an owner of its own', () => {
  it('is written and verified by the app, which owns nothing', async () => {
    await note();
    await note();
    expect(await verifyAudit(database, options.schema)).toMatchObject({ entries: 2, problem: null });
  });

  it.each([
    `update audit set actor = 'Nobody'`,
    'delete from audit',
    'truncate audit',
    'delete from audit_head',
    'truncate audit_head',
    'insert into audit_head (only_one, position, hash) values (true, 0, $$x$$)',
    'alter table audit disable trigger user',
    'drop trigger audit_is_kept on audit',
    'create or replace function audit_is_kept() returns trigger language plpgsql as $$ begin return new; end $$',
    'drop table audit',
    'drop schema audited cascade',
    'grant update on audit to current_user',
    'set session_replication_role = replica',
    `insert into migration (timestamp, name) values (1, 'x')`,
  ])('refuses the app %p', async (sql) => {
    // PostgreSQL only warns where somebody without the right grants one.
    const refused = database.query(sql).then(() => database.query(`update audit set actor = 'Nobody'`));
    await expect(refused).rejects.toThrow(/permission denied|must be owner|no privileges/);
    expect((await verifyAudit(database, options.schema)).problem).toBeNull();
  });

  it('is opened without the owner where there is nothing to migrate, and not where there is', async () => {
    const again = await openDatabase({ ...options, url: app.url });
    await again.destroy();
    await expect(openDatabase({ ...options, schema: 'another', url: app.url })).rejects.toThrow('permission denied');
  });

  it('is granted again at every start, also by several at once', async () => {
    const opened = await Promise.all(
      [1, 2, 3].map(() => openDatabase({ ...options, url: app.url, ownerUrl: owner.url })),
    );
    await Promise.all(opened.map((one) => one.destroy()));
    await note();
    expect((await verifyAudit(database, options.schema)).problem).toBeNull();
  });

  it('is not opened as the owner, nor by a role that could become it', async () => {
    const kin = await createTestRole(testDatabase, { memberOf: owner.name });
    for (const url of [owner.url, kin.url, testDatabase.url]) {
      const failure = await openDatabase({ ...options, url, ownerUrl: owner.url }).then(
        () => null,
        (error: unknown) => Failure.from(error),
      );
      expect(failure).toMatchObject({ kind: 'rejected', detail: { code: 'roles-not-apart' } });
    }
    await kin.drop();
  });
});
