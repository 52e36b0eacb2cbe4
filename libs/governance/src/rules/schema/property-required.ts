import { Change, SchemaPair, SchemaRule } from '../../compare/change.js';
import { namesOf, sideOf } from './property-names-of.js';

/** A property that both versions know and that must come in one of them only. */
export const propertyRequired: SchemaRule = (pair) => {
  const { base, revision } = pair;
  const kept = namesOf(revision.shape);
  return [...namesOf(base.shape)]
    .filter((name) => kept.has(name))
    .filter((name) => base.shape.required.has(name) !== revision.shape.required.has(name))
    .map((name) => change(pair, name));
};

function change(pair: SchemaPair, name: string): Change {
  const is = pair.revision.shape.required.has(name);
  const property = pair.revision.shaper.property(pair.revision.shape, name);
  const { request, unseen } = sideOf(pair, property);
  const told = {
    before: !is,
    after: is,
    keyword: 'required',
    property: name,
    ...(unseen ? ({ level: 'safe' } as const) : {}),
  };
  const place = request ? 'request' : 'response';
  const kind = unseen ? (request ? 'read-only-property' : 'write-only-property') : 'property';
  if (!is) {
    return { ...told, rule: `${place}-${kind}-became-optional`, move: 'wider', what: `${name} need no longer come` };
  }
  const filled = request && !unseen && property.notes.hasDefault ? '-with-default' : '';
  return {
    ...told,
    rule: `${place}-${kind}-became-required${filled}`,
    move: 'narrower',
    what: `${name} must now come`,
  };
}
