import { Failure, needsPerson } from '#kernel';
import type { AppLogger } from '#platform';
import type { AnyWorkflow } from './definition.js';
import type { ExceptionRepository, NewException } from './exception.repository.js';
import { isNamedException } from './exception-types.js';
import type { Journaling, StepFailed } from './journaling.js';
import type { Held } from './held.js';
import type { RunRepository, RunRow } from './run.repository.js';
import { minuteOf, type WaitRepository } from './waiting.js';

/** A defect is tried again a few times, in case it was the moment's; then a person sees it. */
const defectTries = 5;

export interface EngineParts<Services> {
  app: string;
  workflows: AnyWorkflow<Services>[];
  /** What workflow bodies are given to work with. */
  services: Services;
  runs: RunRepository;
  waits: WaitRepository;
  exceptions: ExceptionRepository;
  logger: AppLogger;
}

/** A run in hand. */
export interface Work<Services> {
  parts: EngineParts<Services>;
  definition: AnyWorkflow<Services>;
  run: RunRow;
  held: Held;
  journaling: Journaling;
}

/** Leaves a run that could not do a step: to wait, or to a person. */
export async function stop<Services>(work: Work<Services>, stopped: StepFailed): Promise<void> {
  const { parts, run, held, definition, journaling } = work;
  const { step, failure, corrects } = stopped;
  if (run.dry) return endRehearsal(work, stopped);
  if (failure.kind === 'defect') parts.logger.defect('step failed', failure.cause ?? failure, { runId: run.id, step });
  const again = tryAgain(run, failure);
  if (again) {
    return parts.runs.whileHeld(held, async (manager) => {
      if (await parts.runs.tryAnew(manager, held)) return;
      const since = await parts.runs.journal.triedSince(manager, held, step);
      const waitingFor = `${step}: ${failure.message}${since ? `; tried since ${minuteOf(new Date(since))}` : ''}`;
      return parts.runs.release(manager, held, { state: 'waiting', waitingFor, ...again });
    });
  }
  await park(parts, run, held, {
    failure,
    record: journaling.title,
    ...(!isNamedException(failure) && { owner: definition.owners[failure.kind] ?? definition.owners.default }),
    step,
    ...(corrects && { corrects }),
    business: journaling.business,
  });
}

/** In how long to try again, after how many failures in a row; null where a person has to see it. */
export function tryAgain(
  { failures: before }: Pick<RunRow, 'failures'>,
  failure: Failure,
): { wakeInMs: number; failures: number } | null {
  // Being told when to come back is an answer, not a failure.
  const counted = failure.kind !== 'throttled' && failure.detail.retryAfterMs === undefined;
  const failures = counted ? before + 1 : before;
  if (needsPerson(failure) || (failure.kind === 'defect' && failures >= defectTries)) return null;
  return { wakeInMs: Math.round(failure.detail.retryAfterMs ?? backoffMs(failures)), failures };
}

/** Nothing stays that could not be done by another release: the run goes on when it is there. */
export const parkWithoutVersion = <Services>(parts: EngineParts<Services>, run: RunRow, held: Held): Promise<void> =>
  park(parts, run, held, {
    failure: new Failure('unsupported', `this release has no version ${run.version} of workflow "${run.workflow}"`, {
      code: 'workflow-version-missing',
      remedy: `install a release that lists version ${run.version}, then retry`,
    }),
    record: run.title,
    business: run.business,
  });

async function park<Services>(
  parts: EngineParts<Services>,
  run: RunRow,
  held: Held,
  raised: Omit<NewException, 'subject' | 'correlationId'>,
): Promise<void> {
  const { failure, step } = raised;
  const isParked = await parts.runs.whileHeld(held, async (manager) => {
    // What it stopped for may be mended already.
    if (await parts.runs.tryAnew(manager, held)) return false;
    await parts.runs.release(manager, held, { state: 'parked', waitingFor: failure.message });
    const subject = { kind: 'run', id: run.id } as const;
    await parts.exceptions.raise(manager, { ...raised, subject, correlationId: run.correlationId });
    return true;
  });
  if (!isParked) return;
  parts.logger.problem('run parked', {
    workflow: run.workflow,
    runId: run.id,
    step,
    kind: failure.kind,
    reason: failure.message,
  });
}

/** A dry run is nobody's work: it says where the real one would stop. */
const endRehearsal = <Services>({ parts, held }: Work<Services>, { step, message }: StepFailed): Promise<void> =>
  parts.runs.whileHeld(held, (manager) =>
    parts.runs.release(manager, held, { state: 'completed', waitingFor: `would stop at "${step}": ${message}` }),
  );

/** Exponential with jitter up to a minute, in whole milliseconds. */
const backoffMs = (failures: number): number =>
  Math.round(Math.min(60_000, 500 * 2 ** failures) * (0.75 + Math.random() / 2));
