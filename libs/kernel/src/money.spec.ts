import {
  addMoney,
  fromMinorUnits,
  money,
  moneyShares,
  percentOf,
  priceOfMinutes,
  sameAmount,
  sharesOf,
  toMinorUnits,
  totalsByCurrency,
} from './money.js';

const usd = (amount: string) => ({ amount, currency: 'USD' });

describe('money', () => {
  it('prices minutes at an hourly rate, rounded half up once at the end', () => {
    // 375 min × 142.75 / 60 = 892.1875; 405 min × 168.25 / 60 = 1135.6875
    expect(priceOfMinutes(375, usd('142.75'))).toEqual(usd('892.19'));
    expect(priceOfMinutes(405, usd('168.25'))).toEqual(usd('1135.69'));
    expect(priceOfMinutes(1, usd('0.30'))).toEqual(usd('0.01'));
    // 107.5 % of 64.35 are 69.17625; 80 % of 1 yen rounds to one.
    expect(percentOf(107.5, usd('64.35'))).toEqual(usd('69.18'));
    expect(percentOf(80, { amount: '1', currency: 'JPY' })).toEqual({ amount: '1', currency: 'JPY' });
  });

  it('knows currencies without cents', () => {
    expect(money('1234.5', 'JPY')).toEqual({ amount: '1235', currency: 'JPY' });
    expect(toMinorUnits(money('1235', 'JPY'))).toBe(1235);
    expect(fromMinorUnits(18_000, 'USD')).toEqual(usd('180.00'));
  });

  it('sums without the errors of floating point', () => {
    expect([usd('0.10'), usd('0.20')].reduce(addMoney)).toEqual(usd('0.30'));
    expect(totalsByCurrency([usd('1.10'), { amount: '2', currency: 'EUR' }, usd('2.20')])).toEqual([
      { amount: '2.00', currency: 'EUR' },
      usd('3.30'),
    ]);
  });

  it('refuses to add different currencies and what is no amount', () => {
    expect(() => addMoney(usd('1'), { amount: '1', currency: 'EUR' })).toThrow('cannot add USD to EUR');
    expect(() => money('Infinity', 'USD')).toThrow('not an amount');
  });

  it('sees the same amount in two spellings', () => {
    expect(sameAmount(usd('180'), usd('180.00'))).toBe(true);
    expect(sameAmount(usd('180'), { amount: '180', currency: 'EUR' })).toBe(false);
  });
});

describe('what is shared out', () => {
  it('comes to the whole again, each share within one of its exact part', () => {
    expect(sharesOf(100, [1, 1, 1])).toEqual([33, 34, 33]);
    expect(sharesOf(1, [0, 1, 1])).toEqual([0, 1, 0]);
    expect(sharesOf(0, [3, 4])).toEqual([0, 0]);
    expect(moneyShares({ amount: '0.05', currency: 'USD' }, [21, 22, 20]).map(({ amount }) => amount)).toEqual([
      '0.02',
      '0.01',
      '0.02',
    ]);
    expect(moneyShares({ amount: '10', currency: 'JPY' }, [1, 2]).map(({ amount }) => amount)).toEqual(['3', '7']);
  });

  it('needs something to share out by', () => expect(() => sharesOf(1, [0, 0])).toThrow('every weight is 0'));
});
