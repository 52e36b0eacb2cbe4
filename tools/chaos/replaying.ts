import type pg from 'pg';
import { newId } from '#kernel';
import type { Gateway } from '../estate/gateway.js';
import { each, type ExceptionRow, type LedgerRow, processes, readRecord, type Records } from './evidence.js';
import { untilQuiet } from './quiet.js';

/** What came of asking for everything again. */
export interface Replay {
  /** Exceptions that were open, whether they are still. */
  retried: { correlationId: string; isOpen: boolean }[];
  /** Exceptions on what had none. */
  raised: ExceptionRow[];
  /** What happened at the vendors since. */
  ledger: LedgerRow[];
  /** How many applied events were given again. */
  events: number;
  isQuiet: boolean;
}

const reason = 'everything is asked for again';
/** As many as one person may ask for alone. */
const ofEach = 20;

/** Retries every open exception and gives each subscriber some of the events it applied once more. */
export async function replayAll(records: Records, api: Gateway): Promise<Replay> {
  const before = await readRecord(records);
  const open = before.exceptions.filter(({ state }) => state === 'open');
  for (const { app, id } of open) await retry(api, app, id);
  const events = await giveAgain(records.database, api);
  const quietSince = await untilQuiet(records, Date.now());
  const after = await readRecord(records);
  const last = before.ledger.at(-1)?.position ?? 0;
  const subject = ({ app, subjectKind, subjectId }: ExceptionRow): string => `${app}/${subjectKind}/${subjectId}`;
  const stillOpen = after.exceptions.filter(({ state }) => state === 'open');
  const [wereOpen, areOpen] = [new Set(open.map(subject)), new Set(stillOpen.map(subject))];
  return {
    retried: open.map((one) => ({ correlationId: one.correlationId, isOpen: areOpen.has(subject(one)) })),
    raised: stillOpen.filter((one) => !wereOpen.has(subject(one))),
    ledger: after.ledger.filter(({ position }) => position > last),
    events,
    isQuiet: quietSince !== null,
  };
}

/** An exception that cannot be retried stays as it is. */
async function retry(api: Gateway, app: string, id: string): Promise<void> {
  const { workforce, projects, staffing, billing, operations } = api;
  const call = { id, key: newId(), body: { action: 'retry' as const, reason } };
  const apis: Record<string, () => Promise<unknown>> = {
    process_workforce: () => workforce.resolveException(call),
    process_projects: () => projects.resolveException(call),
    process_staffing: () => staffing.resolveException(call),
    process_billing: () => billing.resolveException(call),
    process_operations: () => operations.resolveException(call),
  };
  await apis[app]!().catch(() => undefined);
}

async function giveAgain(database: pg.Pool, { operations }: Gateway): Promise<number> {
  const told = await each<{ app: string; subscription: string; events: string[] }>(
    database,
    processes,
    `select '$' as app, subscription, (array_agg(event_id::text order by random()))[1:${ofEach}] as events
       from $.inbox where outcome = 'applied' group by subscription`,
  );
  for (const { app, subscription, events } of told) {
    const body = { app: app.replace('_', '-'), subscription, selection: { events }, reason };
    await operations.replayAppEvents({ key: newId(), body });
  }
  return told.reduce((sum, { events }) => sum + events.length, 0);
}
