import { judgeExemptions } from './exemptions.js';
import { judgeDeprecation, judgeRetirement } from './lifecycle.js';

const about = { contract: 'process/projects/v1', subject: 'GET /v1/projects' };
const leaving = { ...about, since: '2026-11-01', sunset: '2027-01-30', successor: '/v2/projects' };
const gone = { ...about, sunset: '2027-01-30', today: '2027-01-30', calling: [] };
const file = (change: object = {}) => ({
  file: 'reports.yaml',
  content: {
    contract: 'process/projects/v1',
    rule: 'still-called',
    owner: 'pmo',
    reason: 'the report tool is switched off on Friday',
    expires: '2027-02-05',
    ...change,
  },
});

const rules = (objections: { rule: string; exemption: string | null }[]): string[] =>
  objections.filter(({ exemption }) => exemption === null).map(({ rule }) => rule);

describe('a deprecation', () => {
  it('gives 90 days and names a successor', () => {
    // November has 30 days: 1 November and 90 days are 30 January.
    expect(judgeDeprecation(leaving)).toEqual([]);
  });

  it.each([
    ['ends a day early', { sunset: '2027-01-29' }, ['early-sunset']],
    ['does not end', { sunset: null }, ['no-sunset']],
    ['ends on a day that is none', { sunset: 'soon' }, ['no-sunset']],
    ['leaves callers nothing', { successor: null }, ['no-successor']],
    ['callers would not see', { silent: ['GET /v1/projects'] }, ['unannounced']],
    ['says nothing', { sunset: null, successor: '' }, ['no-sunset', 'no-successor']],
  ])('that %s is refused', (_what, change, expected) => {
    expect(rules(judgeDeprecation({ ...leaving, ...change }))).toEqual(expected);
  });
});

describe('a retirement', () => {
  const caller = { consumer: 'report-tool', owner: 'controlling', lastUse: '2027-01-28' };

  it('on the day of the sunset, when nobody calls any more, is allowed', () => {
    expect(judgeRetirement(gone)).toEqual([]);
  });

  it.each([
    ['the day before', { today: '2027-01-29' }, ['before-sunset']],
    ['of what was never deprecated', { sunset: null }, ['before-sunset']],
    ['while a consumer calls', { calling: [caller] }, ['still-called']],
    ['both', { today: '2027-01-29', calling: [caller] }, ['before-sunset', 'still-called']],
  ])('%s is refused', (_what, change, expected) => {
    expect(rules(judgeRetirement({ ...gone, ...change }))).toEqual(expected);
  });

  it('names who still calls, whom to ask, and when it was', () => {
    const [objection] = judgeRetirement({ ...gone, calling: [caller] });
    expect(objection!.message).toBe(
      'GET /v1/projects is still called by report-tool (controlling, last on 2027-01-28)',
    );
  });

  it('passes with an exemption, until it expires', () => {
    const on = (today: string) =>
      rules(judgeRetirement({ ...gone, today, calling: [caller] }, judgeExemptions([file()], today).valid));
    expect(on('2027-02-05')).toEqual([]);
    expect(on('2027-02-06')).toEqual(['still-called']);
  });
});
