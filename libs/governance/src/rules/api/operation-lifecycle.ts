import { OperationRule } from '../../compare/pairs.js';
import { note } from '../../compare/note.js';
import { stabilityOf } from '../../compare/sunset.js';
import { lifecycle } from './lifecycle.js';

const rules = {
  deprecated: 'endpoint-deprecated',
  dated: 'endpoint-deprecated-with-sunset',
  reactivated: 'endpoint-reactivated',
  missing: 'api-deprecated-sunset-missing',
  invalid: 'api-path-sunset-parse',
  soon: 'api-sunset-date-too-small',
  moved: 'api-sunset-date-changed-too-small',
  deleted: 'sunset-deleted',
};

export const operationDeprecated: OperationRule = ({ base, revision, contracts }) => {
  const where = { area: 'paths', direction: 'none', base: base.at, revision: revision.at } as const;
  return lifecycle(base.raw, revision.raw, { name: `${base.method} ${base.path}`, rules, where }, contracts.terms);
};

/** `x-stability-level`: draft, alpha, beta, stable. */
export const operationStability: OperationRule = ({ base, revision }) => {
  const was = stabilityOf(base.raw);
  const is = stabilityOf(revision.raw);
  if (base.raw['x-stability-level'] === revision.raw['x-stability-level'] && is !== -1) return [];
  const [before, after] = [base.raw['x-stability-level'] ?? null, revision.raw['x-stability-level'] ?? null];
  const told = { base: base.at, revision: revision.at, before, after };
  const name = `${base.method} ${base.path}`;
  const known = 'State draft, alpha, beta or stable.';
  if (is === -1 || was === -1) {
    const message = `The stability of ${name} is stated as ${JSON.stringify(is === -1 ? after : before)}, which says nothing: nobody knows what is promised.`;
    return [note({ ...told, rule: 'api-invalid-stability-level', level: 'breaking', message, remedy: known })];
  }
  if (was === undefined || is === undefined) return [];
  if (is > was)
    return [
      note({ ...told, rule: 'api-stability-increased', level: 'safe', message: `${name} promises more: ${after}.` }),
    ];
  return [
    note({
      ...told,
      rule: 'api-stability-decreased',
      level: 'breaking',
      message: `${name} promises less than it did: ${after} instead of ${before}.`,
    }),
  ];
};
