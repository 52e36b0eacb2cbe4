import { api, ok, told } from '../../judge.fixture.js';

it('an operation more hurts nobody', () => {
  expect(told(api({ get: { responses: ok } }), api({ get: { responses: ok }, post: { responses: ok } }))).toEqual([
    'safe endpoint-added',
  ]);
});
