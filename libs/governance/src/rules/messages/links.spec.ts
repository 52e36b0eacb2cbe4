import { api, told } from '../../judge.fixture.js';

const answer = (links: object): unknown => api({ get: { responses: { 200: { links } } } });
const [a, b] = [{ next: { operationId: 'a' } }, { next: { operationId: 'b' } }];

it('a link can be followed, or must be looked at again', () => {
  expect(told(answer({}), answer(a))).toEqual(['safe response-link-added']);
  expect(told(answer(a), answer({}))).toEqual(['dangerous response-link-removed']);
  expect(told(answer(a), answer(b))).toEqual(['dangerous response-link-changed']);
});
