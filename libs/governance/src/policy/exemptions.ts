import { own, recordOf } from '../document/json.js';
import { policyRules } from './objection.js';

/** A rule that does not count for a contract for a while, because somebody answers for it. */
export interface Exemption {
  /** Where it is on file. */
  file: string;
  /** `<layer>/<api>` and major, e.g. `process/projects/v1`. */
  contract: string;
  /** JSON pointer to the one place where a rule of the lint does not count; null: a rule of the policy, for the contract. */
  at: string | null;
  /** A rule of the policy, or of the lint; the lint itself says which of its rules excuse nothing. */
  rule: string;
  owner: string;
  reason: string;
  /** Last day on which it counts, YYYY-MM-DD. */
  expires: string;
}

export interface ExemptionProblem {
  file: string;
  field: string;
  message: string;
}

export interface Exemptions {
  /** Those that count today. */
  valid: Exemption[];
  expired: Exemption[];
  /** Everything that is wrong with the files, the expired ones included: a check with any of them fails. */
  problems: ExemptionProblem[];
}

/** A year: who needs longer has to say so again. */
const longestDays = 366;
const day = 86_400_000;

/** Judges the files of exemptions as read from YAML; `today` is YYYY-MM-DD. */
export function judgeExemptions(files: { file: string; content: unknown }[], today: string): Exemptions {
  const judged = files.map(({ file, content }) => ({ file, ...fieldsOf(file, content, today) }));
  const sound = judged.flatMap(({ exemption }) => (exemption ? [exemption] : []));
  const expired = sound.filter(({ expires }) => expires < today);
  return {
    valid: sound.filter((one) => !expired.includes(one)),
    expired,
    problems: [
      ...judged.flatMap(({ problems }) => problems),
      ...expired.map(({ file, owner, expires }) => ({
        file,
        field: 'expires',
        message: `ended on ${expires}: ${owner} removes the file, or says until when and why it goes on`,
      })),
    ],
  };
}

function fieldsOf(
  file: string,
  content: unknown,
  today: string,
): { exemption: Exemption | null; problems: ExemptionProblem[] } {
  const given = recordOf(content);
  const isOfPlace = Object.hasOwn(given, 'at');
  const problems: ExemptionProblem[] = [];
  const text = (field: string, isRight: (value: string) => boolean, wanted: string): string => {
    const value = own(given, field);
    if (typeof value === 'string' && isRight(value)) return value;
    problems.push({ file, field, message: `must be ${wanted}` });
    return '';
  };
  const exemption: Exemption = {
    file,
    contract: text('contract', isContract, 'a contract, e.g. process/projects/v1'),
    at: isOfPlace ? text('at', (value) => value.startsWith('#/'), 'a JSON pointer, e.g. #/paths') : null,
    rule: isOfPlace
      ? text('rule', (value) => /^[a-z-]+$/.test(value), 'a rule of npm run contracts:lint')
      : text('rule', isPolicyRule, `one of ${Object.keys(policyRules).join(', ')}; or say at`),
    owner: text('owner', isFilled, 'who answers for it'),
    reason: text('reason', isFilled, 'why the rule cannot be kept'),
    expires: text('expires', (value) => isLastDay(value, today), `a day, YYYY-MM-DD, at most ${longestDays} days away`),
  };
  const unknown = Object.keys(given).filter((field) => !(field in exemption) || field === 'file');
  problems.push(...unknown.map((field) => ({ file, field, message: 'is no field of an exemption' })));
  return { exemption: problems.length === 0 ? exemption : null, problems };
}

const isPolicyRule = (value: string): boolean => Object.hasOwn(policyRules, value);

const isContract = (value: string): boolean => /^[a-z-]+\/[a-z0-9-]+\/v\d+$/.test(value);

/** What came of the exemptions of places: `idle` ones excuse nothing any more. */
export interface Excused<Found> {
  left: Found[];
  idle: Exemption[];
}

/** Leaves out what is exempted at its very place; `at` of a finding is a JSON pointer in `contract`. */
export function excuse<Found extends { rule: string; contract: string; at: string }>(
  found: readonly Found[],
  exemptions: readonly Exemption[],
): Excused<Found> {
  const isFor = (one: Found, { rule, contract, at }: Exemption): boolean =>
    one.rule === rule && one.contract === contract && one.at === at;
  return {
    left: found.filter((one) => !exemptions.some((exemption) => isFor(one, exemption))),
    idle: exemptions.filter((one) => one.at !== null && !found.some((place) => isFor(place, one))),
  };
}

const isFilled = (value: string): boolean => value.trim().length >= 3;

const isLastDay = (value: string, today: string): boolean => isDay(value) && daysBetween(today, value) <= longestDays;

/** 31 February parses as a day of March. */
const isDay = (value: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) &&
  !Number.isNaN(Date.parse(value)) &&
  new Date(value).toISOString().startsWith(value);

/** Days from one to the other; NaN where one is no day. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / day;
