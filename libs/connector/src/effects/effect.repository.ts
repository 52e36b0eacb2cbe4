import {
  type DataSource,
  fencedCommit,
  type Fenced,
  GroupCommit,
  type Locked,
  preparedRows,
  rows,
  takeOut,
} from '#platform';
import type { Written } from '../ownership/written.js';
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

/** Items that an effect is about to make. */
export interface Owning {
  id: string;
  fence: number;
  instance: string;
  operation: string;
  references: string[];
}

/** An item that another effect has; `made` where it certainly did make it. */
export interface Owned {
  reference: string;
  made: boolean;
}

/** From now until then; subtracted as numbers, since before PostgreSQL 17 an infinite time cannot be subtracted from. */
const msUntil = (moment: string): string =>
  `greatest(0, ceil((extract(epoch from ${moment}) - extract(epoch from clock_timestamp())) * 1000))::int`;

const columns = `id, status, fingerprint, fence::int as fence, result, memo,
  floor(extract(epoch from clock_timestamp() - sent_at) * 1000)::float8 as "sentForMs",
  ${msUntil('lease_until')} as "leasedForMs", ${msUntil('resolve_after')} as "quarantineMs"`;

/** What is noted before anything else. */
export interface NewClaim {
  id: string;
  instance: string;
  operation: string;
  key: string;
  fingerprint: string;
  correlationId: string;
  leaseMs: number;
  /** Noted in the same commit where the effect is new; null where something has to be learned before it is sent. */
  sending: Pick<Sending, 'memo' | 'quarantineMs'> | null;
  /** What it says about attributes that somebody can own. */
  written?: Written | null;
}

/** The row as it stood before the claim, and what the claim may act on. */
export interface ClaimedEffect {
  before: EffectRow;
  fence: number;
  /** Whether the sending is noted already. */
  marked: boolean;
}

/**
 * Every transition is guarded by the fence and timed by the database's clock. Effects that are under way at the same
 * time share their commits.
 */
export class EffectRepository {
  private readonly claims: GroupCommit<NewClaim, ClaimedEffect>;
  private readonly extending = this.transition<{ leaseMs: number }>({
    values: '"leaseMs" float8',
    set: `resolve_after = resolve_after + (clock_timestamp() + "leaseMs" * interval '1 millisecond' - lease_until),
          lease_until = clock_timestamp() + "leaseMs" * interval '1 millisecond'`,
    where: 'lease_until > clock_timestamp()',
  });
  private readonly sending = this.transition<Sending>({
    values: '"quarantineMs" float8, memo jsonb, "sameWindow" boolean',
    set: `status = 'sending', resolve_after = lease_until + "quarantineMs" * interval '1 millisecond',
          memo = wanted.memo, sent_at = case when "sameWindow" then sent_at else clock_timestamp() end`,
    where: 'lease_until > clock_timestamp()',
  });
  private readonly noting = this.transition<{ memo: Memo }>({
    values: 'memo jsonb',
    set: 'memo = wanted.memo',
  });
  private readonly applying = this.transition<{ result: unknown }>({
    values: 'result jsonb',
    set: `status = 'applied', result = wanted.result, lease_until = '-infinity', last_failure = null`,
  });
  private readonly refusing = this.transition<{ reason: string }>({
    values: 'reason text',
    set: `status = 'prepared', memo = '{}', lease_until = '-infinity', last_failure = reason`,
  });
  private readonly doubting = this.transition<{ reason: string }>({
    values: 'reason text',
    set: `lease_until = '-infinity', last_failure = reason`,
  });

  constructor(private readonly database: DataSource) {
    this.claims = new GroupCommit<NewClaim, ClaimedEffect>({
      together: async (claims) => {
        const claimed = await this.claimAll(claims, 'skip locked');
        return claims.map(({ id }) => takeOut(claimed, id));
      },
      alone: (claim) => this.claimAlone(claim),
    });
  }

  /** Notes the intention and takes the lease where it is free; answers the row as it stood before the claim. */
  claim(intent: NewClaim): Promise<ClaimedEffect> {
    return this.claims.write(intent);
  }

  /** One that another process is just noting shows with the next look. */
  private async claimAlone(claim: NewClaim): Promise<ClaimedEffect> {
    for (;;) {
      const claimed = (await this.claimAll([claim], '')).get(claim.id);
      if (claimed) return claimed;
    }
  }

  private async claimAll(claims: NewClaim[], locked: Locked): Promise<Map<string, ClaimedEffect>> {
    const claimed = await preparedRows<EffectRow & { isNew: boolean; isMarked: boolean }>(
      this.database,
      claiming(locked),
      [claims.map(({ id }) => id), JSON.stringify(claims)],
    );
    return new Map(
      claimed.map(({ isNew, isMarked, ...before }) => {
        const isTaken = isNew || (before.status !== 'applied' && before.leasedForMs === 0);
        return [before.id, { before, fence: isTaken ? before.fence + 1 : before.fence, marked: isMarked }];
      }),
    );
  }

