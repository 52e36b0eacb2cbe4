import { Change, SchemaRule } from '../../compare/change.js';
import { canonical } from '../../document/json.js';
import { alike } from '../../schema/alike.js';

/** Schemas an object must meet where one of its properties comes. */
export const dependentSchemas: SchemaRule = ({ base, revision }) => {
  const names = new Set([...base.shape.dependentSchemas.keys(), ...revision.shape.dependentSchemas.keys()]);
  return [...names].flatMap((name): Change[] => {
    const was = base.shape.dependentSchemas.get(name);
    const is = revision.shape.dependentSchemas.get(name);
    const change = { before: said(was), after: said(is), keyword: 'dependentSchemas' };
    const more = `a schema that holds where ${name} comes`;
    if (was === undefined)
      return [{ ...change, rule: '*-dependent-schema-added', move: 'narrower', what: `${more} was added` }];
    if (is === undefined)
      return [{ ...change, rule: '*-dependent-schema-removed', move: 'wider', what: `${more} was removed` }];
    const kept =
      was.length === is.length &&
      was.every((one, at) => alike(one, base.shaper.source, is[at]!, revision.shaper.source));
    return kept ? [] : [{ ...change, rule: '*-dependent-schema-changed', move: 'different', what: `${more} changed` }];
  });
};

function said(schemas: readonly { value: unknown }[] | undefined): unknown {
  return schemas === undefined ? null : schemas.map(({ value }) => canonical(value)).join(' and ');
}
