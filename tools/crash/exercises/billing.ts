import { derivedId, newId, priceOfMinutes } from '#kernel';
import { BillingBatchRepository } from '../../../apps/process-billing/src/billing-batch.repository.js';
import { BillingLineRepository, referenceOf } from '../../../apps/process-billing/src/billing-line.repository.js';
import { chargeIntercompany } from '../../../apps/process-billing/src/intercompany/charge-intercompany.workflow.js';
import { IntercompanyChargeRepository } from '../../../apps/process-billing/src/intercompany/intercompany-charge.repository.js';
import { reviewRates } from '../../../apps/process-billing/src/review-rates.workflow.js';
import { ProjectRepository } from '../../../apps/process-projects/src/project.repository.js';
import { RunRepository } from '../../../libs/workflow/src/run.repository.js';
import { baseDeal, consultant, laterRate, projectOf, role } from '../business.js';
import { until } from '../pool.js';
import type { Bench } from './bench.js';
import { begunDeal, projectsSchema } from './deals.js';
import { completing, type Exercises, type Prepare, type Started } from './exercise.js';
import { placeOf } from './furniture.js';

const schema = 'process_billing';
const instance = 'kantata';
const legalEntity = 'MER-US';
const date = '2026-10-05';
const agreed = { amount: role.hourlyRate, currency: 'USD' };

interface Entry {
  id: string;
  minutes: number;
  notes: string;
  project: string;
}

async function logged(bench: Bench, project: string, hourlyRate?: string): Promise<Entry> {
  const number = bench.next();
  const worked = { minutes: 60 + (number % 400), notes: `entry ${number}` };
  const where = { projectRef: project, email: consultant.email, date, roleName: role.name, billable: true };
  const rate = hourlyRate === undefined ? {} : { hourlyRate };
  const { id } = await bench.act<{ id: string }>('kantata/logTime', { ...where, ...worked, ...rate });
  return { id, project, ...worked };
}

const approve = (bench: Bench, { project, id }: Entry): Promise<unknown> =>
  bench.act('kantata/submitAndApproveTime', { projectRef: project, timeEntryIds: [id] });

/** Time worked and approved; where a run is begun directly, its line is noted and priced as the intake would. */
const posting: Prepare = async (bench, record) => async () => {
  const entry = await logged(bench, projectOf(baseDeal));
  if (record !== null) return gathered(bench, entry, record);
  await approve(bench, entry);
  return billedBy(bench, referenceOf(instance, entry.id));
};

async function gathered(bench: Bench, entry: Entry, record: string): Promise<Started> {
  const { id, project, minutes, notes } = entry;
  // Batches of one assignment at the same time are another matter.
  const assignmentId = await placeOf(bench, consultant.email);
  const database = bench.of(schema);
  const lines = new BillingLineRepository(database);
  const runId = await database.transaction(async (manager) => {
    const known = { projectName: null, workerEmail: null, invoiced: false, billable: true, approved: true };
    const modifiedAt = new Date(Date.now() + 60_000).toISOString();
    const worked = { id, project, workerNumber: consultant.number, assignmentId };
    const at = { date, minutes, notes, roleName: role.name, hourlyRate: agreed, modifiedAt };
    await lines.note(manager, { instance, entry: { ...known, ...worked, ...at }, correlationId: record });
    const reference = referenceOf(instance, id);
    const priced = { reference, project, legalEntity, workerNumber: consultant.number, role: role.code };
    const price = { hourlyRate: agreed, amount: priceOfMinutes(minutes, agreed) };
    await lines.price([{ ...priced, ...price, version: new Date(modifiedAt) }], manager);
    await new BillingBatchRepository(database).gather(manager, legalEntity, record, 1);
    const input = { batch: record, legalEntity };
    const run = { workflow: 'time-to-billing', version: 1, key: record, input, correlationId: record };
    return (await new RunRepository(database).begin(manager, run)).id;
  });
  await approve(bench, entry);
  return completing(schema, runId, [record]);
}

async function billedBy(bench: Bench, reference: string): Promise<Started> {
  let batch: string | null | undefined;
  const sql = 'select batch::text from process_billing.billing_line where reference = $1';
  const isTaken = async (): Promise<boolean> => {
    batch = (await bench.database.query<{ batch: string | null }>(sql, [reference])).rows[0]?.batch;
    return typeof batch === 'string';
  };
  await until(isTaken, 240_000, `${reference} to be taken into a batch`);
  return completing(schema, derivedId('run', 'time-to-billing', batch!), []);
}

