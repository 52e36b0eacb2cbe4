import { excuse, judgeExemptions } from './exemptions.js';

const today = '2027-02-01';
const content = {
  contract: 'process/projects/v1',
  rule: 'still-called',
  owner: 'pmo',
  reason: 'the report tool is switched off on Friday',
  expires: '2027-02-05',
};
const ofPlace = { ...content, at: '#/paths/~1v1~1holidays/get', rule: 'cursor-pages' };
const judged = (change: object) =>
  judgeExemptions([{ file: 'reports.yaml', content: { ...content, ...change } }], today);

describe('files of exemptions', () => {
  it('that are in order have no problems', () => {
    expect(judged({})).toEqual({ valid: [{ file: 'reports.yaml', at: null, ...content }], expired: [], problems: [] });
    expect(judged(ofPlace)).toMatchObject({ valid: [{ at: ofPlace.at, rule: 'cursor-pages' }], problems: [] });
  });

  it.each([
    ['expired', { expires: '2027-01-31' }, ['expires']],
    ['counts for longer than a year', { expires: '2028-03-01' }, ['expires']],
    ['ends on no day', { expires: '2027-02-31' }, ['expires']],
    ['is about no rule', { rule: 'anything' }, ['rule']],
    ['is about what every object has', { rule: 'constructor' }, ['rule']],
    ['is about no contract', { contract: 'projects' }, ['contract']],
    ['is about no place', { ...ofPlace, at: 'the holidays' }, ['at']],
    ['is about a place and no rule', { ...ofPlace, rule: 7 }, ['rule']],
    ['has neither owner nor reason', { owner: '', reason: null }, ['owner', 'reason']],
    ['says more than it can', { forever: true }, ['forever']],
  ])('that are %s fail the check, each field named', (_what, change, fields) => {
    const { valid, problems } = judged(change);
    expect(valid).toEqual([]);
    expect(problems.map(({ field }) => field)).toEqual(fields);
  });

  it.each([null, 'text', 7, []])('that hold %p fail with every field', (nothing) => {
    expect(judgeExemptions([{ file: 'x.yaml', content: nothing }], today).problems).toHaveLength(5);
  });
});

describe('an exemption of a place', () => {
  const found = { contract: ofPlace.contract, rule: ofPlace.rule, at: ofPlace.at };
  const [granted] = judged(ofPlace).valid;

  it('excuses its rule at its place', () => {
    expect(excuse([found], [granted!])).toEqual({ left: [], idle: [] });
  });

  it.each([
    ['another rule', { rule: 'field-described' }],
    ['another place', { at: `${found.at}/parameters` }],
    ['another contract', { contract: 'process/projects/v2' }],
  ])('does not excuse %s, and is told to excuse nothing', (_what, change) => {
    const other = { ...found, ...change };
    expect(excuse([other], [granted!])).toEqual({ left: [other], idle: [granted] });
  });

  it('of the policy is about a whole contract and excuses no place', () => {
    expect(excuse([{ ...found, rule: content.rule }], judged({}).valid)).toMatchObject({ left: [{}], idle: [] });
  });
});
