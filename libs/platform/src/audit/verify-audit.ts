import { type DataSource, type EntityManager, rows } from '../database.js';
import { type AuditHead, breakAt, type ChainedEntry } from './audit-chain.js';
import { instant } from './audit-log.js';

/** What became of an audit log: `problem` names the first place where it is not what was written. */
export interface AuditReport {
  schema: string;
  entries: number;
  head: AuditHead;
  problem: string | null;
}

const portion = 1000;

/**
 * Follows an app's chain from its first entry to its head. `noted` is a head that was written down elsewhere before: a
 * chain that was forged as a whole, head and all, does not lead through it.
 */
export function verifyAudit(database: DataSource, schema: string, noted?: AuditHead): Promise<AuditReport> {
  // One snapshot, so that an entry appended meanwhile is no difference.
  return database.transaction('REPEATABLE READ', async (manager) => {
    const [head] = await rows<AuditHead>(
      manager,
      `select position::int as position, hash from ${quoted(schema)}.audit_head`,
    );
    const reached = await follow(manager, schema, noted);
    const problem = reached.problem ?? ending(head, reached) ?? beyond(noted, reached);
    return { schema, entries: reached.position, head: { position: reached.position, hash: reached.hash }, problem };
  });
}

/** Every schema of the database that has an audit log. */
export async function auditSchemas(database: DataSource): Promise<string[]> {
  const found = await rows<{ schema: string }>(
    database,
    `select table_schema as schema from information_schema.tables where table_name = 'audit_head' order by 1`,
  );
  return found.map(({ schema }) => schema);
}

async function follow(
  manager: EntityManager,
  schema: string,
  noted: AuditHead | undefined,
): Promise<AuditHead & { problem: string | null }> {
  let at: AuditHead = { position: 0, hash: '' };
  for (;;) {
    const entries = await rows<ChainedEntry>(
      manager,
      `select position::int as position, ${instant('at')} as at, actor, action, subject, reason,
              correlation_id as "correlationId", before, after, previous, hash
         from ${quoted(schema)}.audit where position > $1 order by position limit ${portion}`,
      [at.position],
    );
    for (const entry of entries) {
      const broken = breakAt(at, entry);
      if (broken) return { ...at, problem: broken };
      at = { position: entry.position, hash: entry.hash };
      if (noted?.position === at.position && noted.hash !== at.hash) {
        return { ...at, problem: `position ${at.position} is not the one that was noted` };
      }
    }
    if (entries.length < portion) return { ...at, problem: null };
  }
}

function ending(head: AuditHead | undefined, reached: AuditHead): string | null {
  if (!head) return 'the head is gone';
  if (head.position > reached.position) return `${head.position - reached.position} entries at the end are gone`;
  if (head.position < reached.position) return `entries after position ${head.position} were added past the head`;
  return head.hash === reached.hash ? null : 'the head was changed';
}

const beyond = (noted: AuditHead | undefined, reached: AuditHead): string | null =>
  noted && noted.position > reached.position ? `the noted position ${noted.position} is gone` : null;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
