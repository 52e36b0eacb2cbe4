import { Injectable } from '@nestjs/common';
import type { Assignment, Resolution } from '#contracts';
import { failpoint, Failure } from '#kernel';
import { currentContext, type EntityManager, once } from '#platform';
import { checkedChanges } from './corrections.js';
import type { WorkflowDefinition } from './definition.js';
import type { ExceptionRepository, ExceptionRow } from './exception.repository.js';
import { checkNote } from './note-rules.js';
import type { RunRepository } from './run.repository.js';

/** Settles exceptions of one kind of subject. */
export interface Settlement {
  settle(manager: EntityManager, exception: ExceptionRow, resolution: Resolution): Promise<void>;
}

/** Begins runs and sets stopped ones going again. */
@Injectable()
export class RunService implements Settlement {
  constructor(
    private readonly runs: RunRepository,
    private readonly exceptions: ExceptionRepository,
    private readonly settlements: Partial<Record<ExceptionRow['subjectKind'], Settlement>> = {},
  ) {}

  /** Begins a run, or answers the one that exists: the same key is the same run. */
  begin<Input extends object, Services>(
    manager: EntityManager,
    definition: WorkflowDefinition<Input, Services>,
    input: Input,
    cause?: { source: string; id: string },
  ): Promise<{ id: string; isNew: boolean }> {
    const { correlationId, actor } = currentContext();
    const { name: workflow, version } = definition;
    const run = { workflow, version, key: definition.runKey(input), input, correlationId, askedBy: actor };
    return this.runs.begin(manager, { ...run, ...(cause && { cause }) });
  }

  /**
   * Tries a stopped run again, and a waiting one at once, because what it is about has changed at its source. One that is
   * being tried is marked first, so that it cannot be parked unseen: it tries once more before it stops.
   */
  async nudge(manager: EntityManager, runId: string, because: string): Promise<boolean> {
    if (await this.runs.wake(manager, runId)) return true;
    const open = await this.exceptions.openOn({ kind: 'run', id: runId });
    if (!open) return false;
    const exception = await this.exceptions.find(open, manager);
    await this.settle(manager, exception, { action: 'retry', reason: because });
    await this.exceptions.settle(manager, exception, 'throughline', because);
    return true;
  }

  /** A run that waits for a person's decision asks anew what is to be decided; false where it waits for none. */
  async reconsider(manager: EntityManager, runId: string): Promise<boolean> {
    const corrections = await this.runs.takeBackDecisions(manager, runId);
    if (corrections) await this.runs.resume(manager, runId, 'running', corrections);
    return corrections !== null;
  }

  /** Carries out what a person decided; the exception is settled in the same commit. A dry run commits nothing. */
  async resolve(exceptionId: string, resolution: Resolution, by: string): Promise<void> {
    await once(this.exceptions.database, async (manager) => {
      const exception = await this.open(manager, exceptionId);
      const settlement = exception.subjectKind === 'run' ? this : this.settlements[exception.subjectKind];
      if (!settlement) throw new Failure('defect', `nothing settles ${exception.subjectKind} exceptions`);
      await settlement.settle(manager, exception, resolution);
      await this.exceptions.settle(manager, exception, by, resolution);
      if (resolution.dryRun) throw rehearsed;
    }).catch((error: unknown) => {
      if (error !== rehearsed) throw error;
    });
    failpoint('after-settled');
  }

  async assign(exceptionId: string, assignment: Assignment, by: string): Promise<void> {
    await once(this.exceptions.database, async (manager) =>
      this.exceptions.assign(manager, await this.open(manager, exceptionId), by, assignment),
    );
  }

  /** Also of one that is settled: why it was can be learned later. */
  async note(exceptionId: string, text: string, by: string): Promise<void> {
    checkNote(text);
    await once(this.exceptions.database, async (manager) =>
      this.exceptions.note(manager, await this.exceptions.find(exceptionId, manager), by, text),
    );
  }

  private async open(manager: EntityManager, exceptionId: string): Promise<ExceptionRow> {
    const exception = await this.exceptions.find(exceptionId, manager);
    if (exception.state === 'open') return exception;
    throw new Failure('conflict', `exception "${exceptionId}" is settled already`, { code: 'already-settled' });
  }

  async settle(manager: EntityManager, exception: ExceptionRow, resolution: Resolution): Promise<void> {
    const run = await this.runs.find(exception.subjectId, manager);
    if (!run) throw new Failure('defect', `exception "${exception.id}" belongs to no run`);
    const unwinding = await this.runs.isUnwinding(manager, run.id);
    switch (resolution.action) {
      case 'retry':
        return this.runs.resume(manager, run.id, unwinding ? 'undoing' : 'running', run.corrections);
      case 'cancel':
        return this.runs.resume(manager, run.id, 'undoing', run.corrections);
      case 'correct':
        if (unwinding) throw onlyBackwards();
        return this.runs.resume(manager, run.id, 'running', corrected(run.corrections, exception, resolution.changes));
      case 'skip':
        throw new Failure('rejected', 'a run cannot leave a step out', {
          code: 'not-skippable',
          remedy: 'correct, retry or cancel it',
        });
    }
  }
}

/** Rolls a dry run back. */
const rehearsed = new Error('a dry run changes nothing');

const onlyBackwards = (): Failure =>
  new Failure('conflict', 'this run is being taken back', {
    code: 'being-undone',
    remedy: 'mend what hinders the undoing, then retry',
  });

function corrected(
  before: Record<string, Record<string, unknown>>,
  { corrects }: ExceptionRow,
  changes: Record<string, unknown> | undefined,
): Record<string, Record<string, unknown>> {
  if (!corrects) {
    throw new Failure('rejected', 'this exception has nothing to correct here', {
      code: 'not-correctable',
      remedy: 'mend the cause in the system that reported it, then retry',
    });
  }
  return { ...before, [corrects]: { ...before[corrects], ...checkedChanges(corrects, changes) } };
}
