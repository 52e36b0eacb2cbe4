import type { Effects } from '../../libs/connector/src/effects/effect-ledger.js';
import type { ClaimedEffect, EffectRow, Sending } from '../../libs/connector/src/effects/effect.repository.js';
import type { Memo } from '../../libs/connector/src/effects/protocol.js';

/** A row of the table `effect`, with moments in milliseconds of the database's clock. */
interface Row extends Omit<EffectRow, 'leasedForMs' | 'quarantineMs' | 'sentForMs'> {
  leaseUntil: number;
  resolveAfter: number;
  sentAt: number;
  naturalKey: string | null;
}

type Claimed = Parameters<Effects['claim']>[0];

/** The repository's transitions as plain code; that SQL says the same is tested against PostgreSQL. */
export class EffectRows {
  readonly rows = new Map<string, Row>();

  constructor(readonly now: () => number) {}

  claim({ id, fingerprint, leaseMs, sending }: Claimed): ClaimedEffect {
    const known = this.rows.get(id);
    const row = known ?? this.insert(id, fingerprint);
    const before = this.view(row);
    if (row.status === 'applied' || before.leasedForMs > 0) return { before, fence: row.fence, marked: false };
    row.fence += 1;
    row.leaseUntil = this.now() + leaseMs;
    if (row.status === 'prepared') row.fingerprint = fingerprint;
    const marked = !known && sending !== null;
    if (marked) this.markSending({ id, fence: row.fence, sameWindow: false, ...sending });
    return { before, fence: row.fence, marked };
  }

  extendLease(id: string, fence: number, leaseMs: number): boolean {
    return this.change(id, fence, true, (row) => {
      const until = this.now() + leaseMs;
      row.resolveAfter += until - row.leaseUntil;
      row.leaseUntil = until;
    });
  }

  markSending({ id, fence, quarantineMs, memo, sameWindow }: Sending): boolean {
    return this.change(id, fence, true, (row) => {
      row.status = 'sending';
      row.resolveAfter = row.leaseUntil + quarantineMs;
      row.memo = memo;
      if (!sameWindow) row.sentAt = this.now();
    });
  }

  note(id: string, fence: number, memo: Memo): boolean {
    return this.change(id, fence, false, (row) => {
      row.memo = memo;
    });
  }

  reserve(id: string, fence: number, naturalKey: string, rests: boolean): boolean {
    const others = [...this.rows.values()].filter((row) => row.id !== id && row.naturalKey === naturalKey);
    for (const other of others) {
      if (other.status === 'prepared' && other.leaseUntil <= this.now()) other.naturalKey = null;
    }
    const busy = others.some(
      (other) => other.naturalKey && (other.status !== 'applied' || (rests && other.resolveAfter > this.now())),
    );
    if (busy) return false;
    return this.change(id, fence, true, (row) => {
      row.naturalKey = naturalKey;
    });
  }

  markApplied(id: string, fence: number, result: unknown): boolean {
    return this.change(id, fence, false, (row) => {
      row.status = 'applied';
      row.result = result;
      row.leaseUntil = -Infinity;
    });
  }

  markRefused(id: string, fence: number): boolean {
    return this.change(id, fence, false, (row) => {
      row.status = 'prepared';
      row.memo = {};
      row.leaseUntil = -Infinity;
    });
  }

  markAmbiguous(id: string, fence: number): boolean {
    return this.change(id, fence, false, (row) => {
      row.leaseUntil = -Infinity;
    });
  }

  private insert(id: string, fingerprint: string): Row {
    const row: Row = {
      id,
      status: 'prepared',
      fingerprint,
      fence: 0,
      result: null,
      memo: {},
      leaseUntil: -Infinity,
      resolveAfter: -Infinity,
      sentAt: this.now(),
      naturalKey: null,
    };
    this.rows.set(id, row);
    return row;
  }

  view(row: Row): EffectRow {
    const { id, status, fingerprint, fence, result, memo } = row;
    const left = (moment: number): number => Math.max(0, Math.ceil(moment - this.now()));
    return {
      id,
      status,
      fingerprint,
      fence,
      result,
      memo: structuredClone(memo),
      leasedForMs: left(row.leaseUntil),
      quarantineMs: left(row.resolveAfter),
      sentForMs: Math.floor(this.now() - row.sentAt),
    };
  }

  private change(id: string, fence: number, leased: boolean, set: (row: Row) => void): boolean {
    const row = this.rows.get(id);
    if (!row || !this.mayAct(row, fence, leased)) return false;
    set(row);
    return true;
  }

  protected mayAct(row: Row, fence: number, leased: boolean): boolean {
    return row.fence === fence && (!leased || row.leaseUntil > this.now());
  }
}
