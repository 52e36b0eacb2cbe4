import { Parameter } from '../../document/api.js';
import { Note, note } from '../../compare/note.js';
import { recordOf } from '../../document/json.js';

/** A parameter only the revision has. */
export function parameterAdded(parameter: Parameter, direction: Note['direction']): Note {
  const needed = parameter.required && direction !== 'response';
  const shared = parameter.shared ? '-default-parameter-to-existing-path' : '-parameter';
  const rule =
    parameter.in === 'path'
      ? 'new-request-path-parameter'
      : `new-${parameter.required ? 'required' : 'optional'}-request${shared}`;
  const filled = recordOf(parameter.schema?.value).default !== undefined;
  const name = `the ${parameter.in} parameter ${parameter.name}`;
  return note({
    rule,
    level: needed ? 'breaking' : 'safe',
    area: 'parameters',
    direction,
    field: parameter.name,
    revision: parameter.at,
    after: parameter.required ? 'required' : 'optional',
    message: needed
      ? `A consumer that does not know ${name} is refused: it must now be sent${filled ? ', though it has a default' : ''}.`
      : `A consumer may now send ${name}.`,
    ...(needed ? { remedy: `Make ${parameter.name} optional with a default that means what was done until now.` } : {}),
  });
}
