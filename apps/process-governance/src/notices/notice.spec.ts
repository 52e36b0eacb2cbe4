import type { DeprecationEntry } from '#contracts';
import { letterOf, type Notice, stageOf, toldOf } from './notice.js';

const reports = {
  clientId: 'reports',
  name: 'Reports',
  owner: 'controlling',
  contact: 'a@example.com',
  writtenTo: true,
};
const entry: DeprecationEntry = {
  contract: 'process/things/v1',
  version: '1.0.0',
  owner: 'pmo',
  state: 'deprecated',
  operation: 'GET /v1/things',
  field: null,
  since: '2026-11-01',
  sunset: '2027-02-01',
  successor: '/v2/things',
  consumers: [
    { ...reports, calls: 4, lastUse: null },
    { clientId: 'nobody', name: null, owner: null, contact: null, writtenTo: false, calls: 9, lastUse: null },
  ],
};

describe('how near an end is', () => {
  it.each([
    ['2026-12-01', 'announced'],
    ['2027-01-01', 'announced'],
    ['2027-01-02', 'month'],
    ['2027-01-24', 'month'],
    ['2027-01-25', 'week'],
    ['2027-01-31', 'week'],
    ['2027-02-01', 'ended'],
    ['2027-06-01', 'ended'],
  ])('is on %s: %s', (today, stage) => {
    expect(stageOf(entry, today)).toBe(stage);
  });

  it('is only its announcement where nobody said when, and its end once it answers no more', () => {
    expect(stageOf({ state: 'deprecated', sunset: null }, '2027-01-31')).toBe('announced');
    expect(stageOf({ state: 'retired', sunset: '2027-02-01' }, '2026-12-01')).toBe('ended');
  });
});

describe('who is told', () => {
  it('is everybody who is registered, of all that goes at once', () => {
    const field = { ...entry, operation: null, field: 'Thing.size' };
    const all = toldOf([entry, field, { ...entry, operation: null }], '2026-12-01');
    expect(all.map(({ clientId, notices }) => [clientId, notices.map(({ part }) => part)])).toEqual([
      ['reports', ['GET /v1/things', 'Thing.size', 'process/things/v1']],
    ]);
  });

  it('reads what goes, until when, what comes instead, and how much it matters', () => {
    const one: Notice = {
      contract: 'process/things/v1',
      part: 'GET /v1/things',
      stage: 'announced',
      sunset: '2027-02-01',
      successor: '/v2/things',
      calls: 4,
    };
    const notices: Notice[] = [
      one,
      { ...one, part: 'Thing.size', stage: 'ended', successor: null, calls: 0 },
      { ...one, part: 'process/things/v1', sunset: null },
    ];
    const [subject, text] = letterOf({ name: 'Reports' }, notices, 'https://portal.example');
    expect(subject).toBe('3 things Reports uses will end');
    expect(text.split('\n').filter((line) => line.startsWith('- '))).toEqual([
      '- GET /v1/things of process/things/v1 may be gone from 2027-02-01 on; in its place: /v2/things (used 4 times in the last 30 days).',
      '- Thing.size of process/things/v1 may be gone now (not used in the last 30 days).',
      '- All of process/things/v1 is deprecated; in its place: /v2/things (used 4 times in the last 30 days).',
    ]);
    expect(text).toContain('https://portal.example/#/contracts/deprecations');
    expect(letterOf({ name: 'Reports' }, [one], '')[0]).toBe('Something Reports uses will end');
  });
});
