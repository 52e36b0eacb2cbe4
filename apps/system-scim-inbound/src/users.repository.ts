import type { MigrationInterface, QueryRunner } from 'typeorm';
import { scim } from '#connector';
import { type DataSource, type EntityManager, rows } from '#platform';
import type { UserQuery } from './user-query.js';
import type { StoredUser } from './worker.js';

export class CreateUsers1700000000060 implements MigrationInterface {
  name = 'CreateUsers1700000000060';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table scim_user (
        position bigserial primary key, id uuid not null unique default gen_random_uuid(), instance text not null,
        user_name text not null, external_id text, worker_number text, attributes jsonb not null,
        version int not null default 1, created_at timestamptz not null default now(),
        modified_at timestamptz not null default now(), deleted boolean not null default false)`);
    await runner.query(
      'create unique index scim_user_name on scim_user (instance, lower(user_name)) where not deleted',
    );
    await runner.query('create index scim_user_external on scim_user (instance, external_id)');
    await runner.query('create index scim_user_worker on scim_user (instance, worker_number)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table scim_user');
  }
}

const columns = `id, attributes, version, created_at as "createdAt", modified_at as "modifiedAt", deleted, position`;

/** A stored user and its place in the order in which users came. */
export type UserRow = StoredUser & { position: string };

/** Users as identity platforms state them, by instance. */
export class UserRepository {
  constructor(readonly database: DataSource) {}

  /** Also who was deleted. */
  async find(instance: string, id: string): Promise<UserRow | undefined> {
    const sql = `select ${columns} from scim_user where instance = $1 and id = $2`;
    return (await rows<UserRow>(this.database, sql, [instance, id]))[0];
  }

  withNumber(instance: string, number: string): Promise<UserRow[]> {
    const sql = `select ${columns} from scim_user where instance = $1 and worker_number = $2 and not deleted limit 2`;
    return rows<UserRow>(this.database, sql, [instance, number]);
  }

  after(instance: string, position: string, limit: number): Promise<UserRow[]> {
    const sql = `select ${columns} from scim_user
                  where instance = $1 and position > $2 and not deleted order by position limit $3`;
    return rows<UserRow>(this.database, sql, [instance, position, limit]);
  }

  /** One page of those a filter means, in the order in which they came, and how many there are in all. */
  async search(
    instance: string,
    { where, values, offset, limit }: UserQuery,
  ): Promise<{ total: number; found: UserRow[] }> {
    const condition = ['instance = $1', 'not deleted', ...where].join(' and ');
    const given = [instance, ...values];
    const count = `select count(*)::int as total from scim_user where ${condition}`;
    const [counted] = await rows<{ total: number }>(this.database, count, given);
    const page = `select ${columns} from scim_user where ${condition} order by position limit ${limit} offset ${offset}`;
    return { total: counted!.total, found: limit === 0 ? [] : await rows<UserRow>(this.database, page, given) };
  }

  /** Holds a user until the transaction ends, so that of two changes one follows the other. */
  async hold(manager: EntityManager, instance: string, id: string): Promise<UserRow | undefined> {
    const sql = `select ${columns} from scim_user where instance = $1 and id = $2 and not deleted for update`;
    return (await rows<UserRow>(manager, sql, [instance, id]))[0];
  }

  async add(manager: EntityManager, instance: string, attributes: scim.Attributes): Promise<UserRow> {
    const sql = `insert into scim_user (instance, user_name, external_id, worker_number, attributes)
                 values ($1, $2, $3, $4, $5) returning ${columns}`;
    const [added] = await unique(
      rows<UserRow>(manager, sql, [instance, ...keysOf(attributes), JSON.stringify(attributes)]),
    );
    return added!;
  }

  async change(manager: EntityManager, id: string, attributes: scim.Attributes, deleted: boolean): Promise<UserRow> {
    const sql = `update scim_user set user_name = $2, external_id = $3, worker_number = $4, attributes = $5, deleted = $6,
                        version = version + 1, modified_at = now() where id = $1 returning ${columns}`;
    const values = [id, ...keysOf(attributes), JSON.stringify(attributes), deleted];
    const [changed] = await unique(rows<UserRow>(manager, sql, values));
    return changed!;
  }
}

/** What users are found by. */
const keysOf = (attributes: scim.Attributes): unknown[] => [
  attributes.userName,
  attributes.externalId ?? null,
  (attributes[scim.enterpriseSchema] as scim.Attributes | undefined)?.employeeNumber ?? null,
];

const uniqueViolation = '23505';

async function unique<T>(written: Promise<T>): Promise<T> {
  try {
    return await written;
  } catch (error) {
    if ((error as { code?: string }).code !== uniqueViolation) throw error;
    throw scim.refusal('uniqueness', 'another user has this userName');
  }
}
