import { judge, equal } from '../../judge.fixture.js';

describe('unique-items', () => {
  judge('items must differ', [{ type: 'array' }, { type: 'array', uniqueItems: true }], {
    request: ['breaking request-body-unique-items-added'],
    response: ['safe response-body-unique-items-added'],
  });
  judge('items may repeat', [{ type: 'array', uniqueItems: true }, { type: 'array' }], {
    request: ['safe request-body-unique-items-removed'],
    response: ['breaking response-body-unique-items-removed'],
  });
  equal('false is the same as nothing', { type: 'array', uniqueItems: false }, { type: 'array' });
});
