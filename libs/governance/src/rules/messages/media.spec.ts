import { api, ok, told } from '../../judge.fixture.js';

const json = { schema: { type: 'object' } };
const sent = (content: object): unknown => api({ post: { requestBody: { content }, responses: ok } });
const answered = (content: object): unknown => api({ get: { responses: { 200: { content } } } });
const [a, b] = [{ 'application/json': json }, { 'application/json': json, 'text/csv': {} }];

describe('media types', () => {
  it('come', () => {
    expect(told(sent(a), sent(b))).toEqual(['safe request-body-media-type-added']);
    expect(told(answered(a), answered(b))).toEqual(['safe response-media-type-added']);
  });

  it('go', () => {
    expect(told(sent(b), sent(a))).toEqual(['breaking request-body-media-type-removed']);
    expect(told(answered(b), answered(a))).toEqual(['breaking response-media-type-removed']);
  });

  it('become more special or more general', () => {
    const problem = { 'application/problem+json': json };
    expect(told(answered(a), answered(problem))).toEqual(['safe response-media-type-name-specialized']);
    expect(told(answered(problem), answered(a))).toEqual(['breaking response-media-type-name-generalized']);
    expect(told(sent(a), sent(problem))).toEqual(['breaking request-media-type-name-specialized']);
    expect(told(sent({ 'image/png': {} }), sent({ 'image/*': {} }))).toEqual([
      'safe request-media-type-name-generalized',
    ]);
  });

  it('are the same with a charset and in capitals', () => {
    expect(told(answered(a), answered({ 'Application/JSON; charset=utf-8': json }))).toEqual([
      'safe response-media-type-name-changed',
    ]);
  });

  it('get and lose a schema', () => {
    const open = { 'application/json': {} };
    expect(told(sent(open), sent(a))).toEqual(['breaking request-body-media-type-schema-added']);
    expect(told(sent(a), sent(open))).toEqual(['safe request-body-media-type-schema-removed']);
    expect(told(answered(open), answered(a))).toEqual(['safe response-body-media-type-schema-added']);
    expect(told(answered(a), answered(open))).toEqual(['dangerous response-body-media-type-schema-removed']);
  });

  it('write their parts otherwise', () => {
    const form = (encoding: object): object => ({ 'multipart/form-data': { ...json, encoding } });
    expect(told(sent(form({})), sent(form({ a: { contentType: 'image/png' } })))).toEqual([
      'dangerous request-body-encoding-changed',
    ]);
  });
});
