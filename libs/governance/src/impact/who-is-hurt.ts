import type { Finding } from '../finding.js';
import { touches, type Use } from './touches.js';

export type Harm = 'affected' | 'not-affected' | 'unknown';

/** Somebody who may call. */
export interface KnownConsumer {
  clientId: string;
  name: string | null;
  owner: string | null;
  /** What it says it uses of the contract; null where it does not say. */
  declared: Use[] | null;
}

/** What is recorded of use of a contract. */
export interface UsageRecord {
  /** Use by consumer and operation. */
  uses: (Use & { clientId: string })[];
  /** Clients with any record at all, of whatever contract. */
  active: ReadonlySet<string>;
  /** Calls by clients nobody can name: over the cap of what is counted, or with tokens that do not say. */
  unnamed: Use[];
}

export interface Impact {
  clientId: string;
  name: string | null;
  owner: string | null;
  harm: Harm;
  /** Last call of what changes; null where there is none on record. */
  lastUse: string | null;
  /** Calls of what changes. */
  calls: number;
  /** Operations and fields it uses that change. */
  because: string[];
}

const order: Harm[] = ['affected', 'unknown', 'not-affected'];

/**
 * Whom changes hurt, by what is on record. "Not affected" needs a record or a declaration of what a consumer uses;
 * without either it is "unknown", and so is everybody while calls that change cannot be told apart by client.
 */
export function whoIsHurt(findings: Finding[], usage: UsageRecord, consumers: KnownConsumer[]): Impact[] {
  const harmful = findings.filter(({ level }) => level === 'breaking' || level === 'dangerous');
  const blurred = harmful.some((finding) => usage.unnamed.some((use) => touches(finding, use)));
  const known = new Map(consumers.map((consumer) => [consumer.clientId, consumer]));
  for (const { clientId } of usage.uses) {
    if (!known.has(clientId)) known.set(clientId, { clientId, name: null, owner: null, declared: null });
  }
  return [...known.values()]
    .map((consumer) => impactOn(consumer, harmful, usage, blurred))
    .toSorted((a, b) => order.indexOf(a.harm) - order.indexOf(b.harm) || b.calls - a.calls);
}

function impactOn(consumer: KnownConsumer, harmful: Finding[], usage: UsageRecord, blurred: boolean): Impact {
  const { clientId, name, owner, declared } = consumer;
  const recorded = usage.uses.filter((use) => use.clientId === clientId);
  const hit = recorded.filter((use) => harmful.some((finding) => touches(finding, use)));
  const said = (declared ?? []).filter((use) => harmful.some((finding) => touches(finding, use)));
  const isSeen = usage.active.has(clientId) && !blurred;
  const harm = hit.length + said.length > 0 ? 'affected' : isSeen || declared ? 'not-affected' : 'unknown';
  return {
    clientId,
    name,
    owner,
    harm: harmful.length === 0 ? 'not-affected' : harm,
    lastUse: hit.map(({ lastUse }) => lastUse).reduce((last, one) => (one && (!last || one > last) ? one : last), null),
    calls: hit.reduce((sum, { calls }) => sum + calls, 0),
    because: reasons(harmful, [...hit, ...said]),
  };
}

const reasons = (harmful: Finding[], uses: Use[]): string[] => [
  ...new Set(
    harmful.flatMap((finding) =>
      uses
        .filter((use) => touches(finding, use))
        .map(({ operation }) => [operation, finding.field].filter(Boolean).join(' ')),
    ),
  ),
];
