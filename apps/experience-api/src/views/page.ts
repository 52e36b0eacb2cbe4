import { Failure } from '#kernel';

/** A stretch of a list whose order may change between two looks: counted from its beginning. */
export interface Stretch {
  from: number;
  limit: number;
}

/** Which stretch is asked for. Failure: `rejected` for a cursor that no page gave. */
export function stretchOf({ cursor, limit = 100 }: { cursor?: string; limit?: number }): Stretch {
  const from = Number(cursor ?? 0);
  if (Number.isSafeInteger(from) && from >= 0) return { from, limit };
  throw new Failure('rejected', `"${cursor}" is no cursor`, {
    fields: [{ field: 'cursor', message: 'must be `nextCursor` of the page before' }],
  });
}

/** A page of what was read for a stretch, which is one more than is shown where there is more. */
export const pageOf = <T>(found: T[], { from, limit }: Stretch): { items: T[]; nextCursor: string | null } => ({
  items: found.slice(0, limit),
  nextCursor: found.length > limit ? String(from + limit) : null,
});
