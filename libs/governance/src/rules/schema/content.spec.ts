import { judge } from '../../judge.fixture.js';

describe('content', () => {
  judge(
    'another encoding',
    [
      { type: 'string', contentEncoding: 'base64' },
      { type: 'string', contentEncoding: 'base32' },
    ],
    {
      request: ['breaking request-body-content-encoding-changed'],
      response: ['breaking response-body-content-encoding-changed'],
    },
  );
  judge(
    'another media type',
    [
      { type: 'string', contentMediaType: 'image/png' },
      { type: 'string', contentMediaType: 'image/jpeg' },
    ],
    {
      request: ['breaking request-body-content-media-type-changed'],
      response: ['breaking response-body-content-media-type-changed'],
    },
  );
  judge('a schema for the content', [{ type: 'string' }, { type: 'string', contentSchema: { type: 'object' } }], {
    request: ['breaking request-body-content-schema-added'],
    response: ['safe response-body-content-schema-added'],
  });
  judge('no schema for the content', [{ type: 'string', contentSchema: { type: 'object' } }, { type: 'string' }], {
    request: ['safe request-body-content-schema-removed'],
    response: ['breaking response-body-content-schema-removed'],
  });
});
