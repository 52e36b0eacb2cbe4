/** One change a caller made to a simulated product, as the product's own administrator would see it. */
export interface LedgerEntry {
  /** What happened in the vendor's words, e.g. `create`, `update`, `approve`. */
  operation: string;
  /** The vendor's record type, e.g. `job`. */
  entity: string;
  id: string;
  /** Who did it: `api` for a program, `person` for somebody using the product's own screens. */
  by: 'api' | 'person' | 'seed';
  correlationId?: string;
  effectId?: string;
  data?: unknown;
}

export type Pending =
  | { kind: 'put'; collection: string; id: string; data: unknown }
  | { kind: 'delete'; collection: string; id: string }
  | { kind: 'sequence'; name: string; value: number }
  | { kind: 'ledger'; entry: LedgerEntry };

export interface Snapshot {
  records: { collection: string; id: string; data: unknown }[];
  sequences: { name: string; value: number }[];
}

/** Keeps a simulator's changes; each call is one atomic, durable write. */
export interface Journal {
  load(simulator: string): Promise<Snapshot>;
  append(simulator: string, changes: Pending[]): Promise<void>;
}

/**
 * The state of one simulated product. Reads and writes are synchronous, so a handler is atomic; `settled()` resolves
 * when everything written so far is durable, and no reply leaves before that.
 */
export class Store {
  private readonly collections = new Map<string, Map<string, unknown>>();
  private readonly sequences = new Map<string, number>();
  /** Ids by the value of a field, for the fields that were looked up; forgotten when a value may have gone. */
  private readonly indexes = new Map<string, Map<unknown, string[]>>();
  private pending: Pending[] = [];
  /** How to take back what the atomic work under way has changed; null while there is none. */
  private undo: (() => void)[] | null = null;
  private flushing: Promise<void> = Promise.resolve();

  constructor(
    private readonly simulator: string,
    private readonly journal: Journal,
  ) {}

  async load(): Promise<void> {
    const snapshot = await this.journal.load(this.simulator);
    for (const { collection, id, data } of snapshot.records) this.collection(collection).set(id, data);
    for (const { name, value } of snapshot.sequences) this.sequences.set(name, value);
  }

  get isEmpty(): boolean {
    return this.collections.size === 0;
  }

  get<T>(collection: string, id: string): T | undefined {
    return this.collection(collection).get(id) as T | undefined;
  }

  /** All records in the order of their creation. */
  list<T>(collection: string): T[] {
    return [...this.collection(collection).values()] as T[];
  }

  find<T>(collection: string, matches: (record: T) => boolean): T | undefined {
    return this.list<T>(collection).find(matches);
  }

  /** The first record whose field has a value, however many records there are. */
  lookup<T>(collection: string, field: string, value: unknown): T | undefined {
    const [id] = this.idsOf(collection, field, value);
    return id === undefined ? undefined : this.get<T>(collection, id);
  }

  /** Every record whose field has a value, in the order of their creation. */
  where<T>(collection: string, field: string, value: unknown): T[] {
    return this.idsOf(collection, field, value).map((id) => this.get<T>(collection, id)!);
  }

  put(collection: string, id: string, data: object): void {
    const records = this.collection(collection);
    const before = records.get(id);
    this.undo?.push(() => {
      this.forgetIndexes(collection);
      if (before === undefined) records.delete(id);
      else records.set(id, before);
    });
    records.set(id, data);
    this.reindex(collection, id, { before, data });
    this.pending.push({ kind: 'put', collection, id, data: structuredClone(data) });
  }

  delete(collection: string, id: string): void {
    const records = this.collection(collection);
    if (this.undo) this.undo.push(restoring(records), () => this.forgetIndexes(collection));
    records.delete(id);
    this.forgetIndexes(collection);
    this.pending.push({ kind: 'delete', collection, id });
  }

  /** The next number of a named sequence, starting at `start`. */
  next(name: string, start = 1): number {
    const last = this.sequences.get(name) ?? start - 1;
    const value = last + 1;
    this.undo?.push(() => this.sequences.set(name, last));
    this.sequences.set(name, value);
    this.pending.push({ kind: 'sequence', name, value });
    return value;
  }

  record(entry: LedgerEntry): void {
    this.pending.push({ kind: 'ledger', entry });
  }

  /** Does all of `work`, or nothing of it where it throws. */
  atomically<T>(work: () => T): T {
    const outer = this.undo;
    const undo: (() => void)[] = (this.undo = []);
    const { length } = this.pending;
    try {
      const result = work();
      outer?.push(...undo);
      return result;
    } catch (error) {
      for (const step of undo.toReversed()) step();
      this.pending.length = length;
      throw error;
    } finally {
      this.undo = outer;
    }
  }

  /** Resolves when every change made before this call is durable. Concurrent callers share one commit. */
  settled(): Promise<void> {
    // An earlier failure was told to whoever waited for it; what it could not write is tried again now.
    this.flushing = this.flushing.catch(() => undefined).then(() => this.flush());
    return this.flushing;
  }

  private async flush(): Promise<void> {
    if (this.pending.length === 0) return;
    const batch = this.pending;
    this.pending = [];
    try {
      await this.journal.append(this.simulator, batch);
    } catch (error) {
      this.pending = [...batch, ...this.pending];
      throw error;
    }
  }

  private idsOf(collection: string, field: string, value: unknown): readonly string[] {
    const place = `${collection}/${field}`;
    const index = this.indexes.get(place) ?? this.index(collection, field);
    this.indexes.set(place, index);
    return index.get(value) ?? [];
  }

  private index(collection: string, field: string): Map<unknown, string[]> {
    const index = new Map<unknown, string[]>();
    for (const [id, record] of this.collection(collection)) add(index, (record as Record<string, unknown>)[field], id);
    return index;
  }

  /** A new record comes after all others; where one that was there has another value, the order is found out anew. */
  private reindex(collection: string, id: string, { before, data }: { before: unknown; data: object }): void {
    for (const [place, index] of this.indexesOf(collection)) {
      const field = place.slice(collection.length + 1);
      const value = (data as Record<string, unknown>)[field];
      if (before === undefined) add(index, value, id);
      else if ((before as Record<string, unknown>)[field] !== value) this.indexes.delete(place);
    }
  }

  private forgetIndexes(collection: string): void {
    for (const [place] of this.indexesOf(collection)) this.indexes.delete(place);
  }

  private indexesOf(collection: string): [string, Map<unknown, string[]>][] {
    return [...this.indexes].filter(([place]) => place.startsWith(`${collection}/`));
  }

  private collection(name: string): Map<string, unknown> {
    let found = this.collections.get(name);
    if (!found) this.collections.set(name, (found = new Map()));
    return found;
  }
}

function add(index: Map<unknown, string[]>, value: unknown, id: string): void {
  const ids = index.get(value);
  if (ids) ids.push(id);
  else index.set(value, [id]);
}

/** Gives a collection back what it holds now, in the order it holds it. */
function restoring(records: Map<string, unknown>): () => void {
  const whole = new Map(records);
  return () => {
    records.clear();
    for (const [id, data] of whole) records.set(id, data);
  };
}
