import { setTimeout as pause } from 'node:timers/promises';
import { each, type Evidence, processes, readRecord, type Records, systems } from './evidence.js';
import { decided } from './invariants/gateway.js';

/** What every platform is polled in, several times over: only then has everything been seen. */
const calmMs = 5_000;
const pauseMs = 1_000;
/** RELIABILITY §3, I16: everything ends within five minutes of the last fault. */
const patienceMs = 300_000;

/**
 * Waits until every platform was read once more and nothing moves; answers since when, or null where something has been
 * stuck for too long since `healed`.
 */
export async function untilQuiet(records: Records, healed: number): Promise<number | null> {
  const asked = new Date().toISOString();
  let calmSince: number | null = null;
  let last = '';
  while (Date.now() - healed < patienceMs) {
    const { signs, moving } = await look(records, asked);
    const calm = signs === last && moving === 0 && decided((await readRecord(records)) as Evidence).length === 0;
    last = signs;
    calmSince = calm ? (calmSince ?? Date.now()) : null;
    if (calmSince !== null && Date.now() - calmSince >= calmMs) return calmSince;
    await pause(pauseMs);
  }
  return null;
}

/** How much there is and how much of it moves: cheap to ask, so that waiting is no load. */
async function look({ database, vendors }: Records, asked: string): Promise<{ signs: string; moving: number }> {
  const runs = await each<{ n: number; moving: number }>(
    database,
    processes,
    `select count(*)::int as n, (count(*) filter (where state in ('running', 'waiting', 'undoing')))::int as moving from $.run`,
  );
  const effects = await each<{ n: number; moving: number }>(
    database,
    systems,
    `select count(*)::int as n, (count(*) filter (where status = 'sending'))::int as moving from $.effect`,
  );
  const { rows: lines } = await database.query<{ n: number; moving: number }>(
    `select count(*)::int as n, (count(*) filter (where state in ('waiting', 'ready', 'posting')))::int as moving
       from process_billing.billing_line`,
  );
  // Who was turned away often asks again much later: until then what happened meanwhile is not known.
  const feeds = await each<{ n: number; moving: number }>(
    database,
    systems,
    `select count(*)::int as n, (count(*) filter (where polled_at < '${asked}'))::int as moving from $.feed_cursor`,
  );
  const { rows: changes } = await vendors.query<{ n: number }>('select count(*)::int as n from sandbox.ledger');
  const all = [...runs, ...effects, ...lines, ...feeds];
  return { signs: JSON.stringify([all, changes]), moving: all.reduce((sum, { moving }) => sum + moving, 0) };
}
