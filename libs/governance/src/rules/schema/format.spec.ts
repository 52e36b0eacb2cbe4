import { judge } from '../../judge.fixture.js';

describe('format', () => {
  judge(
    'another format',
    [
      { type: 'string', format: 'date' },
      { type: 'string', format: 'uuid' },
    ],
    { request: ['breaking request-body-format-changed'], response: ['breaking response-body-format-changed'] },
  );
  judge('a format where there was none', [{ type: 'string' }, { type: 'string', format: 'date' }], {
    request: ['breaking request-body-format-specialized'],
    response: ['safe response-body-format-specialized'],
  });
  judge('a format that is gone', [{ type: 'string', format: 'date' }, { type: 'string' }], {
    request: ['safe request-body-format-generalized'],
    response: ['breaking response-body-format-generalized'],
  });
  judge(
    'more bits',
    [
      { type: 'integer', format: 'int32' },
      { type: 'integer', format: 'int64' },
    ],
    { request: ['safe request-body-format-generalized'], response: ['breaking response-body-format-generalized'] },
  );
  judge(
    'fewer bits',
    [
      { type: 'integer', format: 'int64' },
      { type: 'integer', format: 'int32' },
    ],
    { request: ['breaking request-body-format-specialized'], response: ['safe response-body-format-specialized'] },
  );
});
