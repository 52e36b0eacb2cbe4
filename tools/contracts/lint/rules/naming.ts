import {
  fields,
  isOfType,
  type LintRule,
  type Operation,
  operations,
  rule,
  type Schema,
  when,
  withField,
  withOperation,
} from '../rule.js';

const verbs =
  'accept|acknowledge|activate|approve|archive|assess|assign|begin|cancel|change|check|close|commit|confirm|control|correct|create|decide|delete|deprecate|end|explain|find|forecast|get|import|list|load|mute|note|open|post|preview|propose|publish|put|read|rebuild|register|rehearse|reject|release|remove|repeat|replay|report|request|resend|resolve|resume|retire|retry|search|set|settle|skip|start|stop|subscribe|switch|unmute|update|upload|verify|withdraw';
const verbNoun = new RegExp(`^(${verbs})[A-Z][A-Za-z0-9]*$`);
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const camel = /^[a-z][a-zA-Z0-9]*$/;

/** Names of vendors and products; what is theirs alone stands under `extensions`. */
const vendors = /salesforce|netsuite|kantata|bamboo|workday|certinia|s4hana|dynamics365|acumatica|floatapp|entra|okta/i;

const segmentsOf = (path: string): string[] => path.split('/').filter((part) => part !== '' && !part.startsWith('{'));

export const naming: LintRule[] = [
  rule<Record<string, unknown>>({
    id: 'path-kebab-case',
    reason: 'paths compare by their letters, and callers type them',
    given: '$.paths',
    check: (paths) =>
      Object.keys(paths)
        .filter((path) => segmentsOf(path).some((segment) => !kebab.test(segment)))
        .map((path) => `${path} has parts that are not lower-case-with-hyphens`),
    good: { paths: { '/v1/rate-cards/{id}': {} } },
    bad: { paths: { '/v1/rateCards/{id}': {} } },
  }),
  rule<Record<string, unknown>>({
    id: 'path-plural-noun',
    reason: 'one record is found under its collection, so a collection is named by what it holds many of',
    given: '$.paths',
    check: (paths) =>
      Object.keys(paths).flatMap((path) =>
        [...path.matchAll(/\/([^/{}]+)\/\{(?!instance)/g)]
          .map(([, collection]) => collection!)
          .filter((collection) => !/(s|people|staff|labour|leave)$/.test(collection))
          .map((collection) => `${path}: "${collection}" holds many, so it is a plural`),
      ),
    good: { paths: { '/v1/projects/{id}': {} } },
    bad: { paths: { '/v1/project/{id}': {} } },
  }),
  rule<Operation>({
    id: 'operation-id-verb-noun',
    reason: 'generated clients have a method of this name',
    given: operations,
    check: ({ operationId }) =>
      when(
        !verbNoun.test(operationId ?? ''),
        `operationId "${operationId ?? ''}" is not a verb and a noun, as listProjects`,
      ),
    good: withOperation({ operationId: 'listProjects' }),
    bad: withOperation({ operationId: 'projects_list' }),
  }),
  rule<Schema>({
    id: 'field-camel-case',
    reason: 'one spelling in every contract, so that nobody has to look it up',
    given: fields,
    check: (_schema, path) => when(!camel.test(String(path.at(-1))), `"${path.at(-1)}" is not camelCase`),
    good: withField('legalEntity', {}),
    bad: withField('legal_entity', {}),
  }),
  rule<Record<string, Schema>>({
    id: 'no-vendor-name',
    reason: 'a caller must not notice which product is behind a contract',
    given: ['$.paths', '$.components.schemas[*].properties'],
    check: (named) =>
      Object.keys(named)
        .filter((name) => vendors.test(name))
        .map((name) => `"${name}" names a vendor; what is a vendor's own belongs under extensions`),
    good: withField('extensions', { type: 'object' }),
    bad: withField('netsuiteId', {}),
  }),
  rule<Schema>({
    id: 'moment-and-day',
    reason: 'a name that says when has a format that says how',
    given: fields,
    check: (schema, path) => {
      const name = String(path.at(-1));
      return [
        ...when(
          /[a-z]At$/.test(name) && isOfType(schema, 'string') && schema.format !== 'date-time',
          `"${name}" is a moment, so its format is date-time`,
        ),
        ...when(
          /([a-z]Date|[a-z]On|^effectiveFrom)$/.test(name) && isOfType(schema, 'string') && schema.format !== 'date',
          `"${name}" is a day, so its format is date`,
        ),
      ];
    },
    good: withField('approvedAt', { type: 'string', format: 'date-time' }),
    bad: withField('approvedAt', { type: 'string' }),
  }),
];
