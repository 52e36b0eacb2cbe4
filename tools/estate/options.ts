import { parseArgs } from 'node:util';
import { Failure } from '#kernel';
import { problemsOf } from '../command-line.js';

/** What `npm start` was told. */
export interface StartOptions {
  /** Run the main job, print the result, stop. */
  once: boolean;
  /** Forget everything and begin anew. */
  reset: boolean;
  /** Start everything, do nothing. */
  quiet: boolean;
  /** Things the firm does in a minute after its main job; 0: it rests. */
  speed: number;
  /** What decides what they are; null where it was not said. */
  seed: number | null;
}

const usualSpeed = 12;
const mostSpeed = 600;
const mostSeed = 4_294_967_295;
const flags = ['once', 'reset', 'quiet'] as const;
const options = {
  once: { type: 'boolean' },
  reset: { type: 'boolean' },
  quiet: { type: 'boolean' },
  speed: { type: 'string' },
  seed: { type: 'string' },
} as const;
const usage = 'npm start -- [--once | --quiet | [--speed <0 to 600>] [--seed <whole number>]] [--reset]';

/** Failure: `rejected`, with everything that is wrong at once. */
export function startOptions(args: string[]): StartOptions {
  const problems = problemsOf({ args, options });
  const { values } = parseArgs({ args, options, strict: false, allowPositionals: true });
  const number = (name: 'speed' | 'seed', most: number, isRight: (value: number) => boolean): number | null => {
    const text = values[name];
    // One that has no value is among the problems.
    if (typeof text !== 'string') return null;
    const value = text === '' ? NaN : Number(text);
    if (isRight(value) && value >= 0 && value <= most) return value;
    problems.push(`--${name} "${text}" is not right: 0 to ${most}`);
    return null;
  };
  const speed = number('speed', mostSpeed, Number.isFinite);
  const seed = number('seed', mostSeed, Number.isInteger);
  const [once, reset, quiet] = flags.map((name) => values[name] === true) as [boolean, boolean, boolean];
  for (const [isSet, name] of [
    [once, '--once'],
    [quiet, '--quiet'],
  ] as const)
    if (isSet && (speed ?? 0) + (seed === null ? 0 : 1) > 0)
      problems.push(`${name} leaves no time for --speed or --seed`);
  if (problems.length > 0)
    throw new Failure('rejected', `npm start was told what it cannot do:\n  ${problems.join('\n  ')}`, {
      remedy: usage,
    });
  return { once, reset, quiet, speed: speed ?? usualSpeed, seed };
}
