import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { closingFirm, workOf } from '../bench/closing/closing-firm.js';
import { firmOf, mobilise } from '../bench/closing/closing.js';
import { reckon, type Reckoning } from '../bench/closing/closing-ledger.js';
import { CallCount } from '../bench/closing/vendor-calls.js';
import { control } from '../chaos/control.js';
import { Random } from '../chaos/random.js';
import { type RunningEstate, startEstate, type Tell } from '../estate/estate.js';
import { estateSettings } from '../estate/settings.js';
import type { Sample } from './close-figures.js';
import { type ClosedEntry, readClose } from './close-record.js';
import { approvalMoments, ClosingWeek, type Recorded } from './closing-week.js';
import type { RehearsalOptions } from './options.js';

/** What a rehearsal saw; moments in epoch milliseconds of this machine. */
export interface Rehearsal {
  entries: ClosedEntry[];
  startedAt: number;
  endedAt: number;
  outages: { from: number; to: number }[];
  samples: Sample[];
  /** How long all calls to the ERP kept a place, added up. */
  erpBusyMs: number;
  reckoning: Reckoning;
}

const sampleEveryMs = 100;
/** So long without anything moving, and it is over. */
const patienceMs = 90_000;

/** Closes a quarter on an estate of its own, in a home that is nobody else's. */
export async function rehearse(
  options: RehearsalOptions,
  home: string,
  basePort: number,
  tell: Tell,
): Promise<Rehearsal> {
  mkdirSync(home, { recursive: true });
  // Everything is compressed, and so is how often the PSA is asked.
  const settings = estateSettings({
    ...process.env,
    DATABASE_URL: '',
    REDIS_URL: '',
    ESTATE_FILE: resolve(home, 'firm/estate.yaml'),
    THROUGHLINE_HOME: home,
    BASE_PORT: String(basePort),
    FIRM_DIR: closingFirm(home, options.quota.atOnce, '1s'),
  });
  const estate = await startEstate(settings, () => undefined);
  const database = new pg.Pool({ connectionString: estate.env.DATABASE_URL!, max: 2 });
  try {
    tell('the twin is up: a database, products and apps of its own');
    const projects = await mobilise(estate, tell);
    const work = await record(estate, projects, options);
    tell(
      `${work.length} entries are recorded, ${work.filter(({ isWrong }) => isWrong).length} of them at a wrong rate`,
    );
    return await watch(estate, database, work, options, tell);
  } finally {
    await database.end();
    await estate.close();
  }
}

type Work = Recorded & { isWrong: boolean };

/** Records the quarter's time, some of it at a rate nobody agreed. */
async function record(
  estate: RunningEstate,
  projects: Record<string, string>,
  { seed, entries, approvals, mistakes }: RehearsalOptions,
): Promise<Work[]> {
  const firm = await firmOf(estate);
  const moments = approvalMoments(seed, entries, approvals);
  const random = new Random(seed + 1);
  const dealOf = Object.fromEntries(Object.entries(projects).map(([deal, project]) => [project, deal]));
  const recorded: Work[] = [];
  for (const entry of workOf(firm, projects, entries)) {
    const role = firm.roles.find(({ name }) => name === entry.roleName)!.code;
    const { hourlyRate: agreedRate } = firm.opportunityLines.find(
      (line) => line.opportunity === dealOf[entry.projectRef] && line.role === role,
    )!;
    const isWrong = random.next() * 100 < mistakes;
    const typed = isWrong ? { hourlyRate: (Number(agreedRate) + 15).toFixed(2) } : {};
    const { id } = await control<{ id: string }>(estate.sandbox.controlUrl, '/actions/kantata/logTime', {
      ...entry,
      ...typed,
    });
    recorded.push({ id, project: entry.projectRef, agreedRate, isWrong, approveAt: moments[recorded.length]! });
  }
  return recorded;
}

async function watch(
  estate: RunningEstate,
  database: pg.Pool,
  work: Work[],
  options: RehearsalOptions,
  tell: Tell,
): Promise<Rehearsal> {
  const { controlUrl, origins } = estate.sandbox;
  const { atOnce, workMs } = options.quota;
  // The account counts a call until its connection is told; the gateway may be a moment ahead.
  await control(controlUrl, '/actions/netsuite/setConcurrency', { limit: atOnce + 1 });
  const ms = Math.max(1, Math.round(workMs / options.compress));
  await control(controlUrl, '/actions/netsuite/setWork', { ms });
  const calls = new CallCount(origins);
  const samples: Sample[] = [];
  const sampling = setInterval(
    () => samples.push({ at: Date.now(), inFlight: calls.inFlight('netsuite') }),
    sampleEveryMs,
  );
  const week = new ClosingWeek(controlUrl, database, options, work);
  try {
    await week.run(untilBilled(database, work.length, tell));
  } finally {
    clearInterval(sampling);
  }
  const endedAt = Date.now();
  const elapsedMs = endedAt - week.startedAt;
  const erp = calls.stop().find(({ vendor }) => vendor === 'netsuite');
  return {
    entries: await readClose(database, await firmOf(estate)),
    startedAt: week.startedAt,
    endedAt,
    outages: week.outages.filter(({ domain }) => domain === 'erp').map(({ from, to }) => ({ from, to })),
    samples,
    erpBusyMs: (erp?.inFlight ?? 0) * elapsedMs,
    reckoning: await reckon(database),
  };
}

/** Over once everything has happened and is in the ERP with its invoice, or nothing moves any more. */
function untilBilled(database: pg.Pool, count: number, tell: Tell): (hasHappened: boolean) => Promise<boolean> {
  let [last, moved, told] = ['', Date.now(), Date.now()];
  return async (hasHappened) => {
    const { rows } = await database.query<{ posted: number; open: number }>(`
      select (select count(*)::int from process_billing.billing_line where state = 'posted') as posted,
             (select count(*)::int from process_billing.run where state in ('running', 'waiting', 'undoing')) as open`);
    const progress = JSON.stringify(rows);
    if (progress !== last || !hasHappened) [last, moved] = [progress, Date.now()];
    if (Date.now() - told > 15_000) {
      tell(`  ${rows[0]!.posted} of ${count} entries are in the ERP`);
      told = Date.now();
    }
    await pause(0);
    return hasHappened && ((rows[0]!.posted >= count && rows[0]!.open === 0) || Date.now() - moved > patienceMs);
  };
}
