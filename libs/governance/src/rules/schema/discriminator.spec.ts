import { judge } from '../../judge.fixture.js';

describe('discriminator', () => {
  judge('added', [{ type: 'object' }, { type: 'object', discriminator: { propertyName: 'a' } }], {
    request: ['safe request-body-discriminator-added'],
    response: ['safe response-body-discriminator-added'],
  });
  judge('removed', [{ type: 'object', discriminator: { propertyName: 'a' } }, { type: 'object' }], {
    request: ['safe request-body-discriminator-removed'],
    response: ['safe response-body-discriminator-removed'],
  });
  judge(
    'another property',
    [
      { type: 'object', discriminator: { propertyName: 'a' } },
      { type: 'object', discriminator: { propertyName: 'b' } },
    ],
    {
      request: ['dangerous request-body-discriminator-property-name-changed'],
      response: ['dangerous response-body-discriminator-property-name-changed'],
    },
  );
  judge(
    'a value more',
    [
      { type: 'object', discriminator: { propertyName: 'a', mapping: {} } },
      { type: 'object', discriminator: { propertyName: 'a', mapping: { x: 'X' } } },
    ],
    {
      request: ['safe request-body-discriminator-mapping-added'],
      response: ['safe response-body-discriminator-mapping-added'],
    },
  );
  judge(
    'a value fewer',
    [
      { type: 'object', discriminator: { propertyName: 'a', mapping: { x: 'X' } } },
      { type: 'object', discriminator: { propertyName: 'a', mapping: {} } },
    ],
    {
      request: ['dangerous request-body-discriminator-mapping-deleted'],
      response: ['dangerous response-body-discriminator-mapping-deleted'],
    },
  );
  judge(
    'a value with another meaning',
    [
      { type: 'object', discriminator: { propertyName: 'a', mapping: { x: 'X' } } },
      { type: 'object', discriminator: { propertyName: 'a', mapping: { x: 'Y' } } },
    ],
    {
      request: ['dangerous request-body-discriminator-mapping-changed'],
      response: ['dangerous response-body-discriminator-mapping-changed'],
    },
  );
});
