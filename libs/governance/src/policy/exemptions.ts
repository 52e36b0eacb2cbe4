import { type PolicyRule, policyRules } from './objection.js';

/** A rule that does not count for a contract for a while, because somebody answers for it. */
export interface Exemption {
  /** Where it is on file. */
  file: string;
  /** `<layer>/<api>` and major, e.g. `process/projects/v1`. */
  contract: string;
  rule: PolicyRule;
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
  const given = (typeof content === 'object' && content !== null ? content : {}) as Record<string, unknown>;
  const problems: ExemptionProblem[] = [];
  const text = (field: string, isRight: (value: string) => boolean, wanted: string): string => {
    const value = given[field];
    if (typeof value === 'string' && isRight(value)) return value;
    problems.push({ file, field, message: `must be ${wanted}` });
    return '';
  };
  const exemption: Exemption = {
    file,
    contract: text(
      'contract',
      (value) => /^[a-z-]+\/[a-z0-9-]+\/v\d+$/.test(value),
      'a contract, e.g. process/projects/v1',
    ),
    rule: text('rule', (value) => value in policyRules, `one of ${Object.keys(policyRules).join(', ')}`) as PolicyRule,
    owner: text('owner', isFilled, 'who answers for it'),
    reason: text('reason', isFilled, 'why the rule cannot be kept'),
    expires: text('expires', (value) => isLastDay(value, today), `a day, YYYY-MM-DD, at most ${longestDays} days away`),
  };
  const unknown = Object.keys(given).filter((field) => !(field in exemption) || field === 'file');
  problems.push(...unknown.map((field) => ({ file, field, message: 'is no field of an exemption' })));
  return { exemption: problems.length === 0 ? exemption : null, problems };
}

const isFilled = (value: string): boolean => value.trim().length >= 3;

const isLastDay = (value: string, today: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) && daysBetween(today, value) <= longestDays;

/** Days from one to the other; NaN where one is no day. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / day;
