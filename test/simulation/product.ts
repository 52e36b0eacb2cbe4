import { Failure } from '#kernel';
import type { World } from './world.js';

export const deadlineMs = 30_000;
export const longestServerMs = 60_000;
export const longestIndexLagMs = 20_000;
export const keyLifetimeMs = 300_000;

export interface ProductRecord {
  id: string;
  reference: string;
  /** Which change it came from: the simulation's own knowledge, which no reply tells. */
  origin: string;
  naturalKey: string;
  body: string;
  visibleFrom: number;
}

interface KeyedReply {
  at: number;
  body: string;
  reply: unknown;
}

/** A vendor's product that does what vendors do: loses replies, commits late, shows records late, forgets keys. */
export class Product {
  readonly records: ProductRecord[] = [];
  readonly jobs = new Map<string, { body: string; result: unknown }>();
  private readonly keys = new Map<string, KeyedReply>();

  constructor(private readonly world: World) {}

  /** A changing request arrives. `commit` does it, now or too late; what comes back is for the fault to say. */
  async change<T>(commit: () => T): Promise<T> {
    const { world } = this;
    if (world.strikes('refused', 0.08)) throw refusal(world);
    if (world.strikes('never arrived', 0.06)) return this.silence();
    if (world.strikes('late commit', 0.12)) {
      world.after(world.between(1_000, longestServerMs), commit);
      return this.silence();
    }
    const reply = commit();
    if (world.strikes('lost reply', 0.15)) return this.silence();
    if (world.strikes('unreadable', 0.03)) throw new Failure('outcome-unknown', 'HTML instead of JSON');
    if (world.chance(0.1)) await world.sleep(world.between(100, deadlineMs));
    return reply;
  }

  /** The same under an idempotency key, which is known from arrival and for a while. */
  changeOnce<T>(key: string, body: string, commit: () => T): Promise<T> {
    const known = this.keys.get(key);
    if (known && this.world.now < known.at + keyLifetimeMs) {
      if (known.body !== body)
        throw new Failure('rejected', 'the key was used with another body', { code: 'key-body' });
      if (known.reply === undefined) throw new Failure('outcome-unknown', 'still at it');
      return this.change(() => known.reply as T);
    }
    const entry: KeyedReply = { at: this.world.now, body, reply: undefined };
    this.keys.set(key, entry);
    return this.change(() => {
      const reply = commit();
      entry.reply = reply;
      return reply;
    }).catch((error: unknown) => {
      // Nothing was done under it, so nothing is remembered.
      if (Failure.from(error).kind !== 'outcome-unknown') this.keys.delete(key);
      throw error;
    });
  }

  insert(record: Omit<ProductRecord, 'id' | 'visibleFrom'>): { id: string } {
    const { world } = this;
    const lag = world.strikes('index lag', 0.4) ? world.between(500, longestIndexLagMs) : 0;
    const id = String(this.records.length + 1);
    this.records.push({ ...record, id, visibleFrom: world.now + lag });
    world.tell(`vendor: record ${id} for ${record.origin} committed, shown after ${lag} ms`);
    return { id };
  }

  upsert(record: Omit<ProductRecord, 'id' | 'visibleFrom'>): { id: string } {
    const there = this.records.find(({ reference }) => reference === record.reference);
    if (!there) return this.insert(record);
    there.body = record.body;
    return { id: there.id };
  }

  submit(key: string, body: string, commit: () => unknown): string {
    const job = this.jobs.get(key);
    if (job && job.body !== body) throw new Failure('rejected', 'submitted with another body', { code: 'key-body' });
    if (!job) {
      const entry: { body: string; result: unknown } = { body, result: undefined };
      this.jobs.set(key, entry);
      this.world.after(this.world.between(1_000, 240_000), () => {
        entry.result = commit();
      });
    }
    return `/jobs/${key}`;
  }

  /** A reading request; it may fail, which says nothing. */
  async read<T>(answer: () => T): Promise<T> {
    if (this.world.strikes('unreadable', 0.08)) throw new Failure('unavailable', 'cannot be read now');
    return answer();
  }

  shown(matches: (record: ProductRecord) => boolean): ProductRecord[] {
    return this.records.filter((record) => record.visibleFrom <= this.world.now && matches(record));
  }

  private async silence(): Promise<never> {
    await this.world.sleep(this.world.chance(0.5) ? deadlineMs : this.world.between(10, deadlineMs));
    throw new Failure('outcome-unknown', 'no answer');
  }
}

const refusal = (world: World): Failure =>
  new Failure(world.pick(['unavailable', 'throttled', 'rejected'] as const), 'refused; nothing was written');
