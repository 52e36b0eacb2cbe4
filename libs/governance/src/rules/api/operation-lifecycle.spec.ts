import { diff } from '../../diff.js';
import { api, ok, told } from '../../judge.fixture.js';

const get = (rest: object): unknown => api({ get: { responses: ok, ...rest } });
const until = (sunset: string): object => ({ deprecated: true, 'x-sunset': sunset });

describe('the end of an operation', () => {
  it.each([
    ['is announced', {}, { deprecated: true }, ['safe endpoint-deprecated']],
    ['is announced with a date', {}, until('2026-12-01'), ['safe endpoint-deprecated-with-sunset']],
    ['is announced with a moment', {}, until('2026-12-01T00:00:00Z'), ['safe endpoint-deprecated-with-sunset']],
    ['is announced for yesterday', {}, until('2026-05-31'), ['breaking api-sunset-date-too-small']],
    ['is announced in words', {}, until('soon'), ['breaking api-path-sunset-parse']],
    [
      'comes sooner than announced',
      until('2026-12-01'),
      until('2026-05-01'),
      ['breaking api-sunset-date-changed-too-small'],
    ],
    ['comes later than announced', until('2026-12-01'), until('2027-05-01'), []],
    ['is left open', until('2026-12-01'), { deprecated: true }, ['breaking sunset-deleted']],
    ['is off', until('2026-12-01'), {}, ['safe endpoint-reactivated']],
  ])('%s', (_, was, is, expected) => expect(told(get(was), get(is))).toEqual(expected));

  it('must be as far away as policy says', () => {
    const rules = (sunsetDays: number, is: object): string[] =>
      diff(get({}), get(is), { today: '2026-06-01', sunsetDays }).map(({ rule }) => rule);
    expect(rules(90, until('2026-08-29'))).toEqual(['api-sunset-date-too-small']);
    expect(rules(90, until('2026-08-30'))).toEqual(['endpoint-deprecated-with-sunset']);
    expect(rules(90, { deprecated: true })).toEqual(['api-deprecated-sunset-missing']);
  });
});

describe('the stability of an operation', () => {
  const at = (level: string): object => ({ 'x-stability-level': level });
  it.each([
    ['less is promised', at('stable'), at('beta'), ['breaking api-stability-decreased']],
    ['more is promised', at('alpha'), at('stable'), ['safe api-stability-increased']],
    ['nothing is said any more', at('beta'), {}, []],
  ])('%s', (_, was, is, expected) => expect(told(get(was), get(is))).toEqual(expected));

  it('is one of four words', () =>
    expect(told(get({}), get(at('ga')))).toEqual(['breaking api-invalid-stability-level']));

  it('lets a draft change at will', () => {
    const draft = (schema: object): unknown =>
      api({ post: { ...at('draft'), requestBody: { content: { 'application/json': { schema } } }, responses: ok } });
    expect(told(draft({ type: 'string' }), draft({ type: 'boolean' }))).toEqual(['safe request-body-type-changed']);
  });
});
