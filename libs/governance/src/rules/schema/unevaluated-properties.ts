import { SchemaRule } from '../../compare/change.js';
import { onlyLeftOver } from '../../schema/leftover.js';
import { constraint } from './constraint.js';

const said = { id: 'unevaluated-properties', keyword: 'unevaluatedProperties' };
const name = 'a rule for properties not named elsewhere';
const beside = constraint({ ...said, name, of: ({ shape }) => shape.unevaluatedProperties, changed: 'different' });
const alone = constraint({ ...said, name, of: ({ shape }) => shape.additional });

/** Where nothing else names properties it is another word for additional ones, told by its own if the other version says nothing. */
export const unevaluatedProperties: SchemaRule = (pair) => [
  ...beside(pair),
  ...(onlyLeftOver(pair.base.shape.additional, pair.revision.shape.additional) ? alone(pair) : []),
];
