import type pg from 'pg';
import { derivedId, Failure, newId, priceOfMinutes } from '#kernel';
import { type DataSource, openDatabase, withContext } from '#platform';
import { BillingBatchRepository } from '../../apps/process-billing/src/billing-batch.repository.js';
import { BillingLineRepository, referenceOf } from '../../apps/process-billing/src/billing-line.repository.js';
import { RunRepository } from '../../libs/workflow/src/run.repository.js';
import { control } from '../chaos/control.js';
import type { Ground } from '../chaos/ground.js';
import { consultant, deal, hire, projectOf, role } from './business.js';
import { type Pool, until } from './pool.js';
import { forgetRequest, hasEnded, type Standing, standing } from './record.js';

/** A piece of work under way. */
export interface Started {
  runs: { schema: string; runId: string; state: 'completed' | 'cancelled' }[];
  /** Correlation ids of all that belongs to it; none where the vendors' events begin it. */
  records: string[];
}

/** One workflow as the harness exercises it. */
export interface Exercise {
  name: string;
  /**
   * Brings a fresh record to where the work begins, and answers how to begin it. With a correlation id the run is begun
   * directly under it, as its event would; with none the vendors' own events begin it.
   */
  prepare: (record: string | null) => Promise<() => Promise<Started>>;
}

/** A mobilisation that waits for a person. */
interface Stopped {
  runId: string;
  record: string;
  exception: string;
  project: string;
}

const completing = (schema: string, runId: string, records: string[]): Started => ({
  runs: [{ schema, runId, state: 'completed' }],
  records,
});

const cancelling = (runId: string) => ({ schema: 'process_projects', runId, state: 'cancelled' }) as const;

const mobilisation = 'project-mobilisation';

/** Every workflow the process apps define, and the taking back of one. */
export class Exercises {
  readonly all: Exercise[] = [
    { name: 'worker-onboarding', prepare: (record) => this.onboarding(record) },
    { name: 'project-mobilisation', prepare: (record) => this.mobilisation(record) },
    { name: 'time-to-billing', prepare: (record) => this.billing(record) },
    { name: 'cancellation', prepare: (record) => this.cancellation(record) },
    { name: 'settle-in-bulk', prepare: (record) => this.bulk(record) },
  ];
  private number = 0;

  private constructor(
    private readonly url: string,
    private readonly pool: Pool,
    private readonly database: pg.Pool,
    private readonly schemas: Record<string, DataSource>,
  ) {}

  static async open(ground: Ground, pool: Pool, database: pg.Pool): Promise<Exercises> {
    const schemas: Record<string, DataSource> = {};
    for (const schema of ['process_workforce', 'process_projects', 'process_billing'])
      schemas[schema] = await openDatabase({ url: ground.databaseUrl, schema, migrations: [], poolSize: 3 });
    const exercises = new Exercises(ground.controlUrl, pool, database, schemas);
    await exercises.staff();
    return exercises;
  }

  async close(): Promise<void> {
    for (const schema of Object.values(this.schemas)) await schema.destroy();
  }

  /** The project all time is worked on. */
  private async staff(): Promise<void> {
    const start = await this.won('CRASH-BASE', true, newId());
    const [run] = (await start()).runs;
    await until(async () => hasEnded(await this.standing(run!)), 60_000, 'the project to work on');
    await this.assignment();
  }

  /** A place of its own: batches of one assignment at the same time are another matter. */
  private async assignment(): Promise<string> {
    const { resourceId } = await this.act<{ resourceId: string }>('kantata/staff', {
      projectRef: projectOf('CRASH-BASE'),
      roleName: role.name,
      email: consultant.email,
      startDate: '2026-10-01',
      endDate: '2026-12-31',
      minutes: 4_800,
      hourlyRate: role.hourlyRate,
    });
    return resourceId;
  }

