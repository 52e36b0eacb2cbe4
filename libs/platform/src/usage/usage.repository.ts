import { type DataSource, type EntityManager, momentText, rows } from '../database.js';
import { others, type UsageRow } from './usage-counter.js';

/** Use of an operation by a consumer over some days. */
export interface RecordedUse {
  consumer: string;
  contract: string;
  version: string;
  operation: string;
  calls: number;
  /** RFC 3339, UTC. */
  lastUse: string;
  /** Field → how often it was sent. */
  sent: Record<string, number>;
  /** Status → how often it was answered. */
  answered: Record<string, number>;
}

export interface UseFilter {
  contract?: string;
  consumer?: string;
  /** Days back from today; all where absent. */
  days?: number;
}

const columns = ['consumer', 'contract', 'version', 'operation', 'side', 'name', 'count', 'lastUse'] as const;

/** Use is kept by day for so long: longer than anything asks for what happened lately. */
const keptDays = 40;
/** … and by month for so long: a year and the month it began in. */
const keptMonths = 13;

const today = `(clock_timestamp() at time zone 'UTC')::date`;
const lastOfMonth = `(date_trunc('month', day) + interval '1 month - 1 day')::date`;

/** The record of use, shared by all apps. */
export class UsageRepository {
  /** `mostCallers`: clients that are told apart; use of any more is that of others. */
  constructor(
    private readonly database: DataSource,
    private readonly mostCallers = 2_000,
  ) {}

  /** Adds what was counted, in one statement; two apps that add to the same rows take them in the same order. */
  async add(counted: UsageRow[]): Promise<void> {
    if (counted.length === 0) return;
    await this.database.query(
      `with given as (
         select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bigint[],
                              $8::timestamptz[])
                as given (consumer, contract, version, operation, side, name, count, last_use)),
       newcomer as (
         select distinct given.consumer from given
          where not exists (select from usage.caller where caller.consumer = given.consumer)
          order by 1 limit greatest(0, $9 - (select count(*) from usage.caller))),
       entered as (
         insert into usage.caller (consumer) select consumer from newcomer order by 1 on conflict do nothing)
       insert into usage.count as known (day, consumer, contract, version, operation, side, name, count, last_use)
       select (given.last_use at time zone 'UTC')::date, coalesce(caller.consumer, newcomer.consumer, $10) as named,
              contract, version, operation, side, name, sum(count), max(last_use)
         from given left join usage.caller using (consumer) left join newcomer using (consumer)
        group by 1, 2, 3, 4, 5, 6, 7 order by contract, operation, named, version, side, name, 1
       on conflict (contract, operation, consumer, version, side, name, day) do update
         set count = known.count + excluded.count, last_use = greatest(known.last_use, excluded.last_use)`,
      [...columns.map((column) => counted.map((row) => row[column])), this.mostCallers, others],
    );
  }

  /**
   * Makes a row a month of what is older than 40 days, by whole months, and forgets what is older than 13 months, all by
   * the database's clock. Whoever has no use on record any more makes room for others.
   */
  async condense(): Promise<void> {
    await this.database.transaction(async (manager) => {
      await manager.query(`select pg_advisory_xact_lock(hashtext('condense usage'))`);
      await manager.query(`delete from usage.count where day < ${today} - make_interval(months => $1)`, [keptMonths]);
      await manager.query(
        `with days as (
           delete from usage.count
            where day < date_trunc('month', ${today} - make_interval(days => $1)) and day <> ${lastOfMonth} returning *)
         insert into usage.count as known (day, consumer, contract, version, operation, side, name, count, last_use)
         select ${lastOfMonth}, consumer, contract, version, operation, side, name, sum(count), max(last_use)
           from days group by 1, 2, 3, 4, 5, 6, 7
         on conflict (contract, operation, consumer, version, side, name, day) do update
           set count = known.count + excluded.count, last_use = greatest(known.last_use, excluded.last_use)`,
        [keptDays],
      );
      await manager.query(
        `delete from usage.caller where not exists (select from usage.count where count.consumer = caller.consumer)`,
      );
    });
  }

  used(
    { contract, consumer, days }: UseFilter,
    store: DataSource | EntityManager = this.database,
  ): Promise<RecordedUse[]> {
    return rows<RecordedUse>(
      store,
      `with named as (
         select consumer, contract, version, operation, side, name, sum(count) as count, max(last_use) as last_use
           from usage.count
          where ($1::text is null or contract = $1) and ($2::text is null or consumer = $2)
            and ($3::int is null or day >= ${today} - $3::int)
          group by consumer, contract, version, operation, side, name)
       select consumer, contract, version, operation, coalesce(max(count) filter (where side = 'call'), 0)::float8 as calls,
              ${momentText('max(last_use)')} as "lastUse",
              coalesce(jsonb_object_agg(name, count) filter (where side = 'sent'), '{}') as sent,
              coalesce(jsonb_object_agg(name, count) filter (where side = 'answered'), '{}') as answered
         from named group by consumer, contract, version, operation
        order by calls desc, contract, operation, consumer, version limit 10000`,
      [contract ?? null, consumer ?? null, days ?? null],
    );
  }

  /** First day with a record of any use; null where there is none. */
  async since(): Promise<string | null> {
    const [found] = await rows<{ day: string | null }>(this.database, 'select min(day)::text as day from usage.count');
    return found!.day;
  }
}
