import { publish } from '#events';
import { failpoint, Failure } from '#kernel';
import { classified, withContext } from '#platform';
import type { AnyWorkflow } from './definition.js';
import { JournaledFlow } from './journaled-flow.js';
import {
  type Begin,
  beginNothing,
  EndOfJournal,
  Journaling,
  type JournalingOptions,
  StepFailed,
} from './journaling.js';
import { Recorder } from './recorder.js';
import { Rehearsal } from './rehearsal.js';
import type { StepRow } from './journal.js';
import { Overtaken, type Held } from './held.js';
import { type ClaimedRun, leaseMs, type RunRepository, type RunRow } from './run.repository.js';
import { runEnded } from './run-end.js';
import { type EngineParts, parkWithoutVersion, stop } from './stopping.js';
import { unwind } from './unwinding.js';
import { Paused } from './waiting.js';

/** Moves runs forward, one portion of work at a time. Whatever happens is in the journal before and after. */
export class Engine<Services> {
  private readonly definitions: Map<string, AnyWorkflow<Services>>;
  private readonly delivered: string[];

  constructor(private readonly parts: EngineParts<Services>) {
    this.delivered = parts.workflows.flatMap(({ waitsFor }) => (waitsFor ?? []).map(({ type }) => type));
    this.definitions = new Map(
      parts.workflows.map((definition) => [versionOf(definition.name, definition.version), definition]),
    );
    if (this.definitions.size < parts.workflows.length) {
      throw new Failure('defect', 'two workflows have the same name and version');
    }
  }

  private get runs(): RunRepository {
    return this.parts.runs;
  }

  /** Works on a run until it ends, waits or stops. Does nothing where another worker holds it. */
  async advance(id: string): Promise<void> {
    const claimed = await this.runs.claim(id);
    if (!claimed) return;
    const { run } = claimed;
    const held = { id: run.id, fence: run.fence };
    const heartbeat = setInterval(() => void this.runs.extendLease(held).catch(() => undefined), leaseMs / 3);
    try {
      const { correlationId, workflow, begun } = run;
      await withContext({ correlationId, actor: null, run: { workflow, begun } }, () => this.move(claimed, held));
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
    } finally {
      clearInterval(heartbeat);
    }
  }

  private async move({ run, steps }: ClaimedRun, held: Held): Promise<void> {
    const definition = this.definitions.get(versionOf(run.workflow, run.version));
    if (!definition) return parkWithoutVersion(this.parts, run, held);
    const unwinding = run.state === 'undoing';
    const recorder = new Recorder(run, steps, { ...this.parts, delivered: this.delivered });
    const journaling = new Journaling(await this.journalOf(run, steps, recorder));
    const body = (): Promise<void> => definition.run(new JournaledFlow(journaling), run.input, this.parts.services);
    if (unwinding) return unwind({ parts: this.parts, definition, run, held, journaling }, body);
    const stopped = await recorder.settling(body).then(
      () => this.whatStopped(run),
      (error: unknown) => this.whatStopped(run, error),
    );
    if (journaling.described) await this.runs.describe(held, journaling.title, journaling.business);
    if (stopped instanceof Paused) {
      const waiting = { state: 'waiting', waitingFor: stopped.message } as const;
      return this.runs.whileHeld(held, (manager) => this.runs.release(manager, held, waiting));
    }
    if (stopped) return stop({ parts: this.parts, definition, run, held, journaling }, stopped);
    failpoint('before-end');
    await this.complete({ run, steps }, definition, held);
    failpoint('after-end');
  }

  /** What keeps the run from being complete. */
  private async whatStopped(run: RunRow, error?: unknown): Promise<StepFailed | Paused | null> {
    if (error instanceof Overtaken) throw error;
    if (error instanceof StepFailed || error instanceof Paused) return error;
    if (run.deferred !== null && (error === undefined || error instanceof EndOfJournal)) {
      const isDone = (await this.runs.journal.of(run.id)).some(({ state }) => state === 'done');
      return isDone ? null : new StepFailed(run.deferred, notReached(run.deferred), undefined);
    }
    return error === undefined ? null : new StepFailed('workflow', classified(error), undefined);
  }

  private async complete(
    { run, steps }: ClaimedRun,
    { class: promised }: AnyWorkflow<Services>,
    held: Held,
  ): Promise<void> {
    // A run that waited was let go of, and so was claimed with its wait in the journal.
    const hasWaited = steps.some(({ kind }) => kind === 'wait');
    const waited = hasWaited ? await this.runs.journal.waitedSeconds(run.id) : 0;
    const told = runEnded(this.parts.app, run, { state: 'completed', class: promised, waited });
    if (run.parentId === null && !run.dry) await this.runs.complete(held, told);
    else {
      await this.runs.whileHeld(held, async (manager) => {
        await this.runs.release(manager, held, { state: 'completed' });
        await this.parts.waits.childEnded(manager, run.id, 'completed');
        if (!run.dry) await publish(manager, [told]);
      });
    }
    this.parts.logger.info('run completed', { workflow: run.workflow, runId: run.id });
  }

  private async journalOf(run: RunRow, steps: StepRow[], recorder: Recorder): Promise<JournalingOptions> {
    const unwinding = run.state === 'undoing';
    if (run.parentId !== null && run.deferred !== null) {
      const deferred: Begin = (entry, key, known) => recorder.beginDeferred(entry, key, known);
      const begin = unwinding ? beginNothing : deferred;
      return { ...(await this.onParent(run, run.parentId, steps)), begin, staleCounts: true };
    }
    const rehearsal = new Rehearsal(run, this.runs);
    const forward: Begin = run.dry
      ? (entry) => rehearsal.begin(entry)
      : (entry, key, known) => recorder.begin(entry, key, known);
    return { run, steps, begin: unwinding ? beginNothing : forward, staleCounts: unwinding };
  }

  /** A deferred step stands on what its parent has read and done, and keeps the parent's keys. */
  private async onParent(run: RunRow, parentId: string, own: StepRow[]): Promise<{ run: RunRow; steps: StepRow[] }> {
    const parent = await this.runs.find(parentId);
    if (!parent) throw new Failure('defect', `run "${run.id}" has lost its parent`);
    const steps = await this.runs.journal.of(parentId);
    const { round } = steps.find(({ name }) => name === run.deferred) ?? { round: 0 };
    const before = steps.filter(({ name }) => name !== run.deferred);
    const corrections = { ...parent.corrections, ...run.corrections };
    return {
      run: { ...parent, corrections, title: run.title },
      steps: [...before, ...own.map((step) => ({ ...step, round }))],
    };
  }
}

const versionOf = (name: string, version: number): string => `${name}@${version}`;

const notReached = (step: string): Failure =>
  new Failure('conflict', `the workflow no longer comes to "${step}", which was left for later`, {
    remedy: 'cancel this run, or release a version that comes to it',
  });
