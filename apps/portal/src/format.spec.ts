import { counted, figure, span, words } from './format.js';

describe('a span', () => {
  it.each([
    [0, '0 s'],
    [59, '59 s'],
    [61, '1 min 1 s'],
    [3_600, '1 h'],
    [90_000, '1 d 1 h'],
    [200_000, '2 d 7 h'],
  ])('of %i seconds is %s', (seconds, said) => {
    expect(span(seconds)).toBe(said);
  });
});

describe('a figure', () => {
  it('of money has an amount a currency, and a dash where there is none', () => {
    const amounts = [
      { amount: '10.00', currency: 'EUR' },
      { amount: '5.50', currency: 'USD' },
    ];
    expect(figure('money', { amounts, number: null })).toHaveLength(2);
    expect(figure('money', { amounts: [], number: null })).toEqual(['–']);
  });

  it.each([
    ['percent', '92.5', '92.5 %'],
    ['minutes', '90', '1.5 h'],
    ['seconds', '61', '1 min 1 s'],
    ['days', '3', '3 d'],
    ['count', '12', '12'],
  ] as const)('in %s is said with its unit', (unit, number, said) => {
    expect(figure(unit, { amounts: [], number })).toEqual([said]);
  });

  it('without anything to work it out from is a dash', () => {
    expect(figure('percent', { amounts: [], number: null })).toEqual(['–']);
  });
});

it('codes are said in words', () => expect(words('approved-not-posted')).toBe('approved not posted'));

it('things are counted in singular and plural', () =>
  expect([counted(1, 'record'), counted(2, 'record'), counted(0, 'record')]).toEqual([
    '1 record',
    '2 records',
    '0 records',
  ]));
