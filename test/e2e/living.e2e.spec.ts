import { resolve } from 'node:path';
import pg from 'pg';
import { loadFirm } from '../../apps/sandbox/src/firm/load-firm.js';
import type { Remembered } from '../../apps/sandbox/src/firm/people.js';
import { type Evidence, readRecord } from '../../tools/chaos/evidence.js';
import { decided } from '../../tools/chaos/invariants/gateway.js';
import { totalsAgree } from '../../tools/chaos/invariants/money.js';
import { nobodyEarly, oneToOne } from '../../tools/chaos/invariants/vendors.js';
import { untilQuiet } from '../../tools/chaos/quiet.js';
import { habits } from '../../tools/estate/living/habits/habits.js';
import type { PlannedDeed } from '../../tools/estate/living/life.js';
import { plan } from '../../tools/estate/living/plan.js';
import { runningPostgres } from '../../tools/postgres/embedded-postgres.js';
import { EstateProcess, type LedgerRow, pause, until } from './estate-process.js';

jest.setTimeout(600_000);

/** By this seed every habit shows within the first deeds. */
const seed = 1675;
const count = 60;
const patienceMs = 480_000;

const estate = new EstateProcess(16_200);
afterAll(() => estate.remove());

function planned(): PlannedDeed[] {
  const coming = plan(loadFirm(resolve('examples/meridian-consulting')), seed);
  return Array.from({ length: count }, () => coming.next().value);
}

/** Results of the deeds that are done, by their number. */
async function done(): Promise<Map<number, { id?: string } | null>> {
  const deeds = await estate.control<Remembered[]>(`/people/deeds?of=living ${seed} `);
  return new Map(deeds.map(({ what, result }) => [Number(what.split(' ')[2]), result as { id?: string } | null]));
}

/** What each action leaves in the ledger of the product that it is done in. */
const traces: Record<PlannedDeed['action'], string> = {
  createAccount: 'salesforce create Account',
  editAccount: 'salesforce update Account',
  createOpportunity: 'salesforce create Opportunity',
  editOpportunity: 'salesforce update Opportunity',
  closeOpportunity: 'salesforce update Opportunity',
  hire: 'bamboohr create employee',
  editEmployee: 'bamboohr update employee',
  recordLeave: 'bamboohr create timeOff',
  withdrawLeave: 'bamboohr cancel timeOff',
  staff: 'kantata staff workspace_resource',
  logTime: 'kantata log time_entry',
  submitAndApproveTime: 'kantata approve time_entry',
  editTimeEntry: 'kantata edit time_entry',
} as Record<PlannedDeed['action'], string>;

const traceOf = ({ simulator, operation, entity }: LedgerRow): string => `${simulator} ${operation} ${entity}`;

/** Starting takes its time where much else is running. */
async function isUp(text: string): Promise<void> {
  const hasSaid = (): boolean => !estate.isRunning || estate.output.includes(text);
  await until(() => Promise.resolve(hasSaid()), Boolean, 200, patienceMs);
  expect(estate.output).toContain(text);
}

describe('a firm that goes on working after its month', () => {
  const deeds = planned();

  it('does what its seed says: every habit shows', async () => {
    estate.start('--speed', '300', '--seed', String(seed));
    await isUp('the firm goes on, 300 things a minute');
    await until(done, (results) => deeds.every(({ number }) => results.has(number)), 500, patienceMs);
    await estate.kill('SIGTERM');
    expect(new Set(deeds.map(({ habit }) => habit))).toEqual(new Set(habits.map(({ name }) => name)));
  });

  it('then rests, and the month of the example still comes to the same', async () => {
    estate.start();
    await isUp('what to look at next');
    expect(estate.output).toContain('37 of 40 people are staffable, 5 of 8 won deals are mobilised');
    expect(estate.output).toContain('198,470.00 EUR and 378,798.48 USD');
    expect(estate.output).not.toContain('WRONG');
    expect(estate.output).not.toContain('the firm goes on');
  });

  it('did each deed at the screen of the product that the legal entity uses', async () => {
    const results = await done();
    const rows = (await estate.ledger()).filter(({ by }) => by === 'person');
    for (const { number, action, text } of deeds) {
      const id = results.get(number)?.id;
      const found = rows.filter((row) => traceOf(row) === traces[action] && (!id || row.id === id));
      expect({ text, found: found.length > 0 }).toEqual({ text, found: true });
    }
  });

  it('wrote what a person types: minutes, leave that is taken back, a rate put right', async () => {
    const results = await done();
    const record = (simulator: string, type: string, deed: number): Promise<Record<string, unknown>> =>
      estate.control(`/records/${simulator}/${type}/${results.get(deed)!.id}`);
    const edits = deeds.flatMap((deed) => (deed.action === 'editTimeEntry' ? [deed] : []));
    const withdrawals = deeds.filter(({ action }) => action === 'withdrawLeave');
    expect([edits.length, withdrawals.length].every((some) => some > 0)).toBe(true);
    for (const { recordOf, input } of edits) {
      const { minutes, hourlyRate } = input.fields;
      expect(await record('kantata', 'time_entries', recordOf!)).toMatchObject({
        ...(minutes !== undefined && { time_in_minutes: minutes }),
        ...(hourlyRate !== undefined && { rate_in_cents: Number(hourlyRate) * 100 }),
      });
    }
    for (const { recordOf } of withdrawals)
      expect(await record('bamboohr', 'timeOff', recordOf!)).toMatchObject({ status: 'canceled' });
  });

  it('keeps the people of the month on their projects for weeks from now on', async () => {
    const results = (await done()) as Map<number, { resourceId?: string } | null>;
    const now = new Date().toISOString().slice(0, 10);
    const kept = deeds.filter(({ habit }) => habit === 'extend-staffing');
    expect(kept).not.toEqual([]);
    for (const { number } of kept) {
      const place = await estate.control<{ latest_allocation_date: string }>(
        `/records/kantata/workspace_resources/${results.get(number)!.resourceId}`,
      );
      expect(place.latest_allocation_date > now).toBe(true);
    }
  });

  it('left nothing stuck: every project is invoiced what was approved, once, and what stopped has an owner', async () => {
    const url = await runningPostgres(`${estate.env.THROUGHLINE_HOME}/postgres`);
    const database = new pg.Pool({ connectionString: url!, max: 4 });
    try {
      const records = { database, vendors: database };
      expect(await untilQuiet(records, Date.now())).not.toBeNull();
      const evidence = { ...(await readRecord(records)), amendments: [] } as unknown as Evidence;
      const wrong = [decided, oneToOne, totalsAgree, nobodyEarly].flatMap((check) => check(evidence));
      // An absence goes by a name of ours: at the vendor it is days, and none where leave was taken back.
      expect(wrong.filter(({ what }) => !what.startsWith('scheduling.putAbsence '))).toEqual([]);
      const open = evidence.exceptions.filter(({ state }) => state === 'open').map(({ code }) => code);
      expect(open).not.toContain('poison-event');
      expect(open).not.toContain('assignment-conflict');
    } finally {
      await database.end();
    }
  });

  it('does nothing when quiet', async () => {
    const rows = (await estate.ledger()).length;
    await estate.kill('SIGTERM');
    estate.start('--quiet');
    await isUp('what to look at next');
    await pause(5_000);
    expect(await estate.ledger()).toHaveLength(rows);
    await estate.kill('SIGTERM');
  });

  it('refuses to live by two seeds', async () => {
    expect(await estate.runToEnd('--speed', '60', '--seed', '5')).toBe(1);
    expect(estate.output).toContain(`--seed 5: the firm lives by seed ${seed} already`);
  });
});
