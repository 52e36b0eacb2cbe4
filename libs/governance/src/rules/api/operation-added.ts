import { Operation } from '../../document/api.js';
import { Note, note } from '../../compare/note.js';

export function operationAdded(operation: Operation): Note {
  const name = `${operation.method} ${operation.path}`;
  return note({
    rule: 'endpoint-added',
    level: 'safe',
    revision: operation.at,
    after: name,
    message: `${name} can now be called.`,
  });
}
