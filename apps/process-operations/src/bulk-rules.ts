import type { BulkItem, BulkSettlement, ExceptionFilter } from '#contracts';
import { Failure, fingerprint } from '#kernel';
import { nameOf, type Person } from '#platform';

/** How many cases one person settles alone; for more, a second person confirms. */
export const settledAlone = 20;
/** How many cases can be settled in one go at all. */
export const settledAtOnce = 500;

/** Stands for exactly these cases, in whatever order. */
export const selectionOf = (items: Pick<BulkItem, 'app' | 'id'>[]): string =>
  fingerprint(items.map(({ app, id }) => `${app}/${id}`).sort());

/** "Everything" is never what is meant. */
export function checkFilter(filter: ExceptionFilter): void {
  if (Object.values(filter).some((value) => value !== undefined)) return;
  throw new Failure('rejected', 'a settlement in bulk needs a filter', {
    code: 'no-filter',
    fields: [{ field: 'filter', message: 'names nothing the cases have in common' }],
  });
}

export function checkSelection(items: Pick<BulkItem, 'app' | 'id'>[], expected: string | undefined): void {
  if (items.length > settledAtOnce) {
    throw new Failure('rejected', `${items.length} cases are more than the ${settledAtOnce} that are settled at once`, {
      code: 'too-many',
      remedy: 'narrow the filter',
    });
  }
  if (items.length === 0) {
    throw new Failure('not-found', 'no open case meets this filter', { code: 'nothing-selected' });
  }
  if (expected !== undefined && expected !== selectionOf(items)) {
    throw new Failure('conflict', 'other cases meet this filter than were shown', {
      code: 'selection-changed',
      remedy: 'look at the dry run again',
    });
  }
}

/** Four eyes are those of two people, whatever they are called: namesakes are two, a renamed person is one. */
export function checkSecondPerson(
  { state }: Pick<BulkSettlement, 'state'>,
  requester: Pick<Person, 'subject'>,
  person: Person,
): void {
  if (state !== 'unconfirmed') {
    throw new Failure('conflict', 'this settlement does not wait for a confirmation', { code: 'not-unconfirmed' });
  }
  if (person.subject === requester.subject) {
    throw new Failure('forbidden', `${nameOf(person)} asked for this settlement; somebody else has to confirm it`, {
      code: 'same-person',
    });
  }
}
