import pg from 'pg';
import { Failure } from '#kernel';

/** Two ways into one database: as the role that owns its tables, and as the one the app works with. */
export interface DatabaseRoles {
  ownerUrl: string;
  url: string;
}

/**
 * Gives the app's role the rights to work with the rows of these schemas, and takes all others: what is written once it
 * can only read and add to. Failure: `rejected` where the app's role could become the owner, who can do anything.
 */
export async function grantRows({ ownerUrl, url }: DatabaseRoles, schemas: string[]): Promise<void> {
  const role = await withClient(url, nameOfRole);
  await withClient(ownerUrl, async (owner) => {
    await refuseKin(owner, role);
    await owner.query('begin');
    // Two apps that grant on a schema they share would find each other's rows changed.
    await owner.query(`select pg_advisory_xact_lock(hashtext('throughline grants'))`);
    for (const statement of await statementsFor(owner, quoted(role), schemas)) await owner.query(statement);
    await owner.query('commit');
  });
}

/** The owner's own tables and sequences: what the role made itself is its own. */
async function statementsFor(owner: pg.Client, role: string, schemas: string[]): Promise<string[]> {
  const found = await owner.query<{ schema: string; table: string | null; isTable: boolean }>(
    `select nspname as schema, relname as table, relkind <> 'S' as "isTable" from pg_namespace
       left join pg_class on relnamespace = pg_namespace.oid and relkind in ('r', 'p', 'S')
        and relowner = (select oid from pg_roles where rolname = current_user) where nspname = any($1)`,
    [schemas],
  );
  const existing = [...new Set(found.rows.map(({ schema }) => schema))];
  return [
    ...existing.map((schema) => `grant ${rightsIn(schema)} on schema ${quoted(schema)} to ${role}`),
    ...found.rows.flatMap(({ schema, table, isTable }) => {
      if (table === null) return [];
      const name = `${quoted(schema)}.${quoted(table)}`;
      if (!isTable) return [`grant usage, select on sequence ${name} to ${role}`];
      return [`revoke all on ${name} from ${role}`, `grant ${rightsOn(`${schema}.${table}`)} on ${name} to ${role}`];
    }),
  ];
}

/** The queue makes a sequence for each queue it meets; it holds no record. */
const rightsIn = (schema: string): string => (schema === 'bullmq' ? 'usage, create' : 'usage');

const writtenOnce = ['audit', 'contract_version', 'contract_step'];

/** What is written once, and the head that only goes on. */
function rightsOn(table: string): string {
  if (writtenOnce.some((name) => table.endsWith(`.${name}`)) || table === 'events.log') return 'select, insert';
  if (table.endsWith('.audit_head')) return 'select, update';
  if (table.endsWith('.migration')) return 'select';
  return 'select, insert, update, delete';
}

async function refuseKin(owner: pg.Client, role: string): Promise<void> {
  const { rows } = await owner.query<{ kin: boolean }>(`select pg_has_role($1, current_user, 'member') as kin`, [role]);
  if (!rows[0]!.kin) return;
  throw new Failure(
    'rejected',
    `the role "${role}" of DATABASE_URL is, or could become, that of MIGRATION_DATABASE_URL`,
    {
      code: 'roles-not-apart',
      remedy: 'give DATABASE_URL a role of its own that is no superuser and no member of the owner',
    },
  );
}

async function nameOfRole(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ role: string }>('select current_user as role');
  return rows[0]!.role;
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'grants' });
  await client.connect().catch((cause: unknown) => {
    throw new Failure('unavailable', `cannot reach the database as "${new URL(url).username}": ${String(cause)}`, {
      remedy: 'check DATABASE_URL and MIGRATION_DATABASE_URL',
      cause,
    });
  });
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
