import { isCalendarDate } from '#kernel';
import type { Wrong } from './soap-fault.js';
import { workdayNamespace } from './wire.js';
import { attributeOf, type XmlNode } from './xml.js';

/** The elements a request may have, in the order the vendor's schema puts them. */
export type Shape = Record<string, Rule>;

export interface Rule {
  kind: 'group' | 'reference' | 'flag' | 'date' | 'moment' | 'whole' | 'unplayed';
  many?: true;
  /** Of a group whose elements may come in any order. */
  unordered?: true;
  /** Of a group. */
  of?: Shape;
  /** Types of ids a reference may be by. */
  ids?: readonly string[];
  /** Of a whole number, which starts at one. */
  most?: number;
  /** Qualified attributes beside `Descriptor`. */
  attributes?: readonly string[];
}

/** The vendor has it, this sandbox does not play it. */
export const unplayed: Rule = { kind: 'unplayed', many: true };

/** Everything in which an element differs from its shape. */
export function problemsIn(node: XmlNode, { of: shape = {}, unordered }: Rule, xpath: string): Wrong[] {
  const order = Object.keys(shape);
  const seen = new Map<string, number>();
  let furthest = 0;
  return node.children.flatMap((child) => {
    const count = (seen.get(child.name) ?? 0) + 1;
    seen.set(child.name, count);
    const path = `${xpath}/bsvc:${child.name}[${count}]`;
    const rule = child.namespace === workdayNamespace ? shape[child.name] : undefined;
    if (!rule) return [invalid(`Element '${child.name}' is not expected here`, path)];
    const place = order.indexOf(child.name);
    const wrongs: Wrong[] = [];
    if (place < furthest && !unordered) wrongs.push(invalid(`Element '${child.name}' is out of order`, path));
    if (count > 1 && !rule.many) wrongs.push(invalid(`Element '${child.name}' may not be repeated`, path));
    furthest = Math.max(furthest, place);
    return [...wrongs, ...strangeAttributes(child, rule, path), ...wrongValue(child, rule, path)];
  });
}

function wrongValue(node: XmlNode, rule: Rule, xpath: string): Wrong[] {
  const wrong = (isRight: boolean): Wrong[] =>
    isRight ? [] : [invalid(`'${node.text}' is not a valid value for '${node.name}'`, xpath)];
  switch (rule.kind) {
    case 'group':
      return problemsIn(node, rule, xpath);
    case 'reference':
      return wrongIds(node, rule.ids!, xpath);
    case 'flag':
      return wrong(/^(?:0|1|true|false)$/.test(node.text));
    case 'date':
      return wrong(dateWithOffset.test(node.text) && isCalendarDate(node.text.slice(0, 10)));
    case 'moment':
      return wrong(moment.test(node.text) && isCalendarDate(node.text.slice(0, 10)));
    case 'whole':
      return wrong(/^\d+$/.test(node.text) && Number(node.text) >= 1 && Number(node.text) <= (rule.most ?? Infinity));
    case 'unplayed':
      return [{ message: `${node.name} is not played by this sandbox`, xpath }];
  }
}

const dateWithOffset = /^\d{4}-\d{2}-\d{2}(?:Z|[+-]\d{2}:\d{2})?$/;
const moment = /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})?$/;

function wrongIds(node: XmlNode, types: readonly string[], xpath: string): Wrong[] {
  const ids = node.children.filter(({ name, namespace }) => name === 'ID' && namespace === workdayNamespace);
  if (ids.length === 0 || ids.length < node.children.length) {
    return [invalid(`'${node.name}' holds one or more 'ID' and nothing else`, xpath)];
  }
  return ids.flatMap((id) => {
    const type = attributeOf(id, workdayNamespace, 'type');
    return type !== undefined && types.includes(type)
      ? []
      : [invalid(`'${type ?? ''}' is not a valid ID type for '${node.name}'`, xpath)];
  });
}

/** Attributes are qualified at this vendor: `Descriptor` alone is another one than `wd:Descriptor`. */
function strangeAttributes(node: XmlNode, rule: Rule, xpath: string): Wrong[] {
  const known = [...(rule.attributes ?? []), ...(rule.kind === 'reference' ? ['Descriptor'] : [])];
  return node.attributes
    .filter(({ namespace, name }) => namespace !== workdayNamespace || !known.includes(name))
    .map(({ name }) => invalid(`Attribute '${name}' is not expected here`, xpath));
}

/** Assumption, unconfirmed by the vendor: the words; that requests are held to the schema is the vendor's. */
const invalid = (what: string, xpath: string): Wrong => ({ message: `Invalid request.  ${what}`, xpath });
