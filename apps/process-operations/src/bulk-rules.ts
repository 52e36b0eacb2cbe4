import { type BulkItem, bulkOutcomes, type BulkSum, type BulkWork, type CaseFilter } from '#contracts';
import { Failure, fingerprint, totalsByCurrency } from '#kernel';
import { nameOf, type Person } from '#platform';

/** How many cases one person settles, or events one person has given again, alone; for more, a second one confirms. */
export const doneAlone = 20;
/** How many can be taken in one go at all. */
export const doneAtOnce = 500;

/** Whether so many need a second person's word; one that is asked for though they are few is had as well. */
export const needsSecond = (size: number, asked = false): boolean => asked || size > doneAlone;

/** Stands for exactly these, in whatever order. */
export const selectionOf = (ids: string[]): string => fingerprint([...ids].sort());

/** "Everything" is never what is meant. */
export function checkFilter(filter: CaseFilter): void {
  if (Object.values(filter).some((value) => value !== undefined)) return;
  throw new Failure('rejected', 'a settlement in bulk needs a filter', {
    code: 'no-filter',
    fields: [{ field: 'filter', message: 'names nothing the cases have in common' }],
  });
}

/** How cases come out, in sum and by currency. */
export const sumsOf = (items: Pick<BulkItem, 'outcome' | 'moneyAtRisk'>[]): BulkSum[] =>
  bulkOutcomes
    .map((outcome) => ({ outcome, found: items.filter((item) => item.outcome === outcome) }))
    .filter(({ found }) => found.length > 0)
    .map(({ outcome, found }) => ({
      outcome,
      cases: found.length,
      moneyAtRisk: totalsByCurrency(found.flatMap(({ moneyAtRisk }) => moneyAtRisk ?? [])),
    }));

/** `what` is how these are called, e.g. `open cases`. */
export function checkSelection(what: string, ids: string[], expected: string | undefined): void {
  if (ids.length > doneAtOnce) {
    throw new Failure('rejected', `${ids.length} ${what} are more than the ${doneAtOnce} that are taken at once`, {
      code: 'too-many',
      remedy: 'ask for fewer',
    });
  }
  if (ids.length === 0) {
    throw new Failure('not-found', `there are no such ${what}`, { code: 'nothing-selected' });
  }
  if (expected !== undefined && expected !== selectionOf(ids)) {
    throw new Failure('conflict', `these are other ${what} than were shown`, {
      code: 'selection-changed',
      remedy: 'look at the dry run again',
    });
  }
}

/** Four eyes are those of two people, whatever they are called: namesakes are two, a renamed person is one. */
export function checkSecondPerson(
  { state, requester }: { state: BulkWork['state'] | 'decided'; requester: Person },
  person: Person,
) {
  if (state !== 'unconfirmed') {
    throw new Failure('conflict', 'this does not wait for a confirmation', { code: 'not-unconfirmed' });
  }
  if (person.subject === requester.subject) {
    throw new Failure('forbidden', `${nameOf(person)} asked for this; somebody else has to confirm it`, {
      code: 'same-person',
    });
  }
}
