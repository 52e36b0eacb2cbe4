import { Change, SchemaRule, shown } from '../../compare/change.js';
import { Shape } from '../../schema/shape.js';
import { constraint } from './constraint.js';
import { everyLocated } from '../../schema/part.js';

/** What OpenAPI 3.0 said by a format and 3.1 says by a keyword. */
export const respelt: Readonly<Record<string, { format: string; value: string }>> = {
  contentEncoding: { format: 'byte', value: 'base64' },
  contentMediaType: { format: 'binary', value: 'application/octet-stream' },
};

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
    const was = spelt(base.shape, revision.shape, keyword);
    const is = spelt(revision.shape, base.shape, keyword);
    if (was === is) return [];
    const what = `its ${keyword} went from ${shown(was)} to ${shown(is)}`;
    return [
      { rule: `*-${id}-changed`, move: 'different', firm: true, before: was ?? null, after: is ?? null, keyword, what },
    ];
  };
}

function spelt(shape: Shape, other: Shape, keyword: string): unknown {
  const stated = shape.notes.raw(keyword);
  const old = respelt[keyword];
  if (stated !== undefined || old === undefined) return stated;
  return shape.formats.has(old.format) && other.notes.raw(keyword) === old.value ? old.value : undefined;
}
