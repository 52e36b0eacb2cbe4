import { judge } from '../../judge.fixture.js';

describe('contains', () => {
  judge('an item that must be there', [{ type: 'array' }, { type: 'array', contains: { type: 'string' } }], {
    request: ['breaking request-body-contains-added'],
    response: ['safe response-body-contains-added'],
  });
  judge('an item that need not be there', [{ type: 'array', contains: { type: 'string' } }, { type: 'array' }], {
    request: ['safe request-body-contains-removed'],
    response: ['breaking response-body-contains-removed'],
  });
  judge(
    'another item that must be there',
    [
      { type: 'array', contains: { type: 'string' } },
      { type: 'array', contains: { type: 'boolean' } },
    ],
    { request: ['breaking request-property-type-changed'], response: ['breaking response-property-type-changed'] },
  );
});
