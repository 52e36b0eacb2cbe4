import { fields, isOfType, type LintRule, rule, type Schema, when, withField } from '../rule.js';

const classes = ['public', 'internal', 'confidential', 'personal', 'restricted'];

const isReference = ({ $ref, allOf, anyOf, oneOf }: Schema): boolean =>
  [$ref, allOf, anyOf, oneOf].some((part) => part !== undefined);
const isClosed = (schema: Schema): boolean => schema.enum !== undefined || schema.const !== undefined;
const isBoundedText = (schema: Schema): boolean =>
  schema.maxLength !== undefined || isClosed(schema) || ['date', 'date-time', 'uuid'].includes(schema.format ?? '');

export const fieldRules: LintRule[] = [
  rule<Schema>({
    id: 'field-described',
    reason: 'what a field means is what a consumer cannot guess',
    given: fields,
    check: ({ description, $ref }) => when(!description && !$ref, 'has no description'),
    good: withField('code', { type: 'string', description: 'Code of the project' }),
    bad: withField('code', { type: 'string' }),
  }),
  rule<Schema>({
    id: 'field-classified',
    reason: 'who may see a field is decided by its class, and one without would be shown to all',
    given: fields,
    check: (schema) => {
      const given = schema['x-classification'];
      return when(
        !classes.includes(given ?? ''),
        `x-classification is ${given ?? 'missing'}, not one of ${classes.join(', ')}`,
      );
    },
    good: withField('salary', { type: 'object', 'x-classification': 'restricted' }),
    bad: withField('salary', { type: 'object' }),
  }),
  rule<Schema>({
    id: 'text-bounded',
    reason: 'an unbounded text is how a caller fills our memory',
    given: [fields, `${fields}.items`, '$.paths[*][*].parameters[*].schema'],
    check: (schema) => when(isOfType(schema, 'string') && !isBoundedText(schema), 'is a text without maxLength'),
    good: withField('name', { type: 'string', maxLength: 200 }),
    bad: withField('name', { type: 'string' }),
  }),
  rule<Schema>({
    id: 'list-bounded',
    reason: 'an unbounded list is how a caller fills our memory',
    given: fields,
    check: (schema) => when(isOfType(schema, 'array') && schema.maxItems === undefined, 'is a list without maxItems'),
    good: withField('roles', { type: 'array', maxItems: 50, items: {} }),
    bad: withField('roles', { type: 'array', items: {} }),
  }),
  rule<Schema>({
    id: 'money-decimal',
    reason: 'binary fractions lose cents',
    given: fields,
    check: (schema, path) =>
      when(
        isOfType(schema, 'number') &&
          /(amount|price|cost|rate|money|total|budget|revenue|margin)$/i.test(String(path.at(-1))),
        'is money as a binary number; money is a decimal text and its currency',
      ),
    good: withField('hourlyRate', { type: 'object' }),
    bad: withField('hourlyRate', { type: 'number' }),
  }),
  rule<Schema>({
    id: 'reference-or-type',
    reason: 'a field of any type can be checked by nobody',
    given: fields,
    check: (schema, path) =>
      when(
        !isReference(schema) && !isClosed(schema) && schema.type === undefined && path.at(-1) !== 'extensions',
        'has no type',
      ),
    good: withField('code', { type: 'string' }),
    bad: withField('code', {}),
  }),
];
