import { Kind, Shape } from './shape.js';

const texts: readonly Kind[] = ['string'];
const numbers: readonly Kind[] = ['integer', 'number'];
const lists: readonly Kind[] = ['array'];
const objects: readonly Kind[] = ['object'];

const kindsOf: Readonly<Record<string, readonly Kind[]>> = {
  minLength: texts,
  maxLength: texts,
  pattern: texts,
  minimum: numbers,
  maximum: numbers,
  exclusiveMinimum: numbers,
  exclusiveMaximum: numbers,
  multipleOf: numbers,
  minItems: lists,
  maxItems: lists,
  uniqueItems: lists,
  minProperties: objects,
  maxProperties: objects,
  required: objects,
};

/**
 * Whether a keyword says anything about values of the types that are stated. One that does not is a mistake, and what the
 * server makes of it is unknown: it is judged as though it applied, and nothing proves it harmless.
 */
export function applies(keyword: string | undefined, ...shapes: readonly Shape[]): boolean {
  const kinds = keyword === undefined ? undefined : kindsOf[keyword];
  return kinds === undefined || shapes.some((shape) => kinds.some((kind) => shape.kinds.has(kind)));
}
