import { inQuery, judge, told } from '../../judge.fixture.js';

describe('default', () => {
  judge('a default where there was none', [{ type: 'string' }, { type: 'string', default: 'a' }], {
    request: ['safe request-body-default-value-added'],
    response: ['safe response-body-default-value-added'],
  });
  judge(
    'another default',
    [
      { type: 'string', default: 'a' },
      { type: 'string', default: 'b' },
    ],
    { request: ['safe request-body-default-value-changed'], response: ['safe response-body-default-value-changed'] },
  );
  judge('no default any more', [{ type: 'string', default: 'a' }, { type: 'string' }], {
    request: ['safe request-body-default-value-removed'],
    response: ['safe response-body-default-value-removed'],
  });
  for (const [done, base, revision] of [
    ['added', { type: 'string' }, { type: 'string', default: 'a' }],
    ['changed', { type: 'string', default: 'b' }, { type: 'string', default: 'a' }],
    ['removed', { type: 'string', default: 'b' }, { type: 'string' }],
  ] as const) {
    it(`of a parameter, what leaving it out means is part of the contract: ${done}`, () => {
      expect(told(inQuery({ schema: base }), inQuery({ schema: revision }))).toEqual([
        `breaking request-parameter-default-value-${done}`,
      ]);
    });
  }
});
