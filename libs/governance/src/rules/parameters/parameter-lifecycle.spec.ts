import { inQuery, told } from '../../judge.fixture.js';

const until = (sunset?: string): object => ({
  schema: {},
  deprecated: true,
  ...(sunset === undefined ? {} : { 'x-sunset': sunset }),
});

it.each([
  ['announced', { schema: {} }, until(), ['safe request-parameter-deprecated']],
  ['announced with a date', { schema: {} }, until('2026-12-01'), ['safe request-parameter-deprecated']],
  ['announced in words', { schema: {} }, until('soon'), ['breaking request-parameter-sunset-parse']],
  [
    'announced for yesterday',
    { schema: {} },
    until('2026-05-31'),
    ['breaking request-parameter-sunset-date-too-small'],
  ],
  ['sooner', until('2026-12-01'), until('2026-05-31'), ['breaking request-parameter-sunset-date-changed-too-small']],
  ['left open', until('2026-12-01'), until(), ['breaking request-parameter-sunset-deleted']],
  ['off', until(), { schema: {} }, ['safe request-parameter-reactivated']],
])('the end of a parameter is %s', (_, was, is, expected) => {
  expect(told(inQuery({ ...was }), inQuery({ ...is }))).toEqual(expected);
});
