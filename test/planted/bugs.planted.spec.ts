import { bugs } from './bugs.js';
import { Workshop } from './workshop.js';

let workshop: Workshop;

beforeAll(() => {
  workshop = new Workshop();
});

afterAll(() => workshop.close());

describe('the tests', () => {
  it('pass on the code as it is', () => {
    expect(workshop.test([...new Set(bugs.map(({ caughtBy }) => caughtBy))])).not.toContain('failed');
  }, 300_000);

  it.each(bugs)(
    'notice it when $what',
    (bug) => {
      expect(workshop.planted(bug)).toMatch(/\d+ failed/);
    },
    200_000,
  );
});
