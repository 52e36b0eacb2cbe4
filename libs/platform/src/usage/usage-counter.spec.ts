import type { PublishedContract, PublishedOperation } from '../contract/published-contract.js';
import { answeredFields, sentFields } from './field-tree.js';
import { others, UsageCounter } from './usage-counter.js';

const line = { type: 'object', properties: { role: {}, price: { $ref: '#/components/schemas/Money' } } };
const document = {
  components: {
    schemas: {
      Order: {
        allOf: [
          { properties: { name: {}, lines: { type: 'array', items: line } } },
          { properties: { next: { $ref: '#/components/schemas/Order' } } },
        ],
      },
      Money: { type: 'object', properties: { amount: {}, currency: {} } },
    },
  },
};
const body = { content: { 'application/json': { schema: { $ref: '#/components/schemas/Order' } } } };
const operation: PublishedOperation = {
  contract: 'process/orders/v1',
  version: '1.2.0',
  method: 'POST',
  path: '/v1/orders',
  leaving: null,
  definition: {
    parameters: [
      { in: 'query', name: 'dryRun' },
      { in: 'header', name: 'X-Other' },
    ],
    requestBody: body,
    responses: { 201: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Money' } } } } },
  },
};
const contract: PublishedContract = {
  contract: operation.contract,
  version: '1.2.0',
  document,
  operations: [operation],
};
const request = { operation, consumer: 'shop', status: 201, body: {}, query: {} };

describe('the fields of an operation', () => {
  it('are those of its body, references, parts and lists followed, and of its query; one that contains itself ends', () => {
    expect(sentFields(document, operation).paths).toEqual([
      'name',
      'lines',
      'lines[].role',
      'lines[].price',
      'lines[].price.amount',
      'lines[].price.currency',
      'next',
      'dryRun',
    ]);
    expect(answeredFields(document, operation, '201')).toEqual({ paths: ['amount', 'currency'], schemas: [{}, {}] });
    expect(answeredFields(document, operation, '404')).toEqual({ paths: [], schemas: [] });
  });
});

describe('the count of use', () => {
  it('has the names of fields sent, once a request, and the statuses answered; no value', () => {
    const counter = new UsageCounter([contract]);
    const lines = [{ role: 'canary-1' }, { role: 'canary-2', price: { amount: '90210', currency: null } }];
    counter.count({ ...request, body: { name: 'canary-3', lines } });
    counter.count({ ...request, body: { name: 'canary-4' }, query: { dryRun: 'true' }, status: 422 });
    const taken = counter.take();
    expect(taken.map(({ side, name, count }) => `${side} ${name} ${count}`)).toEqual([
      'call  2',
      'sent name 2',
      'sent lines 1',
      'sent lines[].role 1',
      'sent lines[].price 1',
      'sent lines[].price.amount 1',
      'sent lines[].price.currency 1',
      'sent dryRun 1',
      'answered 201 1',
      'answered 422 1',
    ]);
    expect(taken[0]).toMatchObject({
      consumer: 'shop',
      contract: 'process/orders/v1',
      version: '1.2.0',
      operation: 'POST /v1/orders',
    });
    expect(JSON.stringify(taken)).not.toMatch(/canary|90210/);
  });

  it('does not grow by fields no contract has, whatever a caller makes up', () => {
    const counter = new UsageCounter([contract]);
    for (let at = 0; at < 1000; at += 1)
      counter.count({ ...request, body: { [`made-up-${at}`]: 1, __proto__: { name: 1 } } });
    expect(counter.take().map(({ side }) => side)).toEqual(['call', 'answered']);
  });

  it('does not grow beyond its cap: who comes later is counted with the others', () => {
    const counter = new UsageCounter([contract], 3);
    for (let at = 0; at < 1000; at += 1) counter.count({ ...request, consumer: `client-${at}` });
    counter.count({ ...request, consumer: 'client-0' });
    const calls = counter.take().filter(({ side }) => side === 'call');
    expect(calls.map(({ consumer, count }) => [consumer, count])).toEqual([
      ['client-0', 2],
      ['client-1', 1],
      ['client-2', 1],
      [others, 997],
    ]);
  });

  it('begins anew once it is taken', () => {
    const counter = new UsageCounter([contract]);
    counter.count(request);
    expect(counter.take()).toHaveLength(2);
    expect(counter.take()).toEqual([]);
  });
});
