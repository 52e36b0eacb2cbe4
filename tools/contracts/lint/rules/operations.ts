import {
  type LintRule,
  type Operation,
  operations,
  reads,
  rule,
  type Schema,
  when,
  withOperation,
  writes,
} from '../rule.js';

const parameterOf = ({ parameters = [] }: Operation, place: string, name: string) =>
  parameters.find((parameter) => parameter.in === place && parameter.name.toLowerCase() === name.toLowerCase());

const refusals = ({ responses = {} }: Operation): string[] =>
  Object.keys(responses).filter((status) => /^[45]/.test(status));

const answerOf = ({ responses = {} }: Operation): Schema | undefined =>
  responses['200']?.content?.['application/json']?.schema;

/** Longest list that may be answered in one piece. */
const shortList = 1_000;

const problem = { content: { 'application/problem+json': { schema: { type: 'object' } } } };

export const operationRules: LintRule[] = [
  rule<Operation>({
    id: 'operation-described',
    reason: 'a catalogue of operations nobody explains is a list of riddles',
    given: operations,
    check: ({ summary, description }) => when(!summary && !description, 'has neither summary nor description'),
    good: withOperation({ summary: 'Projects, latest first' }),
    bad: withOperation({ operationId: 'listProjects' }),
  }),
  rule<Operation>({
    id: 'scope-required',
    reason: 'what declares no scope is open to everybody or to nobody, and no reviewer can tell which',
    given: operations,
    check: ({ security = [], 'x-scope': scope }) =>
      when(
        scope !== 'public' && !(security.length > 0 && security.every(({ oauth2 }) => oauth2?.length !== 0)),
        'asks for no token, or for one without a scope',
      ),
    good: withOperation({ security: [{ oauth2: ['projects.read'] }] }),
    bad: withOperation({ security: [{ oauth2: [] }] }),
  }),
  rule<Operation>({
    id: 'problem-details',
    reason: 'a client reads one kind of error, and reads in it what it can do next (RFC 9457)',
    given: operations,
    check: (operation) => [
      ...when(refusals(operation).length === 0, 'says nothing about how it fails'),
      ...refusals(operation)
        .filter((status) => !operation.responses![status]!.content?.['application/problem+json'])
        .map((status) => `its ${status} is not application/problem+json`),
    ],
    good: withOperation({ responses: { 404: problem } }),
    bad: withOperation({ responses: { 404: { content: { 'application/json': {} } } } }),
  }),
  rule<Operation>({
    id: 'correlation-id',
    reason: 'work is followed through all systems by one id, which the caller may bring',
    given: operations,
    check: (operation) => when(!parameterOf(operation, 'header', 'X-Correlation-Id'), 'does not take X-Correlation-Id'),
    good: withOperation({ parameters: [{ name: 'X-Correlation-Id', in: 'header' }] }),
    bad: withOperation({ parameters: [] }),
  }),
  rule<Operation>({
    id: 'idempotency-key',
    reason: 'a caller whose answer was lost has to be able to ask again without doing it twice',
    given: writes,
    check: (operation) =>
      when(
        !parameterOf(operation, 'header', 'Idempotency-Key') && operation['x-scope'] !== 'public',
        'changes something and takes no Idempotency-Key',
      ),
    good: withOperation({ parameters: [{ name: 'Idempotency-Key', in: 'header', required: true }] }, 'post'),
    bad: withOperation({ parameters: [] }, 'post'),
  }),
  rule<Operation>({
    id: 'cursor-pages',
    reason: 'a list that is answered whole is a list that one day is too long',
    given: reads,
    resolved: true,
    check: (operation) => {
      const answer = answerOf(operation);
      if (!answer?.properties?.items)
        return when(answer?.type === 'array', 'answers a bare list; a page is an object with items and nextCursor');
      // A list that cannot grow with the business is answered whole.
      if ((answer.properties.items.maxItems ?? Infinity) <= shortList) return [];
      return [
        ...when(!answer.properties.nextCursor, 'its page has no nextCursor'),
        ...when(!parameterOf(operation, 'query', 'cursor'), 'its pages cannot be turned: it takes no cursor'),
      ];
    },
    good: withOperation({
      parameters: [{ name: 'cursor', in: 'query' }],
      responses: {
        200: { content: { 'application/json': { schema: { properties: { items: {}, nextCursor: {} } } } } },
      },
    }),
    bad: withOperation({
      responses: { 200: { content: { 'application/json': { schema: { type: 'array' } } } } },
    }),
  }),
  rule<Operation>({
    id: 'parameter-described',
    reason: 'a parameter is as public as a field',
    given: operations,
    check: ({ parameters = [] }) =>
      parameters.filter(({ description }) => !description).map(({ name }) => `parameter ${name} has no description`),
    good: withOperation({ parameters: [{ name: 'state', in: 'query', description: 'Only in this state' }] }),
    bad: withOperation({ parameters: [{ name: 'state', in: 'query' }] }),
  }),
];
