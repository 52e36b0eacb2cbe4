import { judge, equal } from '../../judge.fixture.js';

describe('type', () => {
  judge('another type', [{ type: 'string' }, { type: 'boolean' }], {
    request: ['breaking request-body-type-changed'],
    response: ['breaking response-body-type-changed'],
  });
  judge('whole numbers from all numbers', [{ type: 'number' }, { type: 'integer' }], {
    request: ['breaking request-body-type-specialized'],
    response: ['safe response-body-type-specialized'],
  });
  judge('all numbers from whole numbers', [{ type: 'integer' }, { type: 'number' }], {
    request: ['safe request-body-type-generalized'],
    response: ['breaking response-body-type-generalized'],
  });
  judge('one type more', [{ type: 'string' }, { type: ['string', 'boolean'] }], {
    request: ['safe request-body-list-of-types-widened'],
    response: ['breaking response-body-list-of-types-widened'],
  });
  judge('one type fewer', [{ type: ['string', 'boolean'] }, { type: 'string' }], {
    request: ['breaking request-body-list-of-types-narrowed'],
    response: ['safe response-body-list-of-types-narrowed'],
  });
  judge('null allowed', [{ type: 'string' }, { type: ['string', 'null'] }], {
    request: ['safe request-body-became-nullable'],
    response: ['breaking response-body-became-nullable'],
  });
  judge('null no longer allowed', [{ type: ['string', 'null'] }, { type: 'string' }], {
    request: ['breaking request-body-became-not-nullable'],
    response: ['safe response-body-became-not-nullable'],
  });
  judge('a type where there was none', [{}, { type: 'string' }], {
    request: ['breaking request-body-type-specialized'],
    response: ['safe response-body-type-specialized'],
  });
  judge('no type any more', [{ type: 'string' }, {}], {
    request: ['safe request-body-type-generalized'],
    response: ['breaking response-body-type-generalized'],
  });
  equal(
    'null as a type of its own or in a list',
    { anyOf: [{ type: 'string' }, { type: 'null' }] },
    { type: ['string', 'null'] },
  );
  equal(
    'types listed or as alternatives',
    { oneOf: [{ type: 'string' }, { type: 'boolean' }] },
    { type: ['boolean', 'string'] },
  );
  equal('integer beside number adds nothing', { type: ['integer', 'number'] }, { type: 'number' });
});
