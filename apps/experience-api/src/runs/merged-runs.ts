import type { ListedRun, OwnedRun, RunProcess } from '#contracts';
import { Failure } from '#kernel';

/** Where the list of each process API goes on: null at its end, nothing before its beginning. */
export type Places = Partial<Record<RunProcess, string | null>>;

/** A stretch of the runs of one process API, latest change first. */
export interface Stretch {
  process: RunProcess;
  items: ListedRun[];
  nextCursor: string | null;
}

/**
 * The latest runs of several process APIs, and where each list goes on after what was taken of it. Each list keeps its own
 * order, so that none is left out or shown twice where two changed in the same moment.
 */
export function merged(stretches: Stretch[], limit: number): { items: OwnedRun[]; places: Places } {
  const heads = stretches.map(({ items }) => ({ items, next: 0 }));
  const items: OwnedRun[] = [];
  while (items.length < limit) {
    const latest = heads.reduce((best, { items: runs, next }, at) => {
      const changed = runs[next]?.updatedAt;
      const before = best < 0 ? undefined : heads[best]!.items[heads[best]!.next]!.updatedAt;
      return changed && (before === undefined || changed > before) ? at : best;
    }, -1);
    if (latest < 0) break;
    const { cursor: _cursor, ...run } = heads[latest]!.items[heads[latest]!.next++]!;
    items.push({ ...run, process: stretches[latest]!.process });
  }
  const places = Object.fromEntries(
    stretches.flatMap(({ process, nextCursor, items: runs }, at): [string, string | null][] => {
      const taken = heads[at]!.next;
      if (taken === runs.length) return [[process, nextCursor]];
      return taken > 0 ? [[process, runs[taken - 1]!.cursor]] : [];
    }),
  );
  return { items, places };
}

/** Null once every list is at its end. */
export const writePlaces = (places: Places, processes: readonly RunProcess[]): string | null =>
  processes.every((process) => places[process] === null)
    ? null
    : Buffer.from(JSON.stringify(places)).toString('base64url');

/** Failure: `rejected` for a cursor that no page gave. */
export function readPlaces(cursor: string | undefined): Places {
  if (cursor === undefined) return {};
  try {
    const places: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (isPlaces(places)) return places;
  } catch {
    // Not one of ours either.
  }
  throw new Failure('rejected', `"${cursor}" is no cursor`, {
    fields: [{ field: 'cursor', message: 'must be `nextCursor` of the page before' }],
  });
}

const isPlaces = (said: unknown): said is Places =>
  typeof said === 'object' &&
  said !== null &&
  !Array.isArray(said) &&
  Object.values(said).every((place) => place === null || typeof place === 'string');
