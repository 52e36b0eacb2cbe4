import { Parameter } from '../../document/api.js';
import { Note, note } from '../../compare/note.js';
import { removalOf } from '../../compare/sunset.js';

/** A parameter only the base has: what is sent is ignored from now on. */
export function parameterRemoved(parameter: Parameter, direction: Note['direction'], today: string): Note {
  const removal = removalOf(parameter.raw, today);
  const rules = {
    'without-deprecation': 'request-parameter-removed',
    'sunset-parse': 'request-parameter-sunset-parse',
    'before-sunset': 'request-parameter-removed-before-sunset',
    'with-deprecation': 'request-parameter-removed-with-deprecation',
  };
  const levels = {
    'without-deprecation': 'dangerous',
    'sunset-parse': 'breaking',
    'before-sunset': 'breaking',
    'with-deprecation': 'safe',
  } as const;
  const name = `the ${parameter.in} parameter ${parameter.name}`;
  const why =
    removal === 'with-deprecation' ? ', as announced' : removal === 'before-sunset' ? ' before its sunset' : '';
  return note({
    rule: rules[removal],
    level: levels[removal],
    area: 'parameters',
    direction,
    field: parameter.name,
    base: parameter.at,
    before: parameter.required ? 'required' : 'optional',
    message: `A consumer that sends ${name} no longer gets what it asked for: it is gone${why}, and ignored or refused.`,
  });
}
