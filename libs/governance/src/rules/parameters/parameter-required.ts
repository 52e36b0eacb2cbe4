import { ParameterRule, directionsOf } from '../../compare/pairs.js';
import { note } from '../../compare/note.js';

export const parameterRequired: ParameterRule = ({ base, revision, operation }) => {
  if (base.required === revision.required) return [];
  const direction = directionsOf(operation).sent;
  const where = {
    area: 'parameters',
    direction,
    field: revision.name,
    base: base.at,
    revision: revision.at,
    before: base.required,
    after: revision.required,
  } as const;
  if (!revision.required) {
    return [
      note({
        ...where,
        rule: 'request-parameter-became-optional',
        level: 'safe',
        message: `${revision.name} need no longer be sent.`,
      }),
    ];
  }
  const message = `A consumer that leaves out ${revision.name} is refused: it must now be sent.`;
  return [
    note({
      ...where,
      rule: 'request-parameter-became-required',
      level: direction === 'request' ? 'breaking' : 'safe',
      message,
    }),
  ];
};
