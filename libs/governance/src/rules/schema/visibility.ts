import { Change, SchemaPair, SchemaRule } from '../../compare/change.js';

/** Properties that became, or are no longer, read-only or write-only. */
export const visibility: SchemaRule = (pair) =>
  [...pair.base.shape.properties.keys()]
    .filter((name) => pair.revision.shape.properties.has(name))
    .flatMap((name) => [flag(pair, name, 'readOnly'), flag(pair, name, 'writeOnly')].flat());

function flag(pair: SchemaPair, name: string, keyword: 'readOnly' | 'writeOnly'): Change[] {
  const was = pair.base.shaper.property(pair.base.shape, name).notes[keyword];
  const is = pair.revision.shaper.property(pair.revision.shape, name).notes[keyword];
  if (was === is) return [];
  const needed = pair.revision.shape.required.has(name);
  const word = keyword === 'readOnly' ? 'read-only' : 'write-only';
  const { direction } = pair.place;
  return [
    {
      rule: `${direction}-${needed ? 'required' : 'optional'}-property-became-${is ? '' : 'not-'}${word}`,
      move: 'none',
      level: hurts(direction, is ? word : `not-${word}`, needed) && !pair.place.ignored ? 'dangerous' : 'safe',
      before: was,
      after: is,
      keyword,
      property: name,
      what: `${name} is ${is ? 'now' : 'no longer'} ${word}`,
    },
  ];
}

/** What is sent is ignored; what was never sent is needed; what always came comes no more; what never came always does. */
function hurts(direction: 'request' | 'response', became: string, needed: boolean): boolean {
  if (direction === 'request') return became === 'read-only' || (became === 'not-read-only' && needed);
  return became === 'write-only' || (became === 'not-write-only' && needed);
}
