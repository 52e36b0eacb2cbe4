import type { ParseArgsConfig } from 'node:util';
import { needed, problemsOf } from './command-line.js';

const options = { seed: { type: 'string' }, once: { type: 'boolean' } } satisfies ParseArgsConfig['options'];

it('a command line that is right has no problem', () => {
  expect(problemsOf({ args: ['--seed', '7', '--once'], options })).toEqual([]);
  expect(problemsOf({ args: ['--seed=-7'], options })).toEqual([]);
  expect(problemsOf({ args: ['show', '--', '--once'], options, allowPositionals: true })).toEqual([]);
});

it('everything that means nothing is listed at once', () => {
  expect(problemsOf({ args: ['now', '--bogus', '--once=yes', '-x', '--seed'], options })).toEqual([
    '"now" means nothing here',
    '--bogus is no option',
    '--once takes no value',
    '-x is no option',
    '--seed needs a value',
  ]);
});

it('an option is no other option’s value', () => {
  expect(problemsOf({ args: ['--seed', '--once'], options })).toEqual(['--seed needs a value']);
});

describe('an option that is needed', () => {
  it('is its text', () => expect(needed({ reason: 'asked' }, 'reason', 'swap')).toBe('asked'));

  it.each([{}, { reason: '' }, { reason: true }])('is asked for where there is %j', (values) =>
    expect(() => needed(values, 'reason', 'swap')).toThrow(
      expect.objectContaining({ kind: 'rejected', message: 'say --reason', detail: { remedy: 'see npm run swap' } }),
    ),
  );
});
