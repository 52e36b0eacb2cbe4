import { Change, SchemaPair, SchemaRule } from '../../compare/change.js';
import { namesOf, sideOf } from './property-names-of.js';

/** Properties only the revision names. */
export const propertyAdded: SchemaRule = (pair) => {
  const known = namesOf(pair.base.shape);
  return [...namesOf(pair.revision.shape)].filter((name) => !known.has(name)).map((name) => added(pair, name));
};

function added(pair: SchemaPair, name: string): Change {
  const property = pair.revision.shaper.property(pair.revision.shape, name);
  const { request, unseen } = sideOf(pair, property);
  const needed = pair.revision.shape.required.has(name);
  const told = {
    before: undefined,
    after: needed ? 'required' : 'optional',
    keyword: 'properties',
    property: name,
    move: 'none',
  } as const;
  if (!request) {
    const refused = pair.base.shaper.property(pair.base.shape, name).kinds.size === 0;
    const level = refused && !unseen ? 'dangerous' : 'safe';
    const why = refused ? ', though it said that no other would' : '';
    const writeOnly = unseen ? 'write-only-' : '';
    return {
      ...told,
      level,
      rule: `response-${needed ? 'required' : 'optional'}-${writeOnly}property-added`,
      what: `${name} now comes${why}`,
    };
  }
  if (unseen || !needed) {
    return {
      ...told,
      level: 'safe',
      rule: `new-optional-request-${unseen ? 'read-only-' : ''}property`,
      what: `${name} may now be sent`,
    };
  }
  return {
    ...told,
    move: 'narrower',
    rule: `new-required-request-property${property.notes.hasDefault ? '-with-default' : ''}`,
    what: `${name} must now be sent`,
    remedy: `Make ${name} optional and say what its absence means, or ask for it in a new major version.`,
  };
}
