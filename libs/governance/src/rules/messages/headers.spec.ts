import { api, told } from '../../judge.fixture.js';

const answer = (headers: object): unknown => api({ get: { responses: { 200: { headers } } } });
const [optional, required] = [{ schema: { type: 'string' } }, { required: true, schema: { type: 'string' } }];

it.each([
  ['comes', {}, { 'X-A': optional }, ['safe response-header-added']],
  ['that may come goes', { 'X-A': optional }, {}, ['dangerous optional-response-header-removed']],
  ['that always came goes', { 'X-A': required }, {}, ['breaking required-response-header-removed']],
  ['need not come any more', { 'X-A': required }, { 'X-A': optional }, ['breaking response-header-became-optional']],
  ['always comes', { 'X-A': optional }, { 'x-a': required }, ['safe response-header-became-required']],
  [
    'may be null',
    { 'X-A': optional },
    { 'X-A': { schema: { type: ['string', 'null'] } } },
    ['breaking response-header-became-nullable'],
  ],
  [
    'may not be null',
    { 'X-A': { schema: { type: ['string', 'null'] } } },
    { 'X-A': optional },
    ['safe response-header-became-not-nullable'],
  ],
])('a header that %s', (_, was, is, expected) => expect(told(answer(was), answer(is))).toEqual(expected));
