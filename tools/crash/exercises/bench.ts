import type pg from 'pg';
import type { Resolution } from '#contracts';
import { derivedId, Failure, newId } from '#kernel';
import { type DataSource, openDatabase, withContext } from '#platform';
import { type WorkflowDefinition } from '#workflow';
import { RunRepository } from '../../../libs/workflow/src/run.repository.js';
import { control } from '../../chaos/control.js';
import { processes } from '../../chaos/evidence.js';
import type { Ground } from '../../chaos/ground.js';
import { type Pool, until } from '../pool.js';
import { comeDue, forgetRequest, hasEnded, type Standing, standing } from '../record.js';
import { completing, type Started } from './exercise.js';
import { furnish, type Furniture } from './furniture.js';

/** Longest a preparation may take, on a busy machine too. */
const patienceMs = 240_000;
const lookAgainMs = 200;

type Run = Started['runs'][number];
type Api = 'workforce' | 'projects' | 'billing';

/** What exercises are done with: the vendors' screens, the gateway's APIs and its database. */
export class Bench {
  /** Time entries that were charged, taken back and charged anew. */
  readonly rebilled: string[] = [];
  private number = 0;
  private given: Furniture | null = null;

  private constructor(
    private readonly vendorsUrl: string,
    readonly pool: Pool,
    readonly database: pg.Pool,
    private readonly schemas: Record<string, DataSource>,
  ) {}

  static async open({ databaseUrl, controlUrl }: Ground, pool: Pool, database: pg.Pool): Promise<Bench> {
    const schemas: Record<string, DataSource> = {};
    for (const schema of processes)
      schemas[schema] = await openDatabase({ url: databaseUrl, schema, migrations: [], poolSize: 3 });
    const bench = new Bench(controlUrl, pool, database, schemas);
    bench.given = await furnish(bench);
    return bench;
  }

  async close(): Promise<void> {
    for (const schema of Object.values(this.schemas)) await schema.destroy();
  }

  /** What exercises share, since none of them changes it. */
  get shared(): Furniture {
    return this.given!;
  }

  /** Another one each time. */
  next(): number {
    return (this.number += 1);
  }

  of(schema: string): DataSource {
    return this.schemas[schema]!;
  }

  /** Does something at a vendor's screen: `bamboohr/hire`. */
  act<T>(path: string, body: object): Promise<T> {
    return control<T>(this.vendorsUrl, `/actions/${path}`, body);
  }

  /** A record as the vendor holds it: `salesforce/Opportunity/<id>`. */
  look<T>(path: string): Promise<T> {
    return control<T>(this.vendorsUrl, `/records/${path}`);
  }

  /** Begins a run under a correlation id; with none the event begins it that somebody has just caused. */
  async begun<Input extends object>(
    schema: string,
    { name, version, runKey }: Pick<WorkflowDefinition<Input, never>, 'name' | 'version' | 'runKey'>,
    input: Input,
    record: string | null,
  ): Promise<Started> {
    const key = runKey(input);
    if (record !== null) {
      const runs = new RunRepository(this.of(schema));
      const run = { workflow: name, version, key, input, correlationId: record };
      await runs.database.transaction((manager) => runs.begin(manager, run));
    }
    return completing(schema, derivedId('run', name, key), record === null ? [] : [record]);
  }

  /** Waits until the work is done. */
  async done({ runs }: Started, what: string): Promise<void> {
    for (const run of runs)
      await until(
        async () => (await this.standing(run))?.state === run.state,
        patienceMs,
        `${what} to be ${run.state}`,
      );
  }

  /** Waits until a run has stopped for a person, over its waits for a time; answers the exception. */
  async stopped({ schema, runId }: Run, what: string): Promise<string> {
    const exceptionOf = `select id::text from ${schema}.exception where subject_id = $1 and state = 'open'`;
    let exception: string | undefined;
    const isStopped = async (): Promise<boolean> => {
      await comeDue(this.database, schema, runId);
      if (!hasEnded(await standing(this.database, schema, runId))) return false;
      exception = (await this.database.query<{ id: string }>(exceptionOf, [runId])).rows[0]?.id;
      return exception !== undefined;
    };
    await until(isStopped, patienceMs, `${what} to stop`);
    return exception!;
  }

  /** Settles an exception as a person would. */
  resolve(api: Api, exception: string, body: Resolution, record: string): Promise<unknown> {
    return this.decide(record, (key) => this.pool.api()[api].resolveException({ id: exception, key, body }));
  }

  /** Asks until there is an answer, under the same key: who was not answered does not know. */
  async decide<T>(record: string, ask: (key: string) => Promise<T>): Promise<T> {
    const key = newId();
    for (const end = Date.now() + patienceMs; ; await new Promise((resolve) => setTimeout(resolve, lookAgainMs))) {
      try {
        return await withContext({ correlationId: record, actor: null }, () => ask(key));
      } catch (error) {
        if (Failure.from(error).detail.code === 'already-settled') return undefined as T;
        if (Date.now() > end) throw error;
        if (Failure.from(error).kind === 'outcome-unknown') await forgetRequest(this.database, key);
      }
    }
  }

  /** Until nobody passes anything for the record any more: other subscribers hear of it a little later. */
  async calm(record: string): Promise<void> {
    for (let before = ''; ; await new Promise((resolve) => setTimeout(resolve, 500))) {
      const now = JSON.stringify(await this.pool.passed(record));
      if (now === before) return;
      before = now;
    }
  }

  private standing({ schema, runId }: Run): Promise<Standing | null> {
    return standing(this.database, schema, runId);
  }
}
