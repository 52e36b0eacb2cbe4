import type { Row } from './edm.js';
import type { Problem } from './errors.js';

/** What is wrong with a row that lacks some of the properties named. */
export const missing = (row: Row, names: string, code: string): Problem[] =>
  names
    .split(' ')
    .filter((name) => row[name] === undefined)
    .map((name) => ({ code, message: `Enter a value for ${name}`, target: name }));
