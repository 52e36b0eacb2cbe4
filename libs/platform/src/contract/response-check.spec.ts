import type { PublishedOperation } from './published-contract.js';
import { ResponseCheck } from './response-check.js';
import { Sampler } from './sampler.js';

const problem = { content: { 'application/problem+json': { schema: { required: ['kind'] } } } };
const definition = {
  responses: {
    200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Node' } } } },
    404: problem,
    204: { description: 'Nothing' },
  },
};
const node = {
  type: 'object',
  required: ['salary'],
  properties: {
    salary: { type: 'string' },
    next: { $ref: '#/components/schemas/Node' },
    day: { type: 'string', format: 'date' },
  },
};
const document = { paths: { '/v1/nodes': { get: definition } }, components: { schemas: { Node: node } } };
const operation: PublishedOperation = {
  contract: 'process/nodes/v1',
  version: '1.0.0',
  method: 'GET',
  path: '/v1/nodes',
  leaving: null,
  definition,
};
const check = new ResponseCheck([
  { contract: operation.contract, version: '1.0.0', document, operations: [operation] },
]);

describe('the check of an answer', () => {
  it.each([
    ['what the contract says', 200, { salary: '1', next: { salary: '2' } }],
    ['dates and absent fields as they go over the wire', 200, { salary: '1', next: undefined }],
    ['a problem', 404, { kind: 'not-found' }],
    ['a status without a body', 204, null],
  ])('passes %s', (_what, status, payload) => {
    expect(check.finding(operation, status, payload)).toBeNull();
  });

  it.each([
    ['a field that is missing', 200, {}, '200 #/components/schemas/Node/required: lacks the required field salary'],
    [
      'a value of another type, deep inside',
      200,
      { salary: '1', next: { salary: 90_210 } },
      '200 #/components/schemas/Node/properties/salary/type',
    ],
    [
      'a day that is none',
      200,
      { salary: '1', day: '2026-13-01' },
      '200 #/components/schemas/Node/properties/day/format',
    ],
    [
      'a problem that is none',
      404,
      {},
      '404 #/paths/~1v1~1nodes/get/responses/404/content/application~1problem+json/schema/required: lacks the required field kind',
    ],
    ['a status nobody was told of', 418, {}, '418 : is not in the contract'],
  ])('finds %s, and names the place in the contract', (_what, status, payload, place) => {
    const { status: answered, pointer, message } = check.finding(operation, status, payload)!;
    expect(`${answered} ${pointer}: ${message}`).toContain(place);
  });

  it('never tells a value', () => {
    const finding = check.finding(operation, 200, { salary: 90_210, next: 'canary' })!;
    expect(JSON.stringify(finding)).not.toMatch(/90.?210|canary/);
  });
});

describe('a sampler', () => {
  it('takes so many of each kind a minute, and as many in the next', () => {
    let now = 60_000;
    const sampler = new Sampler(2, () => now);
    const three = (kind: string): boolean[] => [1, 2, 3].map(() => sampler.takes(kind));
    expect([three('a'), three('b')]).toEqual([
      [true, true, false],
      [true, true, false],
    ]);
    now = 119_999;
    expect(sampler.takes('a')).toBe(false);
    now = 120_000;
    expect(three('a')).toEqual([true, true, false]);
  });
});
