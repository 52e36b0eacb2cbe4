import { api, inQuery, ok, told } from '../../judge.fixture.js';

const none = api({ get: { responses: ok } });

it('a parameter that may be sent hurts nobody, one that must does', () => {
  expect(told(none, inQuery({ schema: {} }))).toEqual(['safe new-optional-request-parameter']);
  expect(told(none, inQuery({ required: true, schema: {} }))).toEqual(['breaking new-required-request-parameter']);
  expect(told(none, inQuery({ required: true, schema: { default: 1 } }))).toEqual([
    'breaking new-required-request-parameter',
  ]);
});

it('at the path it is one of every operation', () => {
  const shared = (required: boolean): unknown =>
    api({ parameters: [{ name: 'q', in: 'query', required, schema: {} }], get: { responses: ok } });
  expect(told(none, shared(false))).toEqual(['safe new-optional-request-default-parameter-to-existing-path']);
  expect(told(none, shared(true))).toEqual(['breaking new-required-request-default-parameter-to-existing-path']);
});
