import { Failure, needsPerson } from '#kernel';
import { type AppLogger, withContext } from '#platform';
import type { AnyWorkflow } from './definition.js';
import type { ExceptionRepository } from './exception.repository.js';
import { isNamedException } from './exception-types.js';
import { EndOfJournal, JournaledFlow, StepFailed, type Undo } from './journaled-flow.js';
import { leaseMs, Overtaken, type Held, type RunRepository, type RunRow } from './run.repository.js';

/** A defect is tried again a few times, in case it was the moment's; then a person sees it. */
const defectTries = 5;

export interface EngineParts<Services> {
  app: string;
  workflows: AnyWorkflow<Services>[];
  /** What workflow bodies are given to work with. */
  services: Services;
  runs: RunRepository;
  exceptions: ExceptionRepository;
  logger: AppLogger;
}

/** Moves runs forward, one portion of work at a time. Whatever happens is in the journal before and after. */
export class Engine<Services> {
  private readonly definitions: Map<string, AnyWorkflow<Services>>;

  constructor(private readonly parts: EngineParts<Services>) {
    this.definitions = new Map(
      parts.workflows.map((definition) => [versionOf(definition.name, definition.version), definition]),
    );
  }

  private get runs(): RunRepository {
    return this.parts.runs;
  }

  /** Works on a run until it ends, waits or stops. Does nothing where another worker holds it. */
  async advance(id: string): Promise<void> {
    const run = await this.runs.claim(id);
    if (!run) return;
    const held = { id: run.id, fence: run.fence };
    const heartbeat = setInterval(() => void this.runs.extendLease(held).catch(() => undefined), leaseMs / 3);
    try {
      await withContext({ correlationId: run.correlationId, actor: null }, () =>
        run.state === 'undoing' ? this.unwind(run, held) : this.forward(run, held),
      );
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
    } finally {
      clearInterval(heartbeat);
    }
  }

  private async forward(run: RunRow, held: Held): Promise<void> {
    const flow = await this.flowOf(run, false);
    try {
      await this.definitionOf(run).run(flow, run.input, this.parts.services);
    } catch (error) {
      if (error instanceof Overtaken) throw error;
      const stop = error instanceof StepFailed ? error : new StepFailed('workflow', Failure.from(error), undefined);
      await this.runs.describe(held, flow.title, flow.business);
      await this.stop(run, held, flow, stop);
      return;
    }
    await this.runs.describe(held, flow.title, flow.business);
    await this.runs.whileHeld(held, (manager) => this.runs.release(manager, held, { state: 'completed' }));
    this.parts.logger.info('run completed', { workflow: run.workflow, runId: run.id });
  }

  private async stop(
    run: RunRow,
    held: Held,
    flow: JournaledFlow,
    { step, failure, corrects }: StepFailed,
  ): Promise<void> {
    // Being told when to come back is an answer, not a failure.
    const counted = failure.kind !== 'throttled' && failure.detail.retryAfterMs === undefined;
    const failures = counted ? run.failures + 1 : run.failures;
    const exhausted = failure.kind === 'defect' && failures >= defectTries;
    if (failure.kind === 'defect')
      this.parts.logger.defect('step failed', failure.cause ?? failure, { runId: run.id, step });
    if (!needsPerson(failure) && !exhausted) {
      const wakeInMs = failure.detail.retryAfterMs ?? backoffMs(failures);
      await this.runs.whileHeld(held, (manager) =>
        this.runs.release(manager, held, {
          state: 'waiting',
          waitingFor: failure.message,
          wakeInMs: Math.round(wakeInMs),
          failures,
        }),
      );
      return;
    }
    const definition = this.definitionOf(run);
    await this.runs.whileHeld(held, async (manager) => {
      await this.runs.release(manager, held, { state: 'parked', waitingFor: failure.message });
      await this.parts.exceptions.raise(manager, {
        subject: { kind: 'run', id: run.id },
        failure,
        record: flow.title,
        ...(!isNamedException(failure) && { owner: definition.owners[failure.kind] ?? definition.owners.default }),
        step,
        ...(corrects && { corrects }),
        business: flow.business,
        correlationId: run.correlationId,
      });
    });
    this.parts.logger.problem('run parked', {
      workflow: run.workflow,
      runId: run.id,
      step,
      kind: failure.kind,
      reason: failure.message,
    });
  }

  /** Takes back what was begun, last first. An undo that fails is somebody's work and does not stop the others. */
  private async unwind(run: RunRow, held: Held): Promise<void> {
    const flow = await this.flowOf(run, true);
    await this.definitionOf(run)
      .run(flow, run.input, this.parts.services)
      .catch((error: unknown) => {
        if (!(error instanceof EndOfJournal)) throw error;
      });
    let residue: Failure | null = null;
    for (const undo of flow.undos.reverse()) {
      if (undo.state !== 'undone') residue = (await this.undo(flow, held, undo)) ?? residue;
    }
    const left = residue;
    await this.runs.whileHeld(held, async (manager) => {
      await this.runs.release(manager, held, { state: left ? 'parked' : 'cancelled' });
      if (left) {
        const failure = new Failure(left.kind, `could not be undone completely: ${left.message}`, left.detail);
        await this.parts.exceptions.raise(manager, {
          subject: { kind: 'run', id: run.id },
          failure,
          record: flow.title,
          owner: this.definitionOf(run).owners.default,
          business: flow.business,
          correlationId: run.correlationId,
        });
      }
    });
  }

  private async undo(flow: JournaledFlow, held: Held, { step, undo }: Undo): Promise<Failure | null> {
    await this.runs.whileHeld(held, (manager) => this.runs.markStep(manager, held, step, 'undoing'));
    const failure = await undo(flow.keyOf(`undo ${step}`)).then(
      () => null,
      (error: unknown) => Failure.from(error),
    );
    await this.runs.whileHeld(held, (manager) =>
      this.runs.markStep(manager, held, step, failure ? 'undo-failed' : 'undone'),
    );
    return failure;
  }

  private async flowOf(run: RunRow, unwinding: boolean): Promise<JournaledFlow> {
    const journal = await this.runs.journal(run.id);
    return new JournaledFlow(run, new Map(journal.map((step) => [step.name, step])), this.runs, {
      app: this.parts.app,
      unwinding,
    });
  }

  private definitionOf(run: RunRow): AnyWorkflow<Services> {
    const found = this.definitions.get(versionOf(run.workflow, run.version));
    if (found) return found;
    throw new Failure('defect', `this release has no version ${run.version} of workflow "${run.workflow}"`);
  }
}

const versionOf = (name: string, version: number): string => `${name}@${version}`;

/** Exponential with jitter up to a minute, in whole milliseconds. */
const backoffMs = (failures: number): number =>
  Math.round(Math.min(60_000, 500 * 2 ** failures) * (0.75 + Math.random() / 2));
