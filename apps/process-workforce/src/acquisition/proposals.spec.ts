import { acquired, directory, ours } from './acquired.fixture.js';
import { type Mapping, propose } from './proposals.js';

const proposed = (...rows: ReturnType<typeof acquired>[]): Record<string, Mapping> =>
  Object.fromEntries(propose(rows, directory()).map((one) => [`${one.kind} ${one.foreign}`, one]));

describe('what a foreign value may mean', () => {
  it('is accepted by rule where the words are the same, and says why', () => {
    expect(proposed(acquired(1), acquired(2))).toMatchObject({
      'grade Snr Consultant': {
        value: 'Senior Consultant',
        state: 'accepted',
        score: 97,
        decidedBy: 'rule',
        evidence: "'Snr Consultant' → 'Senior Consultant': the same words after expanding 'snr'; 2 rows",
      },
      'cost-centre US Tech': {
        value: 'US-TEC',
        state: 'accepted',
        evidence: "'US Tech' → 'US-TEC' (Technology US): the same words after expanding 'tech'; 2 rows",
      },
      'skill Java': { value: 'SKL-JAVA', state: 'accepted', score: 100 },
      'location Boston Office': { value: 'Boston', state: 'accepted' },
    });
  });

  it('waits for a person where it is only plausible', () => {
    expect(proposed(acquired(1, { grade: 'Lead Architect' }))['grade Lead Architect']).toMatchObject({
      value: 'Architect',
      state: 'proposed',
      score: 63,
      decidedBy: null,
      candidates: [{ value: 'Architect', score: 63 }],
    });
  });

  it('is unclear where nothing of ours is alike (K11, K23)', () => {
    const found = proposed(acquired(1, { costCentre: 'Legal Affairs', skills: ['COBOL'] }));
    expect(found['cost-centre Legal Affairs']).toMatchObject({ value: null, state: 'unclear', candidates: [] });
    expect(found['skill COBOL']).toMatchObject({ value: null, state: 'unclear', candidates: [] });
  });

  it('waits for a person where two are equally right', () => {
    const twice = directory();
    twice.targets.location.push({ value: 'BOSTON', texts: ['Boston'] });
    const found = propose([acquired(1)], twice).find(({ kind }) => kind === 'location');
    expect(found).toMatchObject({ state: 'proposed', candidates: [{ score: 97 }, { score: 97 }] });
  });

  it('keeps a job title that is like none of ours: no system needs one', () => {
    expect(proposed(acquired(1, { jobTitle: 'Chief of Staff' }))['job-title Chief of Staff']).toMatchObject({
      value: 'Chief of Staff',
      state: 'accepted',
    });
  });

  it('of a manager is one of the file or one of ours, by number, e-mail or name, never by a number that is close', () => {
    const rows = [
      acquired(1, { manager: 'grace.whitfield@MERIDIAN.example' }),
      acquired(2, { manager: 'H-1' }),
      acquired(3, { manager: 'H-9' }),
      acquired(4, { manager: 'Whitfield, Grace' }),
    ];
    expect(proposed(...rows)).toMatchObject({
      'manager grace.whitfield@MERIDIAN.example': { value: '1011', state: 'accepted' },
      'manager H-1': { value: 'H-1', state: 'accepted' },
      'manager H-9': { value: null, state: 'unclear' },
      'manager Whitfield, Grace': { value: '1011', state: 'accepted', score: 97 },
    });
    expect(propose(rows, directory([ours({ number: 'H-1', name: 'Hugo Gadsby' })]))).toContainEqual(
      expect.objectContaining({ foreign: 'H-1', value: 'H-1', state: 'accepted' }),
    );
  });
});
