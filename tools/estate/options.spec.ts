import { startOptions } from './options.js';

describe('what npm start is told', () => {
  test('without a word it runs the month, and the firm goes on at its usual pace', () => {
    expect(startOptions([])).toEqual({ once: false, reset: false, quiet: false, speed: 12, seed: null });
  });

  test('speed and seed are numbers; the last word counts', () => {
    expect(startOptions(['--speed', '0', '--speed', '2.5', '--seed', '7', '--reset'])).toEqual({
      once: false,
      reset: true,
      quiet: false,
      speed: 2.5,
      seed: 7,
    });
  });

  test('everything wrong is said at once, with what there is', () => {
    const wrong = (): unknown =>
      startOptions(['--sped', '3', '--speed', 'fast', '--seed', '1.5', '--once=yes', 'now', '--quiet']);
    for (const problem of [
      '"now" means nothing here',
      '--sped is no option',
      '--once takes no value',
      '--speed "fast" is not right: 0 to 600',
      '--seed "1.5" is not right: 0 to 4294967295',
    ])
      expect(wrong).toThrow(problem);
  });

  test.each([
    [['--quiet', '--speed', '5'], '--quiet leaves no time for --speed or --seed'],
    [['--once', '--seed', '5'], '--once leaves no time for --speed or --seed'],
    [['--speed'], '--speed needs a value'],
    [['--speed', '601'], '--speed "601" is not right: 0 to 600'],
    [['--speed=-1'], '--speed "-1" is not right: 0 to 600'],
  ])('%j is refused', (args, problem) => {
    expect(() => startOptions(args)).toThrow(problem);
  });

  test('a start that ends after its month may be told to rest', () => {
    expect(startOptions(['--speed', '0', '--once'])).toMatchObject({ once: true, speed: 0 });
  });
});