  private async onboarding(record: string | null): Promise<() => Promise<Started>> {
    return async () => {
      const { id } = await this.act<{ id: string }>('bamboohr/hire', { worker: hire((this.number += 1)) });
      const input = { instance: 'bamboohr', workerId: id };
      return this.begun('process_workforce', 'worker-onboarding', `bamboohr/${id}`, input, record);
    };
  }

  private mobilisation(record: string | null): Promise<() => Promise<Started>> {
    return this.won(`CRASH-${(this.number += 1)}`, true, record);
  }

  private async won(code: string, possible: boolean, record: string | null): Promise<() => Promise<Started>> {
    return async () => {
      const { id } = await this.act<{ id: string }>('salesforce/createOpportunity', deal(code, possible));
      await this.act('salesforce/closeOpportunity', { code, outcome: 'win' });
      const input = { instance: 'salesforce', opportunityId: id };
      return this.begun('process_projects', mobilisation, `salesforce/${id}`, input, record);
    };
  }

  /** Time worked and approved; where a run is begun directly, its line is noted and priced as the intake would. */
  private async billing(record: string | null): Promise<() => Promise<Started>> {
    const minutes = 60 + (this.number += 1);
    const project = projectOf('CRASH-BASE');
    const notes = `entry ${this.number}`;
    const date = '2026-10-05';
    return async () => {
      const entry = await this.act<{ id: string }>('kantata/logTime', {
        projectRef: project,
        email: consultant.email,
        date,
        minutes,
        roleName: role.name,
        billable: true,
        notes,
      });
      const approve = (): Promise<unknown> =>
        this.act('kantata/submitAndApproveTime', { projectRef: project, timeEntryIds: [entry.id] });
      const reference = referenceOf('kantata', entry.id);
      if (record === null) {
        await approve();
        return this.billedBy(reference);
      }
      const assignmentId = await this.assignment();
      const database = this.schemas.process_billing!;
      const lines = new BillingLineRepository(database);
      const rate = { amount: role.hourlyRate, currency: 'USD' };
      const runId = await database.transaction(async (manager) => {
        const known = { projectName: null, workerEmail: null, invoiced: false, billable: true, approved: true };
        const modifiedAt = new Date(Date.now() + 60_000).toISOString();
        const worked = { id: entry.id, project, workerNumber: consultant.number, assignmentId };
        const at = { date, minutes, notes, roleName: role.name, hourlyRate: rate, modifiedAt };
        await lines.note(manager, {
          instance: 'kantata',
          entry: { ...known, ...worked, ...at },
          correlationId: record,
        });
        const priced = { reference, project, legalEntity: 'MER-US', workerNumber: consultant.number };
        const amount = priceOfMinutes(minutes, rate);
        await lines.price(
          [{ ...priced, version: new Date(modifiedAt), role: role.code, hourlyRate: rate, amount }],
          manager,
        );
        await new BillingBatchRepository(database).gather(manager, 'MER-US', record, 1);
        const input = { batch: record, legalEntity: 'MER-US' };
        const run = { workflow: 'time-to-billing', version: 1, key: record, input, correlationId: record };
        return (await new RunRepository(database).begin(manager, run)).id;
      });
      await approve();
      return completing('process_billing', runId, [record]);
    };
  }

  private async billedBy(reference: string): Promise<Started> {
    let batch: string | null | undefined;
    await until(
      async () => {
        const sql = 'select batch::text from process_billing.billing_line where reference = $1';
        batch = (await this.database.query<{ batch: string | null }>(sql, [reference])).rows[0]?.batch;
        return typeof batch === 'string';
      },
      60_000,
      `${reference} to be taken into a batch`,
    );
    return completing('process_billing', derivedId('run', 'time-to-billing', batch!), []);
  }

  /** A mobilisation that stopped, taken back by a person. */
  private async cancellation(record: string | null): Promise<() => Promise<Started>> {
    const stopped = await this.stopped(record ?? newId());
    return async () => {
      const body = { action: 'cancel', reason: 'the deal was called off' } as const;
      await this.decide(stopped.record, (key) =>
        this.pool.api().projects.resolveException({ id: stopped.exception, key, body }),
      );
      return { runs: [cancelling(stopped.runId)], records: [stopped.record] };
    };
  }