  /** A live attempt stays the holder; the quarantine counts from its last sign of life. False where it was overtaken. */
  extendLease(id: string, fence: number, leaseMs: number): Promise<boolean> {
    return this.extending.write({ id, fence, leaseMs });
  }

  /** Committed before the first byte leaves; false where somebody else took over. */
  markSending(sending: Sending): Promise<boolean> {
    return this.sending.write(sending);
  }

  /** Keeps what was learned while sending. */
  note(id: string, fence: number, memo: Memo): Promise<boolean> {
    return this.noting.write({ id, fence, memo });
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

  /**
   * Makes items this effect's own as long as the effect is held, and answers those that stay another's. One that was
   * refused, or whose effect died before it sent anything, changes hands.
   */
  ownItems({ id, fence, instance, operation, references }: Owning): Promise<Owned[]> {
    return this.database.transaction(async (manager) => {
      await manager.query(
        `insert into effect_item (instance, operation, reference, effect)
         select $3, $4, reference, $1::uuid from unnest($5::text[]) reference
          where exists (select 1 from effect where id = $1 and fence = $2 and lease_until > clock_timestamp())
          order by reference
         on conflict (instance, operation, reference) do update set effect = excluded.effect
          where exists (select 1 from effect other where other.id = effect_item.effect and (
            (other.status = 'prepared' and other.lease_until <= clock_timestamp()) or
            other.memo -> 'settled' @>
              jsonb_build_array(jsonb_build_object('reference', effect_item.reference, 'status', 'rejected'))))`,
        [id, fence, instance, operation, references],
      );
      return rows<Owned>(
        manager,
        `select reference, effect.status = 'applied' as made
           from effect_item join effect on effect.id = effect_item.effect
          where effect_item.instance = $2 and effect_item.operation = $3 and reference = any($4)
            and effect_item.effect <> $1`,
        [id, instance, operation, references],
      );
    });
  }

  markApplied(id: string, fence: number, result: unknown): Promise<boolean> {
    return this.applying.write({ id, fence, result });
  }

  /** Certainly nothing was written: the next attempt starts afresh. */
  markRefused(id: string, fence: number, reason: string): Promise<boolean> {
    return this.refusing.write({ id, fence, reason });
  }

  /** The outcome is unknown: the next attempt reads before it sends. */
  markAmbiguous(id: string, fence: number, reason: string): Promise<boolean> {
    return this.doubting.write({ id, fence, reason });
  }

  /** Changes effects that are still held; false for one that is not. */
  private transition<Values>(change: {
    values: string;
    set: string;
    where?: string;
  }): GroupCommit<Fenced & Values, boolean> {
    return fencedCommit<Fenced & Values>(
      (one) => one,
      (all, locked) =>
        preparedRows<Fenced>(
          this.database,
          `with wanted as (
             select * from jsonb_to_recordset($2::jsonb) as wanted (id uuid, fence bigint, ${change.values})),
           free as (select id from effect where id = any($1::uuid[]) order by id for update ${locked})
           update effect set ${change.set}, updated_at = now() from wanted join free using (id)
            where effect.id = wanted.id and effect.fence = wanted.fence and ${change.where ?? 'true'}
           returning effect.id, effect.fence::int as fence`,
          [all.map(({ id }) => id), JSON.stringify(all)],
        ),
    );
  }
}

/** What is new is noted and claimed at once; what is there is answered as it was, and claimed where it is free. */
const claiming = (locked: Locked): string => `
  with wanted as (
    select * from jsonb_to_recordset($2::jsonb) as wanted (
      id uuid, instance text, operation text, key text, fingerprint text, "correlationId" text, "leaseMs" float8,
      sending jsonb, written jsonb)),
  before as (select ${columns} from effect where id = any($1::uuid[]) order by id for update ${locked}),
  noted as (
    insert into effect (id, instance, operation, key, fingerprint, correlation_id, fence, attempts, lease_until,
           status, memo, resolve_after, written)
    select id, instance, operation, key, fingerprint, "correlationId", 1, 1, leased,
           case when is_marked then 'sending' else 'prepared' end, coalesce(sending -> 'memo', '{}'),
           case when is_marked then leased + (sending ->> 'quarantineMs')::float8 * interval '1 millisecond'
                else '-infinity' end, written
      from (select *, sending is not null as is_marked, clock_timestamp() + "leaseMs" * interval '1 millisecond' as leased
              from wanted where id not in (select id from before)) as fresh order by id
    on conflict (id) do nothing returning id, fingerprint, status = 'sending' as "isMarked"),
  claimed as (
    update effect set fence = effect.fence + 1, attempts = attempts + 1, updated_at = now(),
           fingerprint = case when effect.status = 'prepared' then wanted.fingerprint else effect.fingerprint end,
           written = case when effect.status = 'prepared' then wanted.written else effect.written end,
           lease_until = clock_timestamp() + "leaseMs" * interval '1 millisecond'
      from before join wanted using (id)
     where effect.id = before.id and before.status <> 'applied' and before."leasedForMs" = 0)
  select *, false as "isNew", false as "isMarked" from before
  union all
  select id, 'prepared', fingerprint, 0, null, '{}', 0, 0, 0, true, "isMarked" from noted`;
