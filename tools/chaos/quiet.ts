import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { readRecord } from './evidence.js';
import { decided } from './invariants/gateway.js';
import type { Evidence } from './evidence.js';

/** What every platform is polled in, several times over: only then has everything been seen. */
const calmMs = 5_000;
const pauseMs = 1_000;
/** RELIABILITY §3, I16: everything ends within five minutes of the last fault. */
const patienceMs = 300_000;

/** Waits until nothing moves; answers since when, or null where something has been stuck for too long since `healed`. */
export async function untilQuiet(database: pg.Pool, healed: number): Promise<number | null> {
  let calmSince: number | null = null;
  let last = '';
  while (Date.now() - healed < patienceMs) {
    const record = (await readRecord(database)) as Evidence;
    const signs = JSON.stringify([
      record.ledger.length,
      record.runs.length,
      record.lines.length,
      record.deliveries.length,
    ]);
    const calm = signs === last && decided(record).length === 0;
    last = signs;
    calmSince = calm ? (calmSince ?? Date.now()) : null;
    if (calmSince !== null && Date.now() - calmSince >= calmMs) return calmSince;
    await pause(pauseMs);
  }
  return null;
}
