import { Operation } from '../../document/api.js';
import { Note, note } from '../../compare/note.js';

/** Calls the API makes to its consumers: `webhook` on its own account, `callback` where an operation asked for it. */
export function calledBack(kind: 'webhook' | 'callback', done: 'added' | 'removed', operation: Operation): Note {
  const name = `${kind} ${operation.path}`;
  const gone = done === 'removed';
  return note({
    rule: `${kind}-${done}`,
    level: gone ? 'breaking' : 'safe',
    area: kind === 'webhook' ? 'components' : 'paths',
    base: gone ? operation.at : null,
    revision: gone ? null : operation.at,
    before: gone ? name : null,
    after: gone ? null : name,
    message: gone
      ? `The ${name} is no longer called: whoever waits for it is never told.`
      : `The ${name} can now be called.`,
  });
}
