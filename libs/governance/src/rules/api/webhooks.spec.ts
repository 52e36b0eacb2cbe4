import { api, ok, told } from '../../judge.fixture.js';

const body = (schema: object): object => ({
  requestBody: { content: { 'application/json': { schema } } },
  responses: ok,
});
const hooks = (webhooks: object): unknown => api({}, {}, { webhooks });
const called = (callbacks: object): unknown => api({ post: { responses: ok, callbacks } });

describe('webhooks and callbacks', () => {
  it('that are gone hurt whoever waits for them', () => {
    expect(told(hooks({ paid: { post: body({}) } }), hooks({}))).toEqual(['breaking webhook-removed']);
    expect(told(called({ paid: { '{$url}': { post: body({}) } } }), called({}))).toEqual(['breaking callback-removed']);
  });

  it('that come hurt nobody', () => {
    expect(told(hooks({}), hooks({ paid: { post: body({}) } }))).toEqual(['safe webhook-added']);
    expect(told(called({}), called({ paid: { '{$url}': { post: body({}) } } }))).toEqual(['safe callback-added']);
  });

  it('are sent by the API: what they carry is judged as a response', () => {
    const [text, either] = [{ type: 'string' }, { type: ['string', 'boolean'] }];
    const paid = (schema: object): object => ({ paid: { post: body(schema) } });
    expect(told(hooks(paid(text)), hooks(paid(either)))).toEqual(['breaking response-body-list-of-types-widened']);
    expect(told(hooks(paid(either)), hooks(paid(text)))).toEqual(['safe response-body-list-of-types-narrowed']);
    const back = (schema: object): object => ({ paid: { '{$url}': { post: body(schema) } } });
    expect(told(called(back(text)), called(back(either)))).toEqual(['breaking response-body-list-of-types-widened']);
  });
});
