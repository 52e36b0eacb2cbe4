import { createContext, Script } from 'node:vm';

/** Longest a pattern may think about one text. */
const patienceMs = 100;

/** A repeated group can take longer than anybody waits: what repeats inside it can be shared out in many ways. */
const isRisky = (pattern: string): boolean => /\)[*+{]/.test(pattern);

const place = createContext({ found: false, pattern: /(?:)/u, text: '' });
const attempt = new Script('found = pattern.test(text)');

/** Whether a text meets a pattern; one that no engine here can read, or finish reading, is met by none. */
export function matches(pattern: string, text: string): boolean {
  try {
    const expression = new RegExp(pattern, 'u');
    return isRisky(pattern) ? matchesInTime(expression, text) : expression.test(text);
  } catch {
    return false;
  }
}

function matchesInTime(pattern: RegExp, text: string): boolean {
  Object.assign(place, { found: false, pattern, text });
  attempt.runInContext(place, { timeout: patienceMs });
  return place.found === true;
}

/** Whether a pattern takes every text (of one line). */
export function takesAll(pattern: string): boolean {
  return /^\^?(\.\*|\(\.\*\)|\[\\s\\S\]\*)?\$?$/.test(pattern);
}
