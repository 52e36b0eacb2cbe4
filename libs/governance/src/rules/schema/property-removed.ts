import { Change, SchemaPair, SchemaRule } from '../../compare/change.js';
import { isMapped, sideOf } from './property-names-of.js';

/** Properties only the base names. */
export const propertyRemoved: SchemaRule = (pair) => {
  return [...pair.base.shape.properties.keys()]
    .filter((name) => !pair.revision.shape.properties.has(name) && !isMapped(pair.revision, name))
    .map((name) => removed(pair, name));
};

function removed(pair: SchemaPair, name: string): Change {
  const property = pair.base.shaper.property(pair.base.shape, name);
  const { request, unseen } = sideOf(pair, property);
  const needed = pair.base.shape.required.has(name) && !pair.revision.shape.required.has(name);
  const told = {
    before: needed ? 'required' : 'optional',
    after: undefined,
    keyword: 'properties',
    property: name,
    move: 'none',
  } as const;
  if (request) {
    const refused = pair.revision.shaper.property(pair.revision.shape, name).kinds.size === 0;
    if (unseen)
      return {
        ...told,
        level: 'safe',
        rule: 'request-read-only-property-removed',
        what: `${name}, which nobody sent, is gone`,
      };
    const lost = refused
      ? `${name} may no longer be sent`
      : `${name} is no longer known: what is sent is ignored, or refused`;
    return {
      ...told,
      rule: 'request-property-removed',
      what: lost,
      ...(refused ? { move: 'narrower' } : { level: 'dangerous' }),
    };
  }
  const kind = `${needed ? 'required' : 'optional'}-${unseen ? 'write-only-' : ''}property`;
  const level = unseen ? 'safe' : needed ? 'breaking' : 'dangerous';
  return {
    ...told,
    level,
    rule: `response-${kind}-removed`,
    what: needed ? `${name}, which always came, is gone` : `${name} is gone`,
    remedy: `Keep sending ${name}, marked as deprecated with a sunset date, until nobody reads it.`,
  };
}
