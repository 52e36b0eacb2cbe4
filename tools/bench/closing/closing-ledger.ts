import type pg from 'pg';

/** What the simulated products say became of the time approved, each figure by their own records. */
export interface Reckoning {
  approved: number;
  /** Entries with exactly one charge in the ERP, created once and with the same minutes; it may have been put again. */
  chargedOnce: number;
  /** Charges in the ERP of whatever entry, or of none. */
  charges: number;
  /** Minor units of currency, priced entry by entry from the PSA and summed from the ERP's bills. */
  worth: Record<string, number>;
  billed: Record<string, number>;
}

export const isExact = ({ approved, chargedOnce, charges, worth, billed }: Reckoning): boolean =>
  approved === chargedOnce && charges === approved && JSON.stringify(worth) === JSON.stringify(billed);

/** Holds the ERP's records and ledger against the PSA's approved time. */
export async function reckon(database: pg.Pool): Promise<Reckoning> {
  const { rows } = await database.query<{ approved: number; chargedOnce: number; charges: number }>(`
    with entry as (
      select id, (data ->> 'time_in_minutes')::int as minutes from sandbox.record
       where simulator = 'kantata' and collection = 'time_entries' and (data ->> 'approved')::boolean),
    made as (
      select id, count(*) as times from sandbox.ledger where simulator = 'netsuite' and entity = 'timeBill' and operation = 'create'
       group by id),
    charge as (
      select record.data ->> 'externalId' as reference, record.data ->> 'hours' as hours, made.times
        from sandbox.record join made using (id) where simulator = 'netsuite' and collection = 'timeBill'),
    matched as (
      select entry.id from entry join charge on charge.reference = 'TE-kantata-' || entry.id
       group by entry.id, entry.minutes
      having count(*) = 1 and max(times) = 1
         and max(split_part(hours, ':', 1)::int * 60 + split_part(hours, ':', 2)::int) = entry.minutes)
    select (select count(*)::int from entry) as approved, (select count(*)::int from matched) as "chargedOnce",
           (select count(*)::int from charge) as charges`);
  return { ...rows[0]!, worth: await worthOf(database), billed: await billedIn(database) };
}

async function worthOf(database: pg.Pool): Promise<Record<string, number>> {
  const { rows } = await database.query<Sum>(`
    select data ->> 'currency' as currency,
           sum(round((data ->> 'rate_in_cents')::numeric * (data ->> 'time_in_minutes')::int / 60))::float8 as sum
      from sandbox.record where simulator = 'kantata' and collection = 'time_entries'
       and (data ->> 'approved')::boolean group by 1 order by 1`);
  return byCurrency(rows);
}

async function billedIn(database: pg.Pool): Promise<Record<string, number>> {
  const { rows } = await database.query<Sum>(`
    select currency.data ->> 'symbol' as currency, sum(round((bill.data ->> 'total')::numeric * 100))::float8 as sum
      from sandbox.record bill join sandbox.record currency
        on currency.simulator = 'netsuite' and currency.collection = 'currency' and currency.id = bill.data ->> 'currency'
     where bill.simulator = 'netsuite' and bill.collection = 'invoice' group by 1 order by 1`);
  return byCurrency(rows);
}

interface Sum {
  currency: string;
  sum: number;
}

const byCurrency = (sums: Sum[]): Record<string, number> =>
  Object.fromEntries(sums.map(({ currency, sum }) => [currency, sum]));