  /** The same decision, taken for a selection of cases. */
  private async bulk(record: string | null): Promise<() => Promise<Started>> {
    const stopped = await this.stopped(newId());
    const asked = record ?? newId();
    const filter = { project: stopped.project };
    const resolution = { action: 'cancel', reason: 'the deal was called off' } as const;
    const rehearsal = { filter, resolution: { ...resolution, dryRun: true } };
    const { selection } = await this.decide(newId(), (key) =>
      this.pool.api().operations.settleInBulk({ key, body: rehearsal }),
    );
    return async () => {
      const { id } = await this.decide(asked, (key) =>
        this.pool.api().operations.settleInBulk({ key, body: { filter, resolution, expected: selection } }),
      );
      const { runs, records } = completing('process_operations', derivedId('run', 'settle-in-bulk', id!), [asked]);
      return { runs: [...runs, cancelling(stopped.runId)], records: [...records, stopped.record] };
    };
  }

  /** A mobilisation that waits for a person, and whose event has been heard: it would set it going again. */
  private async stopped(record: string): Promise<Stopped> {
    const code = `CRASH-${(this.number += 1)}`;
    const [run] = (await (await this.won(code, false, record))()).runs;
    const exceptionOf = `select id::text from process_projects.exception where subject_id = $1 and state = 'open'`;
    const heard = `select 1 from process_projects.inbox join events.log on log.id = event_id and log.source = event_source
      where log.data ->> 'id' = $1`;
    const { rows: runs } = await this.database.query<{ deal: string }>(
      `select input ->> 'opportunityId' as deal from process_projects.run where id = $1`,
      [run!.runId],
    );
    let exception: string | undefined;
    await until(
      async () => {
        if ((await this.database.query(heard, [runs[0]!.deal])).rowCount === 0) return false;
        if ((await this.standing(run!))?.state !== 'parked') return false;
        exception = (await this.database.query<{ id: string }>(exceptionOf, [run!.runId])).rows[0]?.id;
        return exception !== undefined;
      },
      60_000,
      `${code} to stop`,
    );
    await this.calm(record);
    return { runId: run!.runId, record, exception: exception!, project: projectOf(code) };
  }

  /** Until nobody passes anything for the record any more: other subscribers hear of it a little later. */
  private async calm(record: string): Promise<void> {
    for (let before = ''; ; await new Promise((resolve) => setTimeout(resolve, 500))) {
      const now = JSON.stringify(await this.pool.passed(record));
      if (now === before) return;
      before = now;
    }
  }

  /** Asks until there is an answer, under the same key: who was not answered does not know. */
  private async decide<T>(record: string, ask: (key: string) => Promise<T>): Promise<T> {
    const key = newId();
    for (const end = Date.now() + 60_000; ; await new Promise((resolve) => setTimeout(resolve, 200))) {
      try {
        return await withContext({ correlationId: record, actor: null }, () => ask(key));
      } catch (error) {
        if (Failure.from(error).detail.code === 'already-settled') return undefined as T;
        if (Date.now() > end) throw error;
        if (Failure.from(error).kind === 'outcome-unknown') await forgetRequest(this.database, key);
      }
    }
  }

  private async begun(
    schema: string,
    workflow: string,
    key: string,
    input: object,
    record: string | null,
  ): Promise<Started> {
    const runId = derivedId('run', workflow, key);
    if (record !== null) {
      const runs = new RunRepository(this.schemas[schema]!);
      await runs.database.transaction((manager) =>
        runs.begin(manager, { workflow, version: 1, key, input, correlationId: record }),
      );
    }
    return completing(schema, runId, record === null ? [] : [record]);
  }

  private standing({ schema, runId }: Started['runs'][number]): Promise<Standing | null> {
    return standing(this.database, schema, runId);
  }

  private act<T>(path: string, body: object): Promise<T> {
    return control<T>(this.url, `/actions/${path}`, body);
  }
}
