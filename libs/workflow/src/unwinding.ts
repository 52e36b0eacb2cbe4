import { publish } from '#events';
import { failpoint, Failure } from '#kernel';
import { stopChildren } from './children.js';
import { EndOfJournal, StepFailed, type Undo } from './journaling.js';
import { Overtaken } from './held.js';
import { runEnded } from './run-end.js';
import type { Work } from './stopping.js';

/** How long a child that was stopped in the middle of a step gets before it is looked at again. */
const childPauseMs = 1_000;

/** Takes back what was begun, last first. An undo that fails is somebody's work and does not stop the others. */
export async function unwind<Services>(work: Work<Services>, body: () => Promise<void>): Promise<void> {
  const { parts, run, held, journaling } = work;
  if (await stopChildren(parts.exceptions, held)) {
    const undoing = { state: 'undoing', wakeInMs: childPauseMs } as const;
    return parts.runs.whileHeld(held, (manager) => parts.runs.release(manager, held, undoing));
  }
  await parts.runs.whileHeld(held, (manager) => parts.waits.forget(manager, run.id));
  let residue = await body().then(() => null, whatHindered);
  const mine = journaling.undos.filter(({ step }) => run.deferred === null || step === run.deferred);
  for (const undo of mine.reverse()) {
    if (undo.state !== 'undone') residue = (await takeBack(work, undo)) ?? residue;
  }
  const left = residue;
  failpoint('before-end');
  await parts.runs.whileHeld(held, async (manager) => {
    await parts.runs.release(manager, held, { state: left ? 'parked' : 'cancelled' });
    if (!left) {
      await parts.waits.childEnded(manager, run.id, 'cancelled');
      return publish(manager, [runEnded(parts.app, run, 'cancelled')]);
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
  return Failure.from(error);
}

async function takeBack<Services>({ parts, held }: Work<Services>, { step, key, undo }: Undo): Promise<Failure | null> {
  await parts.runs.whileHeld(held, (manager) => parts.runs.journal.mark(manager, held, step, 'undoing'));
  failpoint('before-undo');
  const failure = await undo(key).then(
    () => null,
    (error: unknown) => Failure.from(error),
  );
  failpoint('after-undo');
  await parts.runs.whileHeld(held, (manager) =>
    parts.runs.journal.mark(manager, held, step, failure ? 'undo-failed' : 'undone'),
  );
  return failure;
}
