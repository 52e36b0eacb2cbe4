import { Response } from '../../document/api.js';
import { Note, note } from '../../compare/note.js';

type Responses = ReadonlyMap<string, Response>;

/** Answers that belong together: by status, else one status with the range it is in. */
export function matchStatuses(
  was: Responses,
  is: Responses,
): { pairs: (readonly [Response, Response])[]; removed: Response[]; added: Response[] } {
  const pairs: (readonly [Response, Response])[] = [];
  const used = new Set<Response>();
  const removed: Response[] = [];
  for (const mine of was.values()) {
    const partners = is.has(mine.status)
      ? [is.get(mine.status)!]
      : [...is.values()].filter((one) => !was.has(one.status) && within(one.status, mine.status));
    const wider = partners.length === 0 ? [...is.values()].filter((one) => within(mine.status, one.status)) : [];
    for (const theirs of [...partners, ...wider]) {
      pairs.push([mine, theirs]);
      used.add(theirs);
    }
    if (partners.length + wider.length === 0) removed.push(mine);
  }
  return { pairs, removed, added: [...is.values()].filter((one) => !used.has(one)) };
}

function within(status: string, range: string): boolean {
  return /^[1-5]XX$/i.test(range) && status !== range && status.startsWith(range[0]!) && /^\d{3}$/.test(status);
}

/** Answers a consumer no longer gets, or gets anew. */
export function statusNote(response: Response, done: 'added' | 'removed', direction: Note['direction']): Note {
  const success = /^[23]/.test(response.status) || response.status === 'message' || response.status === 'reply';
  const gone = done === 'removed';
  const hurts = gone && success;
  return note({
    rule: `response-${success ? '' : 'non-'}success-status-${done}`,
    level: hurts ? 'breaking' : 'safe',
    area: 'responses',
    direction,
    field: response.status,
    base: gone ? response.at : null,
    revision: gone ? null : response.at,
    before: gone ? response.status : null,
    after: gone ? null : response.status,
    message: hurts
      ? `A consumer that waits for ${response.status} never gets it.`
      : `A consumer ${gone ? 'no longer gets' : 'may now get'} ${response.status}.`,
  });
}
