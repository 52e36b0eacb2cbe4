import { type Condition, conditionsOf } from './filter.js';
import { refusal } from './refusals.js';
import { schemaNamed, userSchema } from './schemas.js';

/** Where in a user something is, e.g. `emails[type eq "work"].value`. */
export interface Path {
  /** The extension it is in; null for the user's own attributes. */
  schema: string | null;
  /** Null: the extension as a whole. */
  attribute: string | null;
  /** Which values of a list are meant; null: no list, or all of it. */
  chosen: Condition[] | null;
  sub: string | null;
}

const pattern = /^(?:(urn:[\w.:-]+):)?([a-z$][\w$-]*)(?:\[([^\]]{1,200})\])?(?:\.([a-z$][\w$-]*))?$/i;
const poison = new Set(['__proto__', 'constructor', 'prototype']);

/** Throws a Failure (`invalidPath`) for what is no path. */
export function pathOf(text: string): Path {
  const whole = schemaNamed(text);
  if (whole) return { schema: whole === userSchema ? null : whole, attribute: null, chosen: null, sub: null };
  const [matched, urn, attribute, filter, sub] = pattern.exec(text) ?? [];
  if (!matched || poison.has(attribute!) || poison.has(sub ?? '')) {
    throw refusal('invalidPath', `"${text.slice(0, 200)}" is not the path of an attribute`);
  }
  const schema = urn ? (schemaNamed(urn) ?? urn) : null;
  return {
    schema: schema === userSchema ? null : schema,
    attribute: attribute!,
    chosen: filter ? conditionsOf(filter) : null,
    sub: sub ?? null,
  };
}
