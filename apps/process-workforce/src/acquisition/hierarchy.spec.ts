import { findCycles, wavesOf } from './hierarchy.js';

const people = (...pairs: [number: string, manager: string | null][]) =>
  pairs.map(([number, manager]) => ({ number, manager }));

describe('who reports to whom', () => {
  it('has no circle where everybody ends at somebody', () => {
    expect(findCycles(people(['a', null], ['b', 'a'], ['c', 'b'], ['d', 'elsewhere']))).toEqual([]);
  });

  it('has every circle once, without those who only report into it', () => {
    const all = people(['lead-in', 'a'], ['a', 'b'], ['b', 'c'], ['c', 'a'], ['x', 'y'], ['y', 'x'], ['self', 'self']);
    expect(findCycles(all)).toEqual([['a', 'b', 'c'], ['x', 'y'], ['self']]);
  });

  it('is loaded in waves: nobody before a manager who is one of them', () => {
    const waves = wavesOf(people(['c', 'b'], ['b', 'a'], ['a', 'elsewhere'], ['d', 'a'], ['e', null]));
    expect(waves.map((wave) => wave.map(({ number }) => number))).toEqual([['a', 'e'], ['b', 'd'], ['c']]);
  });
});
