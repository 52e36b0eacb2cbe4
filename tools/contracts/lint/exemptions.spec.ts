import { excuse, readExemptions } from './exemptions.js';

const at = 'openapi/system/hr/v1.yaml#/paths/~1v1~1holidays/get';
const found = { rule: 'cursor-pages', at };
const granted = { rule: 'cursor-pages', at, owner: 'people-operations', reason: 'a year at most', until: '2026-12-31' };

describe('an exemption of the contract lint', () => {
  it('excuses its rule at its place, on its last day too', () => {
    expect(excuse([found], [granted], '2026-12-31')).toEqual({ left: [], over: [], idle: [] });
  });

  it('excuses neither another rule nor another place', () => {
    const others = [
      { rule: 'field-described', at },
      { rule: 'cursor-pages', at: `${at}x` },
    ];
    expect(excuse(others, [granted], '2026-12-01')).toEqual({ left: others, over: [], idle: [granted] });
  });

  it('that is over excuses nothing and is told', () => {
    expect(excuse([found], [granted], '2027-01-01')).toEqual({ left: [found], over: [granted], idle: [] });
  });

  it('is refused without an owner, a reason or a day, all of them named at once', () => {
    const text =
      '- { rule: cursor-pages, at: x, reason: because, until: someday }\n- { rule: a, at: b, owner: c, until: 2026-12-31 }';
    expect(() => readExemptions(text, 'exemptions.yaml')).toThrow(
      'exemptions.yaml: exemption 1 has no owner\nexemptions.yaml: exemption 2 has no reason\nexemptions.yaml: until "someday" is not a day, YYYY-MM-DD',
    );
  });
});
