import { Failure, needsPerson } from '#kernel';
import { EndOfJournal, StepFailed } from './journaling.js';
import { Paused } from './waiting.js';

/** Does all of it, a few at a time, and lets each come to its end before the weightiest failure counts. */
export async function settleAll<T>(work: (() => Promise<T>)[], concurrency: number): Promise<T[]> {
  const results: PromiseSettledResult<T>[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < work.length) {
      const at = next++;
      [results[at]] = (await Promise.allSettled([work[at]!()])) as [PromiseSettledResult<T>];
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, work.length) }, worker));
  const errors = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));
  if (errors.length > 0) throw weightiest(errors, work.length);
  return results.map((result) => (result as PromiseFulfilledResult<T>).value);
}

/** What is not a matter of a single step comes first, then what needs a person, then what comes right by itself. */
function weightiest(errors: unknown[], of: number): unknown {
  const failed = errors.filter((error) => error instanceof StepFailed);
  const forPerson = failed.filter(({ failure }) => needsPerson(failure));
  const paused = errors.filter((error) => error instanceof Paused);
  const ends = errors.filter((error) => error instanceof EndOfJournal);
  const other = errors.find((error) => ![...failed, ...paused, ...ends].includes(error as StepFailed));
  return other ?? together(forPerson, of) ?? soonest(failed) ?? togetherPaused(paused) ?? ends[0];
}

/** Everything that is wrong at once, in one exception. */
function together(failed: StepFailed[], of: number): StepFailed | undefined {
  const [first] = failed;
  if (!first || failed.length === 1) return first;
  const { kind, detail } = first.failure;
  const sameCode = failed.every(({ failure }) => failure.detail.code === detail.code);
  const fields = failed.flatMap(({ step, failure }) =>
    (failure.detail.fields ?? [{ field: step, message: failure.message }]).map(({ field, message }) => ({
      field: field === step ? step : `${step}: ${field}`,
      message,
    })),
  );
  const message = `${failed.length} of ${of} failed: ${failed.map(({ failure }) => failure.message).join('; ')}`;
  const { code, remedy } = detail;
  return new StepFailed(
    first.step,
    new Failure(kind, clipped(message, 2000), {
      ...(sameCode && code && { code }),
      ...(sameCode && remedy && { remedy }),
      fields: fields.slice(0, 200),
    }),
    undefined,
  );
}

const soonest = (failed: StepFailed[]): StepFailed | undefined =>
  failed.toSorted(
    (a, b) => (a.failure.detail.retryAfterMs ?? Infinity) - (b.failure.detail.retryAfterMs ?? Infinity),
  )[0];

const togetherPaused = (paused: Paused[]): Paused | undefined =>
  paused.length > 0
    ? new Paused(clipped([...new Set(paused.map(({ message }) => message))].join('; '), 500))
    : undefined;

const clipped = (text: string, max: number): string => (text.length <= max ? text : `${text.slice(0, max - 1)}…`);
