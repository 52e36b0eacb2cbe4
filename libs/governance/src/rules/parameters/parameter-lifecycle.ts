import { ParameterRule, directionsOf } from '../../compare/pairs.js';
import { lifecycle } from '../api/lifecycle.js';

const rules = {
  deprecated: 'request-parameter-deprecated',
  dated: 'request-parameter-deprecated',
  reactivated: 'request-parameter-reactivated',
  missing: 'request-parameter-deprecated-sunset-missing',
  invalid: 'request-parameter-sunset-parse',
  soon: 'request-parameter-sunset-date-too-small',
  moved: 'request-parameter-sunset-date-changed-too-small',
  deleted: 'request-parameter-sunset-deleted',
};

export const parameterDeprecated: ParameterRule = ({ base, revision, operation, contracts }) => {
  const direction = directionsOf(operation).sent;
  const where = { area: 'parameters', direction, field: revision.name, base: base.at, revision: revision.at } as const;
  return lifecycle(base.raw, revision.raw, { name: `the parameter ${revision.name}`, rules, where }, contracts.terms);
};
