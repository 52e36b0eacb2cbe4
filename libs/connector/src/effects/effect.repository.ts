import type { MigrationInterface, QueryRunner } from 'typeorm';
import { type DataSource, rows } from '#platform';
import type { EffectStatus, Memo } from './protocol.js';

/** One intended change at a vendor. */
export interface EffectRow {
  id: string;
  status: EffectStatus;
  fingerprint: string;
  /** Grows with each claim; whoever holds an older one must not act. */
  fence: number;
  result: unknown;
  /** Somebody else is at it until then. */
  leasedForMs: number;
  /** How long until an unknown outcome may be read back. */
  quarantineMs: number;
  /** Since the vendor may first have seen the key that it knows now. */
  sentForMs: number;
  memo: Memo;
}

/** What is noted before the first byte leaves. */
export interface Sending {
  id: string;
  fence: number;
  quarantineMs: number;
  memo: Memo;
  /** A repeat under a key that the vendor still knows. */
  sameWindow: boolean;
}

/** From now until then; subtracted as numbers, since before PostgreSQL 17 an infinite time cannot be subtracted from. */
const msUntil = (moment: string): string =>
  `greatest(0, ceil((extract(epoch from ${moment}) - extract(epoch from clock_timestamp())) * 1000))::int`;

const columns = `id, status, fingerprint, fence::int as fence, result, memo,
  floor(extract(epoch from clock_timestamp() - sent_at) * 1000)::float8 as "sentForMs",
  ${msUntil('lease_until')} as "leasedForMs", ${msUntil('resolve_after')} as "quarantineMs"`;

export class CreateEffects1700000000001 implements MigrationInterface {
  name = 'CreateEffects1700000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table effect (
        id uuid primary key, instance text not null, operation text not null, key text not null,
        fingerprint text not null, correlation_id text not null,
        status text not null check (status in ('prepared', 'sending', 'applied')),
        fence bigint not null default 0, attempts int not null default 0,
        lease_until timestamptz not null default '-infinity', resolve_after timestamptz not null default '-infinity',
        result jsonb, last_failure text,
        created_at timestamptz not null default now(), updated_at timestamptz not null default now())`);
    await runner.query(`create index effect_open on effect (updated_at) where status <> 'applied'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table effect');
  }
}

/** What a repeat needs to be the same request, and the natural key it is alone at. */
export class AddEffectMemo1700000000006 implements MigrationInterface {
  name = 'AddEffectMemo1700000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table effect add column memo jsonb not null default '{}', add column natural_key text,
        add column sent_at timestamptz not null default now()`);
    await runner.query(
      `create index effect_natural_key on effect (instance, natural_key) where natural_key is not null`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table effect drop column memo, drop column natural_key, drop column sent_at`);
  }
}

/** Every transition is guarded by the fence and timed by the database's clock. */
export class EffectRepository {
  constructor(private readonly database: DataSource) {}

  /** Notes the intention and takes the lease where it is free; answers the row as it stood before the claim. */
  claim(intent: {
    id: string;
    instance: string;
    operation: string;
    key: string;
    fingerprint: string;
    correlationId: string;
    leaseMs: number;
  }): Promise<{ before: EffectRow; fence: number }> {
    const { id, instance, operation, key, fingerprint, correlationId, leaseMs } = intent;
    return this.database.transaction(async (manager) => {
      await manager.query(
        `insert into effect (id, instance, operation, key, fingerprint, correlation_id, status)
         values ($1, $2, $3, $4, $5, $6, 'prepared') on conflict (id) do nothing`,
        [id, instance, operation, key, fingerprint, correlationId],
      );
      const [before] = await rows<EffectRow>(manager, `select ${columns} from effect where id = $1 for update`, [id]);
      if (before!.status === 'applied' || before!.leasedForMs > 0) return { before: before!, fence: before!.fence };
      await manager.query(
        `update effect set fence = fence + 1, attempts = attempts + 1, updated_at = now(),
                fingerprint = case when status = 'prepared' then $2 else fingerprint end,
                lease_until = clock_timestamp() + $3 * interval '1 millisecond' where id = $1`,
        [id, fingerprint, leaseMs],
      );
      return { before: before!, fence: before!.fence + 1 };
    });
  }

  /** A live attempt stays the holder; the quarantine counts from its last sign of life. False where it was overtaken. */
  extendLease(id: string, fence: number, leaseMs: number): Promise<boolean> {
    return this.transition(
      `resolve_after = resolve_after + (clock_timestamp() + $3 * interval '1 millisecond' - lease_until),
       lease_until = clock_timestamp() + $3 * interval '1 millisecond'`,
      [id, fence, leaseMs],
      'and lease_until > clock_timestamp()',
    );
  }

  /** Committed before the first byte leaves; false where somebody else took over. */
  markSending({ id, fence, quarantineMs, memo, sameWindow }: Sending): Promise<boolean> {
    return this.transition(
      `status = 'sending', resolve_after = lease_until + $3 * interval '1 millisecond', memo = $4,
       sent_at = case when $5 then sent_at else clock_timestamp() end`,
      [id, fence, quarantineMs, JSON.stringify(memo), sameWindow],
      'and lease_until > clock_timestamp()',
    );
  }

  /** Keeps what was learned while sending. */
  note(id: string, fence: number, memo: Memo): Promise<boolean> {
    return this.transition('memo = $3', [id, fence, JSON.stringify(memo)]);
  }

  /**
   * Makes this effect the only one at a natural key; false while another may still be at it, or while what another
   * did may not show yet. One that died before it sent anything gives way.
   */
  reserve(id: string, fence: number, instance: string, naturalKey: string, rests: boolean): Promise<boolean> {
    return this.database.transaction(async (manager) => {
      await manager.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`${instance} ${naturalKey}`]);
      await manager.query(
        `update effect set natural_key = null where instance = $1 and natural_key = $2 and id <> $3
           and status = 'prepared' and lease_until <= clock_timestamp()`,
        [instance, naturalKey, id],
      );
      const reserved = await rows<{ id: string }>(
        manager,
        `update effect set natural_key = $4, updated_at = now()
          where id = $1 and fence = $2 and lease_until > clock_timestamp() and not exists (
            select 1 from effect other where other.instance = $3 and other.natural_key = $4 and other.id <> $1
              and (other.status <> 'applied' or ($5::boolean and other.resolve_after > clock_timestamp()))) returning id`,
        [id, fence, instance, naturalKey, rests],
      );
      return reserved.length === 1;
    });
  }

  markApplied(id: string, fence: number, result: unknown): Promise<boolean> {
    return this.transition(`status = 'applied', result = $3, lease_until = '-infinity', last_failure = null`, [
      id,
      fence,
      JSON.stringify(result ?? null),
    ]);
  }

  /** Certainly nothing was written: the next attempt starts afresh. */
  markRefused(id: string, fence: number, reason: string): Promise<boolean> {
    return this.transition(`status = 'prepared', memo = '{}', lease_until = '-infinity', last_failure = $3`, [
      id,
      fence,
      reason,
    ]);
  }

  /** The outcome is unknown: the next attempt reads before it sends. */
  markAmbiguous(id: string, fence: number, reason: string): Promise<boolean> {
    return this.transition(`lease_until = '-infinity', last_failure = $3`, [id, fence, reason]);
  }

  private async transition(set: string, values: unknown[], guard = ''): Promise<boolean> {
    const changed = await rows<{ id: string }>(
      this.database,
      `update effect set ${set}, updated_at = now() where id = $1 and fence = $2 ${guard} returning id`,
      values,
    );
    return changed.length === 1;
  }
}
