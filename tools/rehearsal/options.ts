import { parseArgs } from 'node:util';
import { Failure } from '#kernel';
import { problemsOf } from '../command-line.js';

/** A product that is away, in milliseconds of the firm's time. */
export interface PlannedOutage {
  domain: OutageDomain;
  /** From the first approval. */
  from: number;
  ms: number;
}

/** What is rehearsed; durations are milliseconds of the firm's time. */
export interface RehearsalOptions {
  entries: number;
  seed: number;
  /** Milliseconds of the firm that pass in one of ours. */
  compress: number;
  /** From the first approval to the cut-off. */
  cutOff: number;
  /** From the first approval to the last. */
  approvals: number;
  /** Calls the ERP lets in at once, and how long it works on each. */
  quota: { atOnce: number; workMs: number };
  outages: PlannedOutage[];
  /** Entries with a rate nobody agreed, of a hundred. */
  mistakes: number;
  /** How long the desk takes over one exception. */
  desk: number;
}

/** The product of a domain on the twin. */
export const products = { crm: 'salesforce', hr: 'bamboohr', psa: 'kantata', erp: 'netsuite' } as const;
export type OutageDomain = keyof typeof products;

const usage = `npm run rehearse -- --quarter-close [--entries 600] [--cut-off 2h] [--approvals 90m] [--quota erp:5x2s]
  [--outage erp:20m@cut-off-1h …] [--mistakes 2%] [--desk 6m] [--compress 30] [--seed 1]`;

const minute = 60_000;
const units: Record<string, number> = { s: 1_000, m: minute, h: 60 * minute };

/** Milliseconds of `90s`, `20m` or `1h30m`; null where it is none. */
export function duration(text: string): number | null {
  if (!/^(\d+h)?(\d+m)?(\d+s)?$/.test(text) || text === '') return null;
  return [...text.matchAll(/(\d+)([hms])/g)].reduce((sum, [, count, unit]) => sum + Number(count) * units[unit!]!, 0);
}

/** Failure: `rejected`, with everything that is wrong at once. */
export function rehearsalOptions(args: string[]): RehearsalOptions {
  const problems: string[] = [];
  const told = read(args, problems);
  const refuse = (name: string, example: string): number => {
    problems.push(`--${name} "${String(told[name])}" is not right: e.g. ${example}`);
    return 1;
  };
  const whole = (name: string, usual: number, [least, most]: [number, number]): number => {
    const value = told[name] === undefined ? usual : Number(told[name]);
    return Number.isInteger(value) && value >= least && value <= most
      ? value
      : refuse(name, `${usual}, ${least} to ${most}`);
  };
  const time = (name: string, usual: string): number =>
    duration(String(told[name] ?? usual)) || refuse(name, `${usual}, or 45s, or 1h30m`);
  if (told['quarter-close'] !== true) problems.push('say what to rehearse: --quarter-close');
  const cutOff = time('cut-off', '2h');
  const options = {
    entries: whole('entries', 600, [1, 100_000]),
    seed: whole('seed', 1, [0, 4_294_967_295]),
    compress: whole('compress', 30, [1, 600]),
    cutOff,
    approvals: time('approvals', '90m'),
    quota: quotaOf(String(told.quota ?? 'erp:5x2s')) ?? (refuse('quota', 'erp:5x2s'), { atOnce: 1, workMs: 1 }),
    outages: ((told.outage ?? []) as string[]).flatMap((text) => {
      const outage = outageOf(text, cutOff);
      if (!outage)
        problems.push(`--outage "${text}" is not right: e.g. erp:20m@cut-off-1h; a domain of crm, hr, psa, erp`);
      return outage ? [outage] : [];
    }),
    mistakes: whole('mistakes', 2, [0, 100]),
    desk: time('desk', '6m'),
  };
  if (problems.length > 0)
    throw new Failure('rejected', `this cannot be rehearsed:\n  ${problems.join('\n  ')}`, { remedy: usage });
  return options;
}

type Told = Record<string, string | boolean | string[] | undefined>;

const known = {
  'quarter-close': { type: 'boolean' },
  outage: { type: 'string', multiple: true },
  entries: { type: 'string' },
  'cut-off': { type: 'string' },
  approvals: { type: 'string' },
  quota: { type: 'string' },
  mistakes: { type: 'string' },
  desk: { type: 'string' },
  compress: { type: 'string' },
  seed: { type: 'string' },
} as const;

function read(args: string[], problems: string[]): Told {
  problems.push(...problemsOf({ args, options: known }));
  const told: Told = parseArgs({ args, options: known, strict: false, allowPositionals: true }).values;
  return typeof told.mistakes === 'string' ? { ...told, mistakes: told.mistakes.replace(/%$/, '') } : told;
}

/** `erp:5x2s`: five calls at once, two seconds each. */
function quotaOf(text: string): RehearsalOptions['quota'] | null {
  const [, atOnce, each] = /^erp:(\d+)x(.+)$/.exec(text) ?? [];
  const workMs = duration(each ?? '');
  return Number(atOnce) > 0 && workMs ? { atOnce: Number(atOnce), workMs } : null;
}

/** `erp:20m@cut-off-1h`: the ERP is away for twenty minutes from an hour before the cut-off. */
function outageOf(text: string, cutOff: number): PlannedOutage | null {
  const [, domain, long, sign, away] = /^(\w+):(\w+)@cut-off(?:([+-])(\w+))?$/.exec(text) ?? [];
  const [ms, shift] = [duration(long ?? ''), sign ? duration(away ?? '') : 0];
  if (!domain || !(domain in products) || !ms || shift === null) return null;
  const from = cutOff + (sign === '+' ? shift : -shift);
  return from >= 0 ? { domain: domain as OutageDomain, from, ms } : null;
}
