import { judge } from '../../judge.fixture.js';

describe('property-names', () => {
  judge('names are restricted', [{ type: 'object' }, { type: 'object', propertyNames: { maxLength: 5 } }], {
    request: ['breaking request-body-property-names-added'],
    response: ['safe response-body-property-names-added'],
  });
  judge('names are free', [{ type: 'object', propertyNames: { maxLength: 5 } }, { type: 'object' }], {
    request: ['safe request-body-property-names-removed'],
    response: ['breaking response-body-property-names-removed'],
  });
  judge(
    'names are restricted more',
    [
      { type: 'object', propertyNames: { maxLength: 5 } },
      { type: 'object', propertyNames: { maxLength: 3 } },
    ],
    {
      request: ['breaking request-property-max-length-decreased'],
      response: ['safe response-property-max-length-decreased'],
    },
  );
});
