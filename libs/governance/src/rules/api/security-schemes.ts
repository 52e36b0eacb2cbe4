import { ContractRule } from '../../compare/pairs.js';
import { Note, note } from '../../compare/note.js';
import { Json, recordOf, same } from '../../document/json.js';
import { below } from '../../document/source.js';

/** How callers prove who they are. */
export const securitySchemes: ContractRule = ({ base, revision }) => {
  const names = new Set([...base.securitySchemes.keys(), ...revision.securitySchemes.keys()]);
  return [...names].flatMap((name) => {
    const [was, is] = [base.securitySchemes.get(name), revision.securitySchemes.get(name)];
    const where = { area: 'security', base: was?.at ?? null, revision: is?.at ?? null } as const;
    if (was === undefined)
      return [
        note({
          ...where,
          rule: 'api-security-component-added',
          level: 'safe',
          after: name,
          message: `The scheme ${name} is new.`,
        }),
      ];
    if (is === undefined)
      return [
        note({
          ...where,
          rule: 'api-security-component-removed',
          level: 'safe',
          before: name,
          message: `The scheme ${name} is gone; operations that needed it are judged one by one.`,
        }),
      ];
    return changed(name, recordOf(base.source.follow(was).value), recordOf(revision.source.follow(is).value), where);
  });
};

type Where = Pick<Note, 'area' | 'base' | 'revision'>;

function changed(name: string, was: Json, is: Json, where: Where): Note[] {
  const identity = ['type', 'scheme', 'in', 'name', 'openIdConnectUrl'].filter((key) => !same(was[key], is[key]));
  if (identity.length > 0) {
    const message = `The scheme ${name} asks for other credentials: ${identity.join(', ')} changed.`;
    return [
      note({
        ...where,
        rule: 'api-security-component-type-changed',
        level: 'dangerous',
        before: was[identity[0]!],
        after: is[identity[0]!],
        message,
      }),
    ];
  }
  const flows = new Set([...Object.keys(recordOf(was.flows)), ...Object.keys(recordOf(is.flows))]);
  return [...flows].flatMap((flow) =>
    flowChanged(flow, recordOf(recordOf(was.flows)[flow]), recordOf(recordOf(is.flows)[flow]), where),
  );
}

function flowChanged(flow: string, was: Json, is: Json, place: Where): Note[] {
  const where = {
    ...place,
    base: place.base && below(place.base, 'flows', flow),
    revision: place.revision && below(place.revision, 'flows', flow),
  };
  const urls = [
    ['authorizationUrl', 'oauth-url'],
    ['tokenUrl', 'oauth-token-url'],
  ].flatMap(([key, id]) =>
    was[key!] === is[key!]
      ? []
      : note({
          ...where,
          rule: `api-security-component-${id}-changed`,
          level: 'dangerous',
          before: was[key!] ?? null,
          after: is[key!] ?? null,
          message: `Consumers get their tokens elsewhere: ${key} of the flow ${flow} changed.`,
        }),
  );
  const [before, after] = [recordOf(was.scopes), recordOf(is.scopes)];
  const scopes = [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((scope) => {
    if (same(before[scope], after[scope])) return [];
    const done = !(scope in before) ? 'added' : scope in after ? 'changed' : 'removed';
    const level =
      done === 'removed' ? ('dangerous' as const) : done === 'added' ? ('safe' as const) : ('documentation' as const);
    return note({
      ...where,
      rule: `api-security-component-oauth-scope-${done}`,
      level,
      before: before[scope] ?? null,
      after: after[scope] ?? null,
      message: `The scope ${scope} of the flow ${flow} was ${done}.`,
    });
  });
  return [...urls, ...scopes];
}
