import type { JsonObject, PublishedContract, PublishedOperation } from '../contract/published-contract.js';
import { type FieldNode, type Fields, sentFields } from './field-tree.js';

/** One request as it is counted: names only. */
export interface Counted {
  operation: PublishedOperation;
  /** Client id of the caller. */
  consumer: string;
  status: number;
  body: unknown;
  query: unknown;
}

/** How often something was there since the last flush. */
export interface UsageRow {
  consumer: string;
  contract: string;
  version: string;
  /** Method and path. */
  operation: string;
  /** `call`: `name` is empty; `sent`: a field; `answered`: a status. */
  side: 'call' | 'sent' | 'answered';
  name: string;
  count: number;
  lastUse: Date;
}

interface Bucket {
  calls: number;
  lastUse: number;
  sent: number[];
  answered: Map<number, number>;
}

/** Stands for every consumer above the cap: what is counted for it is somebody's, nobody knows whose. */
export const others = '(others)';
/** Stands for tokens that do not say which client they were given to. */
export const unidentified = '(unidentified)';

const longestName = 120;

/**
 * Counts per consumer and operation which fields of the contract were sent and which statuses answered. Values are
 * looked at only for being there. Memory is bounded: at most `cap` pairs of consumer and operation, then one bucket more
 * an operation; a field that is in no contract is not counted.
 */
export class UsageCounter {
  private buckets = new Map<PublishedOperation, Map<string, Bucket>>();
  private size = 0;
  private readonly fields = new Map<PublishedOperation, Fields>();

  constructor(
    contracts: PublishedContract[],
    private readonly cap = 5_000,
  ) {
    for (const { document, operations } of contracts)
      for (const operation of operations) this.fields.set(operation, sentFields(document, operation));
  }

  count({ operation, consumer, status, body, query }: Counted): void {
    const bucket = this.bucketOf(operation, consumer);
    bucket.calls += 1;
    bucket.lastUse = Date.now();
    bucket.answered.set(status, (bucket.answered.get(status) ?? 0) + 1);
    const fields = this.fields.get(operation);
    if (!fields || fields.paths.length === 0) return;
    const seen = new Set<number>();
    note(fields.root, body, seen);
    note(fields.root, query, seen);
    for (const index of seen) bucket.sent[index] = (bucket.sent[index] ?? 0) + 1;
  }

  /** What was counted; counting begins anew. */
  take(): UsageRow[] {
    const taken = [...this.buckets].flatMap(([operation, consumers]) =>
      [...consumers].flatMap(([consumer, bucket]) => this.rowsOf(operation, consumer, bucket)),
    );
    this.buckets = new Map();
    this.size = 0;
    return taken;
  }

  private bucketOf(operation: PublishedOperation, consumer: string): Bucket {
    let consumers = this.buckets.get(operation);
    if (!consumers) this.buckets.set(operation, (consumers = new Map<string, Bucket>()));
    const known = consumers.get(consumer);
    if (known) return known;
    const name = this.size < this.cap ? consumer.slice(0, longestName) : others;
    let bucket = consumers.get(name);
    if (!bucket) {
      consumers.set(name, (bucket = { calls: 0, lastUse: 0, sent: [], answered: new Map() }));
      this.size += 1;
    }
    return bucket;
  }

  private rowsOf(operation: PublishedOperation, consumer: string, bucket: Bucket): UsageRow[] {
    const { contract, version, method, path } = operation;
    const shared = { consumer, contract, version, operation: `${method} ${path}`, lastUse: new Date(bucket.lastUse) };
    const { paths } = this.fields.get(operation) ?? { paths: [] };
    return [
      { ...shared, side: 'call', name: '', count: bucket.calls },
      ...bucket.sent.flatMap((count, index): UsageRow[] => [{ ...shared, side: 'sent', name: paths[index]!, count }]),
      ...[...bucket.answered].map(([status, count]): UsageRow => ({
        ...shared,
        side: 'answered',
        name: String(status),
        count,
      })),
    ];
  }
}

/** Notes which fields are there, each once a request. */
function note(node: FieldNode, value: unknown, seen: Set<number>): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    if (node.items) for (const item of value) note(node.items, item, seen);
    return;
  }
  for (const [name, child] of node.fields) {
    const held = Object.hasOwn(value, name) ? (value as JsonObject)[name] : undefined;
    if (held === undefined) continue;
    seen.add(child.index);
    if (child.fields.size > 0 || child.items) note(child, held, seen);
  }
}
