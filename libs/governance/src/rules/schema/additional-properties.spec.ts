import { judge, equal } from '../../judge.fixture.js';

describe('additional-properties', () => {
  judge('other properties no longer', [{ type: 'object' }, { type: 'object', additionalProperties: false }], {
    request: ['breaking request-body-additional-properties-closed'],
    response: ['safe response-body-additional-properties-closed'],
  });
  judge('other properties now', [{ type: 'object', additionalProperties: false }, { type: 'object' }], {
    request: ['safe request-body-additional-properties-opened'],
    response: ['dangerous response-body-additional-properties-opened'],
  });
  judge(
    'other properties of another type',
    [
      { type: 'object', additionalProperties: { type: 'string' } },
      { type: 'object', additionalProperties: { type: 'boolean' } },
    ],
    { request: ['breaking request-property-type-changed'], response: ['breaking response-property-type-changed'] },
  );
  equal('true, an empty schema and nothing', { type: 'object', additionalProperties: true }, { type: 'object' });
  equal(
    'an empty schema',
    { type: 'object', additionalProperties: {} },
    { type: 'object', additionalProperties: true },
  );
});
