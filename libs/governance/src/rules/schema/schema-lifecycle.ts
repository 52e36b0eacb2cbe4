import { Change, SchemaRule } from '../../compare/change.js';
import { stabilityOf } from '../../compare/sunset.js';
import { Shape } from '../../schema/shape.js';
import { lifecycle } from '../api/lifecycle.js';

const rules = {
  deprecated: '*-deprecated',
  dated: '*-deprecated-with-sunset',
  reactivated: '*-reactivated',
  missing: '*-deprecated-sunset-missing',
  invalid: '*-deprecated-sunset-invalid',
  soon: '*-sunset-date-too-small',
  moved: '*-sunset-date-too-small',
  deleted: '*-sunset-deleted',
};

/** What is announced of a field's end. */
export const schemaDeprecated: SchemaRule = ({ base, revision, place }) => {
  const where = { area: 'schema', direction: place.direction, base: null, revision: null } as const;
  return lifecycle(
    announced(base.shape),
    announced(revision.shape),
    { name: 'the field', rules, where },
    place.terms,
  ).map(({ rule, level, before, after, message }): Change => ({
    rule,
    level,
    move: 'none',
    before,
    after,
    keyword: 'deprecated',
    what: message.replace(/\.$/, ''),
  }));
};

/** `x-stability-level` of a field. */
export const schemaStability: SchemaRule = ({ base, revision }) => {
  const [before, after] = [raw(base.shape), raw(revision.shape)];
  const [was, is] = [stabilityOf(before), stabilityOf(after)];
  if (was === is || was === undefined || is === undefined || was < 0 || is < 0) return [];
  const keyword = 'x-stability-level';
  const told = { move: 'none', before: before[keyword], after: after[keyword], keyword } as const;
  return is > was
    ? [{ ...told, rule: '*-stability-increased', level: 'safe', what: 'it promises more than it did' }]
    : [{ ...told, rule: '*-stability-decreased', level: 'breaking', what: 'it promises less than it did' }];
};

const announced = ({ notes }: Shape): Record<string, unknown> => ({
  deprecated: notes.deprecated,
  'x-sunset': notes.raw('x-sunset'),
});

function raw({ notes }: Shape): Record<string, unknown> {
  const level = notes.raw('x-stability-level');
  return level === undefined ? {} : { 'x-stability-level': level };
}