/** A day that was billed before its rate was put right; a person says that it is to be billed anew. */
const review: Prepare = async (bench, record) => {
  const own = record ?? newId();
  const code = `CRASH-${bench.next()}`;
  const project = projectOf(code);
  await bench.done(await begunDeal(bench, code, newId()), code);
  await agree(bench, project, '2027-01-01');
  await billed(bench, project);
  return async () => {
    await agree(bench, project, '2026-10-01');
    const input = { project, dealVersion: own, ratesFrom: '2026-10-01' };
    const begun = await bench.begun(schema, reviewRates, input, own);
    const exception = await bench.stopped(begun.runs[0]!, `rates of ${project}`);
    const said = { action: 'correct', changes: { decision: 'rebill' }, reason: 'as agreed' } as const;
    await bench.resolve('billing', exception, said, own);
    return begun;
  };
};

/** The later rate counts from a day on. */
async function agree(bench: Bench, project: string, effectiveFrom: string): Promise<void> {
  const projects = new ProjectRepository(bench.of(projectsSchema));
  const holder = `rates from ${effectiveFrom}`;
  const { terms } = await projects.takeTurn(project, holder, '9999');
  const later = { role: role.code, hourlyRate: { ...agreed, amount: laterRate }, effectiveFrom };
  const rates = [{ role: role.code, hourlyRate: agreed, effectiveFrom: null }, later];
  await projects.change({ ...terms, rates }, holder);
  await projects.endTurn(project, holder);
}

/** What the client was billed for is asked of the entity whose project it is, too. */
const charging: Prepare = async (bench, record) => {
  const own = record ?? newId();
  const project = projectOf(baseDeal);
  const entry = await logged(bench, project);
  await approve(bench, entry);
  await posted(bench, entry);
  const charges = new IntercompanyChargeRepository(bench.of(schema));
  return async () => {
    const { minutes } = entry;
    const work = {
      role: role.code,
      minutes,
      workDate: date,
      date,
      hourlyRate: agreed,
      amount: priceOfMinutes(minutes, agreed),
    };
    const line = { line: referenceOf(instance, entry.id), reverses: null, workerNumber: consultant.number };
    const between = { employing: legalEntity, contracting: 'MER-DE', clientProject: project, project };
    await bench.of(schema).transaction(async (manager) => {
      await charges.ready(manager, [{ ...line, ...between, ...work, correlationId: own }]);
      await charges.gather(manager, { employing: legalEntity, project, currency: agreed.currency }, own, 1);
    });
    return bench.begun(schema, chargeIntercompany, { batch: own, legalEntity, project }, own);
  };
};

/** An hour the PSA shows at the later rate, billed at the one that is in force. */
async function billed(bench: Bench, project: string): Promise<void> {
  await bench.act('kantata/staff', {
    projectRef: project,
    roleName: role.name,
    email: consultant.email,
    startDate: '2026-10-01',
    endDate: '2026-12-31',
    minutes: 600,
    hourlyRate: role.hourlyRate,
  });
  const entry = await logged(bench, project, laterRate);
  await approve(bench, entry);
  await posted(bench, entry);
  bench.rebilled.push(entry.id);
}

async function posted(bench: Bench, entry: Entry): Promise<void> {
  const sql = `select 1 from process_billing.billing_line where reference = $1 and state = 'posted'`;
  const reference = referenceOf(instance, entry.id);
  const isPosted = async (): Promise<boolean> => (await bench.database.query(sql, [reference])).rowCount! > 0;
  await until(isPosted, 240_000, `${reference} to be billed`);
}

export const billing: Exercises = {
  'time-to-billing': { prepare: posting, alone: { 'after-append': 1, 'after-handled': 1, 'after-ack': 1 } },
  'intercompany-charge': {
    prepare: charging,
    alone: { 'after-append': 1, 'after-ack': 1 },
    racing: 'its invoice is on a client project, where I2 takes it for one of the client',
  },
  'rate-review': {
    prepare: review,
    alone: { 'after-append': 1, 'after-ack': 1 },
    racing: 'how often it looks for its lines differs',
  },
};
