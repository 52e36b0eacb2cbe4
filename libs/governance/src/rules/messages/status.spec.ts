import { api, told } from '../../judge.fixture.js';

const answers = (...statuses: string[]): unknown =>
  api({ get: { responses: Object.fromEntries(statuses.map((status) => [status, { description: '' }])) } });

it.each([
  ['a success fewer', ['200', '201'], ['200'], ['breaking response-success-status-removed']],
  ['a success more', ['200'], ['200', '201'], ['safe response-success-status-added']],
  ['an error fewer', ['200', '404'], ['200'], ['safe response-non-success-status-removed']],
  ['an error more', ['200'], ['200', '404'], ['safe response-non-success-status-added']],
  ['one of a range', ['2XX'], ['200'], []],
  ['a range for one', ['200'], ['2XX'], []],
])('%s', (_, was, is, expected) => expect(told(answers(...was), answers(...is))).toEqual(expected));
