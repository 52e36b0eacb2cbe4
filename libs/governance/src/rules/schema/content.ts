import { Change, SchemaRule, shown } from '../../compare/change.js';
import { constraint } from './constraint.js';
import { everyLocated } from '../../schema/merge.js';

/** What a text contains: its encoding and media type. */
export const contentEncoding = spoken('contentEncoding', 'content-encoding');
export const contentMediaType = spoken('contentMediaType', 'content-media-type');

export const contentSchema = constraint({
  id: 'content-schema',
  keyword: 'contentSchema',
  name: 'a schema for the content of the text',
  of: ({ shape }) => everyLocated(shape.parts, 'contentSchema'),
  changed: 'different',
  firm: true,
});

function spoken(keyword: string, id: string): SchemaRule {
  return ({ base, revision }): Change[] => {
    const was = base.shape.notes.raw(keyword);
    const is = revision.shape.notes.raw(keyword);
    if (was === is) return [];
    const what = `its ${keyword} went from ${shown(was)} to ${shown(is)}`;
    return [
      { rule: `*-${id}-changed`, move: 'different', firm: true, before: was ?? null, after: is ?? null, keyword, what },
    ];
  };
}
