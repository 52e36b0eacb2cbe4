import { judge, equal } from '../../judge.fixture.js';

describe('multiple-of', () => {
  judge(
    'a coarser step',
    [
      { type: 'number', multipleOf: 2 },
      { type: 'number', multipleOf: 6 },
    ],
    { request: ['breaking request-body-multiple-of-narrowed'], response: ['safe response-body-multiple-of-narrowed'] },
  );
  judge(
    'a finer step',
    [
      { type: 'number', multipleOf: 6 },
      { type: 'number', multipleOf: 2 },
    ],
    { request: ['safe request-body-multiple-of-widened'], response: ['breaking response-body-multiple-of-widened'] },
  );
  judge(
    'another step',
    [
      { type: 'number', multipleOf: 2 },
      { type: 'number', multipleOf: 3 },
    ],
    {
      request: ['breaking request-body-multiple-of-changed'],
      response: ['breaking response-body-multiple-of-changed'],
    },
  );
  judge('a step where there was none', [{ type: 'number' }, { type: 'number', multipleOf: 2 }], {
    request: ['breaking request-body-multiple-of-narrowed'],
    response: ['safe response-body-multiple-of-narrowed'],
  });
  equal('whole numbers are multiples of one', { type: 'integer', multipleOf: 1 }, { type: 'integer' });
});
