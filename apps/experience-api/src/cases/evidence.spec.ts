import { merged, sideBySide, sideOf } from './evidence.js';

describe('evidence', () => {
  it('stands side by side, what the systems differ in first', () => {
    const rows = sideBySide([
      sideOf('PSA', { role: 'Consultant', rate: '195.00 USD', day: '2026-10-30' }),
      sideOf('CRM', { role: 'consultant ', rate: '180.00 USD' }),
    ]);
    expect(rows.map(({ field, differs }) => [field, differs])).toEqual([
      ['rate', true],
      ['role', false],
      ['day', false],
    ]);
    expect(rows[0]!.values).toEqual([
      { system: 'PSA', value: '195.00 USD' },
      { system: 'CRM', value: '180.00 USD' },
    ]);
  });

  it.each([
    ['180 USD', '180.00 USD', false],
    ['180.00 USD', '180.00 EUR', true],
    ['180.00 USD', null, false],
    ['2026-10-30', '2026-10-31', true],
  ])('%s beside %s differs: %s', (one, other, differs) => {
    const [row] = sideBySide([sideOf('PSA', { it: one }), sideOf('CRM', { it: other })]);
    expect(row!.differs).toBe(differs);
  });

  it('does not take the steps done in each system for a contradiction', () => {
    const rows = sideBySide([
      sideOf('ERP', { 'done there last': 'activate project in ERP', 'legal entity': 'MER-US' }),
      sideOf('PSA', { 'done there last': 'open project in PSA', 'legal entity': 'MER-DE' }),
    ]);
    expect(rows.map(({ field, differs }) => [field, differs])).toEqual([
      ['legal entity', true],
      ['done there last', false],
    ]);
  });

  it('says nothing of what no system knows', () => {
    expect(sideBySide([sideOf('ERP', { invoice: null })])).toEqual([]);
  });

  it('of one system is one side, as of the latest it is known from', () => {
    const told = sideOf('ERP', { 'legal entity': 'MER-US' }, { asOf: '2026-10-01T09:00:00.000000Z' });
    const made = sideOf('ERP', { 'done there last': 'activate' }, { record: '77', asOf: '2026-10-02T09:00:00.000Z' });
    expect(merged([told, made])).toEqual([
      {
        system: 'ERP',
        instance: null,
        record: '77',
        url: null,
        asOf: '2026-10-02T09:00:00.000Z',
        facts: { 'legal entity': 'MER-US', 'done there last': 'activate' },
      },
    ]);
  });
});
