import type { WorkflowDefinition } from './definition.js';
import { JournaledFlow } from './journaled-flow.js';
import { beginNothing, EndOfJournal, Journaling } from './journaling.js';
import type { StepRow } from './journal.js';
import type { RunRow } from './run.repository.js';

/** A run as it was recorded: `RunRepository.find` and `RunRepository.journal`. */
export interface Recording {
  run: RunRow;
  steps: StepRow[];
}

/** Where other code would leave the way a run took. */
export interface Difference {
  step: string;
  why: string;
}

/**
 * Runs a workflow body over a recorded journal without doing anything, and tells the first step at which it would differ;
 * null where the run could go on with this body.
 */
export async function replay<Input extends object, Services>(
  definition: WorkflowDefinition<Input, Services>,
  { run, steps }: Recording,
  services: Services,
): Promise<Difference | null> {
  const journaling = new Journaling({ run, steps, begin: beginNothing, staleCounts: true });
  const end = await definition.run(new JournaledFlow(journaling), run.input as Input, services).then(
    () => null,
    (error: unknown) => error,
  );
  const other = steps.find(({ name, kind }) => (journaling.asked.get(name) ?? kind) !== kind);
  if (other) return { step: other.name, why: `is a ${journaling.asked.get(other.name)}, recorded is a ${other.kind}` };
  if (end instanceof EndOfJournal) return newStep(end.step, journaling, { run, steps });
  if (end) return { step: lastOf(journaling), why: `then the body breaks off: ${String(end)}` };
  const [left] = notReached(journaling, steps);
  return left ? { step: left.name, why: 'was done and is never reached' } : null;
}

function newStep(step: string, journaling: Journaling, { run, steps }: Recording): Difference | null {
  const isRecorded = steps.some(({ name }) => name === step);
  const [left] = notReached(journaling, steps);
  if (left) return { step, why: `comes where "${left.name}" was done` };
  return run.state === 'completed' && !isRecorded ? { step, why: 'comes after the end of the run' } : null;
}

/** What was done and not asked for; what is stale belongs to a way that was left already. */
const notReached = (journaling: Journaling, steps: StepRow[]): StepRow[] =>
  steps.filter(({ name, state }) => state !== 'stale' && !journaling.asked.has(name));

const lastOf = (journaling: Journaling): string => [...journaling.asked.keys()].at(-1) ?? 'workflow';
