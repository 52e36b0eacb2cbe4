import { inQuery, told } from '../../judge.fixture.js';

it('a parameter that must now be sent hurts, one that need not does not', () => {
  const [optional, required] = [inQuery({ schema: {} }), inQuery({ required: true, schema: {} })];
  expect(told(optional, required)).toEqual(['breaking request-parameter-became-required']);
  expect(told(required, optional)).toEqual(['safe request-parameter-became-optional']);
});
