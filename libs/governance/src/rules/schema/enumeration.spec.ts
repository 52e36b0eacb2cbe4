import { judge, equal } from '../../judge.fixture.js';

describe('enumeration', () => {
  judge(
    'a value more',
    [
      { type: 'string', enum: ['a'] },
      { type: 'string', enum: ['a', 'b'] },
    ],
    { request: ['safe request-body-enum-value-added'], response: ['dangerous response-body-enum-value-added'] },
  );
  judge(
    'a value fewer',
    [
      { type: 'string', enum: ['a', 'b'] },
      { type: 'string', enum: ['a'] },
    ],
    { request: ['breaking request-body-enum-value-removed'], response: ['safe response-body-enum-value-removed'] },
  );
  judge('values where any was allowed', [{ type: 'string' }, { type: 'string', enum: ['a'] }], {
    request: ['breaking request-body-became-enum'],
    response: ['safe response-body-became-enum'],
  });
  judge('any value where some were', [{ type: 'string', enum: ['a'] }, { type: 'string' }], {
    request: ['safe request-body-enum-removed'],
    response: ['dangerous response-body-enum-removed'],
  });
  judge('a constant where any was allowed', [{ type: 'string' }, { type: 'string', const: 'a' }], {
    request: ['breaking request-body-const-added'],
    response: ['safe response-body-const-added'],
  });
  judge(
    'another constant',
    [
      { type: 'string', const: 'a' },
      { type: 'string', const: 'b' },
    ],
    { request: ['breaking request-body-const-changed'], response: ['breaking response-body-const-changed'] },
  );
  judge('no constant any more', [{ type: 'string', const: 'a' }, { type: 'string' }], {
    request: ['safe request-body-const-removed'],
    response: ['breaking response-body-const-removed'],
  });
  judge(
    'a value more where more were announced',
    [
      { type: 'string', enum: ['a'], 'x-extensible-enum': ['a'] },
      { type: 'string', enum: ['a', 'b'], 'x-extensible-enum': ['a'] },
    ],
    { request: ['safe request-body-enum-value-added'], response: ['safe response-body-enum-value-added'] },
  );
  equal('the order of values', { type: 'string', enum: ['a', 'b'] }, { type: 'string', enum: ['b', 'a'] });
  equal('a constant and a list of one', { type: 'string', const: 'a' }, { type: 'string', enum: ['a'] });
  equal('constants as alternatives', { oneOf: [{ const: 'a', title: 'A' }, { const: 'b' }] }, { enum: ['a', 'b'] });
  equal('values that are objects', { enum: [{ a: 1, b: 2 }] }, { enum: [{ b: 2, a: 1 }] });
});
