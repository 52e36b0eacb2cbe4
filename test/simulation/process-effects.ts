import type { Effects } from '../../libs/connector/src/effects/effect-ledger.js';
import type { Sending } from '../../libs/connector/src/effects/effect.repository.js';
import { leaseMs, type Memo } from '../../libs/connector/src/effects/protocol.js';
import type { EffectRows } from './simulated-effects.js';
import type { Invariant } from './invariants.js';
import type { Worker } from './worker.js';
import type { World } from './world.js';

/** Who claimed an effect last, and whether that attempt still runs. */
export interface Holder {
  worker: Worker;
  running: boolean;
}

/** The effects as one process reaches them: over a connection that may break after the commit. */
export class ProcessEffects implements Effects {
  constructor(
    private readonly world: World,
    private readonly worker: Worker,
    private readonly rows: EffectRows,
    private readonly holders: Map<string, Holder>,
    private readonly tell: {
      violate: (invariant: Invariant) => void;
      /** Which process the database serves, for as long as that takes. */
      serving: (worker: Worker | null) => void;
    },
  ) {}

  claim(intent: Parameters<Effects['claim']>[0]): ReturnType<Effects['claim']> {
    return this.commit('claim', () => {
      const leaseEnd = this.rows.rows.get(intent.id)?.leaseUntil ?? -Infinity;
      const claimed = this.rows.claim(intent);
      if (claimed.fence !== claimed.before.fence) this.checkHolder(intent.id, leaseEnd);
      return claimed;
    });
  }

  extendLease(id: string, fence: number, lease: number): Promise<boolean> {
    return this.commit('extend lease', () => this.rows.extendLease(id, fence, lease));
  }

  markSending(sending: Sending): Promise<boolean> {
    return this.commit('mark sending', () => this.rows.markSending(sending));
  }

  note(id: string, fence: number, memo: Memo): Promise<boolean> {
    return this.commit('note', () => this.rows.note(id, fence, memo));
  }

  reserve(id: string, fence: number, _instance: string, naturalKey: string, rests: boolean): Promise<boolean> {
    return this.commit('reserve', () => this.rows.reserve(id, fence, naturalKey, rests));
  }

  /** No simulated write makes items that only we know of. */
  ownItems(): Promise<never[]> {
    return Promise.resolve([]);
  }

  markApplied(id: string, fence: number, result: unknown): Promise<boolean> {
    return this.commit('mark applied', () => this.rows.markApplied(id, fence, result));
  }

  markRefused(id: string, fence: number): Promise<boolean> {
    return this.commit('mark refused', () => this.rows.markRefused(id, fence));
  }

  markAmbiguous(id: string, fence: number): Promise<boolean> {
    return this.commit('mark ambiguous', () => this.rows.markAmbiguous(id, fence));
  }

  /** A lease that ended by itself while its holder was well is a heartbeat that does not work. */
  private checkHolder(id: string, leaseEnd: number): void {
    const holder = this.holders.get(id);
    const well = holder?.worker.alive && holder.worker.disturbedAt + 2 * leaseMs < this.world.now;
    if (holder?.running && well && Number.isFinite(leaseEnd)) this.tell.violate('a live attempt is never overtaken');
    this.holders.set(id, { worker: this.worker, running: true });
  }

  private commit<T>(name: string, change: () => T): Promise<T> {
    return this.worker.step(name, () => {
      this.tell.serving(this.worker);
      const answer = change();
      this.tell.serving(null);
      this.world.tell(`database: ${name}: ${brief(answer)}`);
      if (this.world.strikes('commit without answer', 0.01)) throw new Error('connection lost');
      return answer;
    });
  }
}

function brief(answer: unknown): string {
  if (typeof answer !== 'object' || answer === null) return String(answer);
  const { before, fence } = answer as Awaited<ReturnType<Effects['claim']>>;
  const { status, leasedForMs, quarantineMs } = before;
  return `was ${status}, leased for ${leasedForMs} ms, quarantine ${quarantineMs} ms; fence now ${fence}`;
}
