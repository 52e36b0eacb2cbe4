import { Failure } from '#kernel';
import { currentContext } from '../context.js';
import { type DataSource, type EntityManager, rows } from '../database.js';
import { type AuditHead, type AuditRefs, type ChainedEntry, hashOf } from './audit-chain.js';

/** What somebody did. */
export interface AuditEntry {
  actor: string;
  /** What was done, e.g. `exception.assign`. */
  action: string;
  /** What it was done to, e.g. `exception/<id>`. */
  subject: string;
  reason: string | null;
  before?: AuditRefs;
  after?: AuditRefs;
}

/** Moments as text of one form: the hash is over the text. */
export const instant = (moment: string): string =>
  `to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/**
 * Records what was done in the transaction that does it: one cannot be there without the other. Appending takes turns
 * until the transaction ends, so call it last.
 */
export async function recordAudit(manager: EntityManager, entry: AuditEntry): Promise<void> {
  if (!manager.queryRunner?.isTransactionActive) {
    throw new Failure('defect', `"${entry.action}" would be audited outside the transaction that does it`);
  }
  const [head] = await rows<AuditHead & { at: string }>(
    manager,
    `select position::int as position, hash, ${instant('clock_timestamp()')} as at from audit_head for update`,
  );
  const content: Omit<ChainedEntry, 'hash'> = {
    position: head!.position + 1,
    at: head!.at,
    actor: entry.actor,
    action: entry.action,
    subject: entry.subject,
    reason: entry.reason,
    correlationId: currentContext().correlationId,
    before: entry.before ?? {},
    after: entry.after ?? {},
    previous: head!.hash,
  };
  const hash = hashOf(content);
  await manager.query(
    `insert into audit (position, at, actor, action, subject, reason, correlation_id, before, after, previous, hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      content.position,
      content.at,
      content.actor,
      content.action,
      content.subject,
      content.reason,
      content.correlationId,
      JSON.stringify(content.before),
      JSON.stringify(content.after),
      content.previous,
      hash,
    ],
  );
  await manager.query('update audit_head set position = $1, hash = $2', [content.position, hash]);
}

/** An entry as it is shown to people. */
export type RecordedEntry = Pick<
  ChainedEntry,
  'position' | 'at' | 'actor' | 'action' | 'reason' | 'before' | 'after' | 'hash'
>;

/** What was done to one record, oldest first; of very many entries the latest. */
export function auditTrail(database: DataSource, subject: string, most = 200): Promise<RecordedEntry[]> {
  return rows(
    database,
    `select * from (
       select position::int as position, ${instant('at')} as at, actor, action, reason, before, after, hash
         from audit where subject = $1 order by audit.position desc limit $2) latest order by position`,
    [subject, most],
  );
}
