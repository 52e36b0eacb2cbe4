import { fingerprint } from '#kernel';

/** Ids and states, never values: what a record held may be confidential, and an audit log is kept for years. */
export type AuditRefs = Record<string, string>;

/** One entry as it stands in the chain. */
export interface ChainedEntry {
  position: number;
  /** By the database's clock, UTC, in microseconds. */
  at: string;
  actor: string;
  action: string;
  subject: string;
  reason: string | null;
  correlationId: string;
  before: AuditRefs;
  after: AuditRefs;
  /** Hash of the entry before; empty for the first. */
  previous: string;
  hash: string;
}

/** How far a chain goes. */
export interface AuditHead {
  position: number;
  hash: string;
}

export const hashOf = ({ hash: _hash, ...content }: Omit<ChainedEntry, 'hash'> & { hash?: string }): string =>
  fingerprint(content);

/** What is wrong with an entry that is met after this head; null where it goes on from it. */
export function breakAt(head: AuditHead, entry: ChainedEntry): string | null {
  const missing = entry.position - head.position - 1;
  if (missing > 0) return `${missing} entries before position ${entry.position} are gone`;
  if (entry.previous !== head.hash) return `position ${entry.position} does not follow the entry before it`;
  if (entry.hash !== hashOf(entry)) return `position ${entry.position} was changed`;
  return null;
}
