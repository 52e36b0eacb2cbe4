import { api, ok, told } from '../../judge.fixture.js';

const none = api({ post: { responses: ok } });
const body = (required: boolean): unknown =>
  api({ post: { requestBody: { required, content: { 'application/json': {} } }, responses: ok } });

it.each([
  ['safe request-body-added-optional', none, body(false)],
  ['breaking request-body-added-required', none, body(true)],
  ['breaking request-body-removed', body(true), none],
  ['breaking request-body-became-required', body(false), body(true)],
  ['safe request-body-became-optional', body(true), body(false)],
])('%s', (expected, was, is) => expect(told(was, is)).toEqual([expected]));
