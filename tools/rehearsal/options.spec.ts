import { duration, rehearsalOptions } from './options.js';

const minute = 60_000;

describe('what a rehearsal is told', () => {
  test('without more words it is a quarter close of some hundred entries', () => {
    expect(rehearsalOptions(['--quarter-close'])).toEqual({
      entries: 600,
      seed: 1,
      compress: 30,
      cutOff: 120 * minute,
      approvals: 90 * minute,
      quota: { atOnce: 5, workMs: 2_000 },
      outages: [],
      mistakes: 2,
      desk: 6 * minute,
    });
  });

  test('outages lie before or after the cut-off', () => {
    const { outages } = rehearsalOptions([
      '--quarter-close',
      '--cut-off=3h',
      '--outage',
      'erp:20m@cut-off-1h',
      '--outage',
      'psa:90s@cut-off+5m',
      '--outage',
      'crm:1h@cut-off',
    ]);
    expect(outages).toEqual([
      { domain: 'erp', from: 120 * minute, ms: 20 * minute },
      { domain: 'psa', from: 185 * minute, ms: 90_000 },
      { domain: 'crm', from: 180 * minute, ms: 60 * minute },
    ]);
  });

  test('everything wrong is said at once, with an example', () => {
    const wrong = (): unknown =>
      rehearsalOptions([
        'now',
        '--entires=5',
        '--entries=0',
        '--quota=erp:5',
        '--outage=fax:20m@cut-off-1h',
        '--outage=erp:20m@cut-off-3h',
        '--mistakes=120%',
        '--desk=soon',
      ]);
    for (const problem of [
      '"now" means nothing here',
      '--entires is no option',
      'say what to rehearse: --quarter-close',
      '--entries "0" is not right: e.g. 600, 1 to 100000',
      '--quota "erp:5" is not right: e.g. erp:5x2s',
      '--outage "fax:20m@cut-off-1h" is not right',
      // It would begin before the first approval.
      '--outage "erp:20m@cut-off-3h" is not right',
      '--mistakes "120" is not right: e.g. 2, 0 to 100',
      '--desk "soon" is not right: e.g. 6m',
    ])
      expect(wrong).toThrow(problem);
  });

  test.each([
    ['90s', 90_000],
    ['1h30m', 5_400_000],
    ['', null],
    ['5', null],
    ['1m1h', null],
  ])('"%s" is %p milliseconds', (text, ms) => {
    expect(duration(text)).toBe(ms);
  });
});
