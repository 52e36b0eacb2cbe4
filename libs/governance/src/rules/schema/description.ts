import { SchemaRule } from '../../compare/change.js';
import { same } from '../../document/json.js';

/** Words for people. */
export const description: SchemaRule = ({ base, revision }) =>
  ['title', 'description', 'example', 'examples'].flatMap((keyword) => {
    const before = base.shape.notes.raw(keyword);
    const after = revision.shape.notes.raw(keyword);
    if (same(before, after)) return [];
    return {
      rule: `*-${keyword}-changed`,
      move: 'none',
      level: 'documentation',
      before,
      after,
      keyword,
      what: `its ${keyword} changed`,
    } as const;
  });
