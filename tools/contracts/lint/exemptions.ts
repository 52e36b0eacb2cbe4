import { parse } from 'yaml';

/** A place that may break a rule, by somebody's word and until a day. */
export interface Exemption {
  rule: string;
  /** File and JSON pointer, e.g. `openapi/system/hr/v1.yaml#/paths/~1v1~1holidays/get`. */
  at: string;
  owner: string;
  reason: string;
  /** Last day it counts, `YYYY-MM-DD`. */
  until: string;
}

const facts = ['rule', 'at', 'owner', 'reason', 'until'] as const;

/** Reads a file of exemptions; throws with every entry that lacks something. */
export function readExemptions(text: string, name: string): Exemption[] {
  const entries = (parse(text) ?? []) as Partial<Exemption>[];
  const problems = entries.flatMap((entry, index) =>
    facts
      .filter((fact) => typeof entry[fact] !== 'string' || entry[fact] === '')
      .map((fact) => `${name}: exemption ${index + 1} has no ${fact}`),
  );
  const odd = entries.filter(({ until }) => until && !/^\d{4}-\d{2}-\d{2}$/.test(until));
  problems.push(...odd.map(({ until }) => `${name}: until "${until}" is not a day, YYYY-MM-DD`));
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return entries as Exemption[];
}

/** What came of exemptions: those in force excuse, and those that are over or excuse nothing are findings themselves. */
export interface Excused<Found> {
  left: Found[];
  over: Exemption[];
  idle: Exemption[];
}

/** `today` as `YYYY-MM-DD`; `at` of a finding as in {@link Exemption}. */
export function excuse<Found extends { rule: string; at: string }>(
  found: Found[],
  exemptions: Exemption[],
  today: string,
): Excused<Found> {
  const over = exemptions.filter(({ until }) => until < today);
  const inForce = exemptions.filter(({ until }) => until >= today);
  const isFor = (one: Found, { rule, at }: Exemption): boolean => one.rule === rule && one.at === at;
  return {
    left: found.filter((one) => !inForce.some((exemption) => isFor(one, exemption))),
    over,
    idle: inForce.filter((exemption) => !found.some((one) => isFor(one, exemption))),
  };
}
