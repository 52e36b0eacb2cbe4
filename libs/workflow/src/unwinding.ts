import { publish } from '#events';
import { failpoint, Failure } from '#kernel';
import { classified } from '#platform';
import { stopChildren } from './children.js';
import { EndOfJournal, StepFailed, type Undo } from './journaling.js';
import { Overtaken } from './held.js';
import { runEnded } from './run-end.js';
import { tryAgain, type Work } from './stopping.js';

/** How long a child that was stopped in the middle of a step gets before it is looked at again. */
const childPauseMs = 1_000;

/**
 * Takes back what was begun, last first. An undo that fails does not stop the others; it is tried again where the moment
 * was to blame, and somebody's work where it was not.
 */
export async function unwind<Services>(work: Work<Services>, body: () => Promise<void>): Promise<void> {
  const { parts, run, held, journaling } = work;
  if (await stopChildren(parts.exceptions, held)) {
    const undoing = { state: 'undoing', wakeInMs: childPauseMs } as const;
    return parts.runs.whileHeld(held, (manager) => parts.runs.release(manager, held, undoing));
  }
  await parts.runs.whileHeld(held, (manager) => parts.waits.forget(manager, run.id));
  const hindered = await body().then(() => null, whatHindered);
  const mine = journaling.undos.filter(({ step }) => run.deferred === null || step === run.deferred);
  const failures: Failure[] = [];
  for (const undo of mine.reverse()) {
    if (undo.state !== 'undone') failures.push(...(await takeBack(work, undo)));
  }
  const again = failures.map((failure) => tryAgain(run, failure));
  const left = hindered ?? failures.findLast((_failure, at) => again[at] === null);
  failpoint('before-end');
  await parts.runs.whileHeld(held, async (manager) => {
    if (again[0] && !left) return parts.runs.release(manager, held, { state: 'undoing', ...again[0] });
    await parts.runs.release(manager, held, { state: left ? 'parked' : 'cancelled' });
    if (!left) {
      await parts.waits.childEnded(manager, run.id, 'cancelled');
      return publish(manager, [runEnded(parts.app, run, { state: 'cancelled', class: work.definition.class })]);
    }
    await parts.exceptions.raise(manager, {
      subject: { kind: 'run', id: run.id },
      failure: new Failure(left.kind, `could not be undone completely: ${left.message}`, left.detail),
      record: journaling.title,
      owner: work.definition.owners.default,
      business: journaling.business,
      correlationId: run.correlationId,
    });
  });
  failpoint('after-end');
}

/** The body shows which undos belong to what happened; where it breaks off by itself some may be missing. */
function whatHindered(error: unknown): Failure | null {
  if (error instanceof Overtaken) throw error;
  if (error instanceof EndOfJournal || error instanceof StepFailed) return null;
  const failure = classified(error);
  // The database was away: the run is taken up again, nothing is known to be missing.
  if (failure.kind === 'outcome-unknown') throw error;
  return failure;
}

async function takeBack<Services>({ parts, held }: Work<Services>, { step, key, undo }: Undo): Promise<Failure[]> {
  await parts.runs.whileHeld(held, (manager) => parts.runs.journal.mark(manager, held, step, 'undoing'));
  failpoint('before-undo');
  const failures = await undo(key).then(
    () => [],
    (error: unknown) => [classified(error)],
  );
  failpoint('after-undo');
  await parts.runs.whileHeld(held, (manager) =>
    parts.runs.journal.mark(manager, held, step, failures.length > 0 ? 'undo-failed' : 'undone'),
  );
  return failures;
}
