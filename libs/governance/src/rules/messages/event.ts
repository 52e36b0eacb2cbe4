import { Media } from '../../document/api.js';
import { recordOf, same, textOf } from '../../document/json.js';
import { Note, note } from '../../compare/note.js';

const facts = ['correlationId', 'bindings'] as const;

/** How an event is carried: what its bytes are, where its correlation id stands, what the broker adds. */
export function carried(was: Media, is: Media, direction: 'request' | 'response'): Note[] {
  const [before, after] = [recordOf(was.encoding), recordOf(is.encoding)];
  const told = {
    direction,
    area: direction === 'request' ? 'requestBody' : 'responses',
    base: was.at,
    revision: is.at,
  } as const;
  const moved = facts
    .filter((fact) => !same(before[fact], after[fact]))
    .map((fact) =>
      note({
        ...told,
        rule: `message-${fact === 'bindings' ? fact : 'correlation-id'}-changed`,
        level: 'dangerous',
        before: before[fact] ?? null,
        after: after[fact] ?? null,
        message: `Whoever relies on the ${fact === 'bindings' ? 'bindings' : 'correlation id'} of ${is.type} finds them elsewhere, or gone.`,
      }),
    );
  const [old, now] = [textOf(before.contentType), textOf(after.contentType)];
  if (old?.toLowerCase() === now?.toLowerCase()) return moved;
  const isOther = old !== undefined && now !== undefined;
  const content = note({
    ...told,
    rule: 'message-content-type-changed',
    level: isOther ? 'breaking' : 'safe',
    before: old ?? null,
    after: now ?? null,
    message: isOther
      ? `${is.type} is written as ${now} instead of ${old}: whoever reads or writes the other fails.`
      : `What ${is.type} is written as is ${now === undefined ? 'no longer' : 'now'} stated.`,
  });
  return [content, ...moved];
}
