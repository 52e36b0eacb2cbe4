import { Api, SecurityRequirement } from '../../document/api.js';
import { ContractRule, OperationRule } from '../../compare/pairs.js';
import { Note, note } from '../../compare/note.js';
import { canonical, recordOf, same } from '../../document/json.js';

type Requirements = readonly SecurityRequirement[];

interface Told {
  prefix: 'api-security' | 'api-global-security';
  base: string;
  revision: string;
}

/** Who may call: one alternative is enough, and all of its schemes and scopes are needed. */
export const operationSecurity: OperationRule = ({ base, revision, contracts }) => {
  if (base.raw.security === undefined && revision.raw.security === undefined) return [];
  return compare(base.security, revision.security, contracts, {
    prefix: 'api-security',
    base: base.at,
    revision: revision.at,
  });
};

export const globalSecurity: ContractRule = (contracts) => {
  const where = { prefix: 'api-global-security', base: '#/security', revision: '#/security' } as const;
  return compare(contracts.base.security, contracts.revision.security, contracts, where);
};

function compare(
  was: Requirements | undefined,
  is: Requirements | undefined,
  contracts: Parameters<ContractRule>[0],
  told: Told,
): Note[] {
  const before = named(was, contracts.base, contracts.revision);
  const after = named(is, contracts.revision, contracts.base);
  if (same(before.map(canonical).sort(), after.map(canonical).sort())) return [];
  const hurts = !before.every((old) => after.some((one) => asksNoMore(one, old)));
  const area = 'security';
  const where = { area, base: told.base, revision: told.revision, before: was ?? null, after: is ?? null } as const;
  const level = hurts ? ('dangerous' as const) : ('safe' as const);
  const message = hurts
    ? 'A consumer whose credentials were enough until now can be refused (401 or 403).'
    : 'Every credential that was enough still is.';
  const remedy = hurts
    ? 'Grant consumers the new scheme or scope before this is released, or accept both for a time.'
    : '';
  return [{ ...note({ ...where, rule: `${told.prefix}-${ruleOf(before, after)}`, level, message }), remedy }];
}

/** Alternatives without the schemes' names where a scheme was only renamed; none at all is the empty one. */
function named(requirements: Requirements | undefined, own: Api, other: Api): SecurityRequirement[] {
  if (requirements === undefined || requirements.length === 0) return [{}];
  const identity = (name: string): string => (other.securitySchemes.has(name) ? name : definition(own, name) || name);
  return requirements.map((one) =>
    Object.fromEntries(Object.entries(one).map(([name, scopes]) => [identity(name), [...scopes].sort()])),
  );
}

function definition(api: Api, name: string): string {
  const located = api.securitySchemes.get(name);
  if (located === undefined) return '';
  const { description: _, ...rest } = recordOf(api.source.follow(located).value);
  return canonical(rest);
}

function asksNoMore(one: SecurityRequirement, old: SecurityRequirement): boolean {
  return Object.entries(one).every(([scheme, scopes]) => {
    const had = Object.hasOwn(old, scheme) ? old[scheme] : undefined;
    return had !== undefined && scopes.every((scope) => had.includes(scope));
  });
}

function ruleOf(before: Requirements, after: Requirements): string {
  const schemes = (list: Requirements): string => canonical(list.map((one) => Object.keys(one).sort()));
  const scopes = (list: Requirements): number => list.flatMap((one) => Object.values(one).flat()).length;
  if (schemes(before) === schemes(after)) return scopes(after) >= scopes(before) ? 'scope-added' : 'scope-removed';
  return before.every((old) =>
    after.some((one) => canonical(Object.keys(one).sort()) === canonical(Object.keys(old).sort())),
  ) || isNone(before)
    ? 'added'
    : 'removed';
}

function isNone(list: Requirements): boolean {
  return list.length === 1 && Object.keys(list[0]!).length === 0;
}
