import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** An element as somebody sent it, its names resolved against the namespaces in force. */
export interface XmlNode {
  namespace: string;
  name: string;
  attributes: { namespace: string; name: string; value: string }[];
  children: XmlNode[];
  text: string;
}

/** Text that is not the XML it claims to be. */
export class XmlError extends Error {}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  processEntities: false,
  cdataPropName: '#cdata',
  ignoreDeclaration: true,
  ignorePiTags: true,
});

const textKey = '#text';
const cdataKey = '#cdata';
const attributesKey = ':@';

type Parsed = Record<string, unknown>;
type Scope = Record<string, string>;

/** Reads one document. A document type is turned away unread, since entities defined there can grow without bound. */
export function readXml(source: string): XmlNode {
  if (source.includes('<!DOCTYPE')) throw new XmlError('a document type declaration is not allowed');
  const validity = XMLValidator.validate(source);
  if (validity !== true) throw new XmlError(validity.err.msg);
  const roots = parse(source).filter(isElement);
  if (roots.length !== 1) throw new XmlError('a document has exactly one root element');
  return resolved(roots[0]!, { xml: 'http://www.w3.org/XML/1998/namespace' });
}

function parse(source: string): Parsed[] {
  try {
    return parser.parse(source) as Parsed[];
  } catch (error) {
    throw new XmlError((error as Error).message);
  }
}

function resolved(parsed: Parsed, outer: Scope): XmlNode {
  const tag = nameOf(parsed);
  const sent = Object.entries((parsed[attributesKey] ?? {}) as Record<string, string>);
  const scope = { ...outer };
  for (const [key, value] of sent) {
    if (key === 'xmlns') scope[''] = value;
    if (key.startsWith('xmlns:')) scope[key.slice('xmlns:'.length)] = value;
  }
  const content = parsed[tag] as Parsed[];
  return {
    ...qualified(tag, scope, scope[''] ?? ''),
    // A default namespace is not one for attributes.
    attributes: sent
      .filter(([key]) => key !== 'xmlns' && !key.startsWith('xmlns:'))
      .map(([key, value]) => ({ ...qualified(key, scope, ''), value: unescaped(value) })),
    children: content.filter(isElement).map((part) => resolved(part, scope)),
    text: content.map(textIn).join('').trim(),
  };
}

const isElement = (parsed: Parsed): boolean => ![textKey, cdataKey].includes(nameOf(parsed));

const nameOf = (parsed: Parsed): string => Object.keys(parsed).find((key) => key !== attributesKey)!;

function qualified(key: string, scope: Scope, unprefixed: string): { namespace: string; name: string } {
  const [prefix, name] = key.includes(':') ? (key.split(':') as [string, string]) : ['', key];
  if (prefix === '') return { namespace: unprefixed, name };
  const namespace = scope[prefix];
  if (namespace === undefined) throw new XmlError(`the prefix "${prefix}" is not bound to a namespace`);
  return { namespace, name };
}

function textIn(part: Parsed): string {
  if (cdataKey in part) return (part[cdataKey] as Parsed[]).map((literal) => String(literal[textKey])).join('');
  return textKey in part ? unescaped(String(part[textKey])) : '';
}

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const highestCodePoint = 0x10ffff;

/** Knows what XML itself defines, and numbered characters. */
function unescaped(text: string): string {
  return text.replaceAll(/&(#x[0-9a-f]+|#\d+|[^;&\s]*);?/gi, (all, name: string) => {
    const code = name.startsWith('#') ? Number(name.replace(/^#x/i, '0x').replace(/^#/, '')) : undefined;
    if (code !== undefined && code <= highestCodePoint) return String.fromCodePoint(code);
    const character = all.endsWith(';') ? entities[name] : undefined;
    if (character === undefined) throw new XmlError(`the entity "${name}" was referenced, but not declared`);
    return character;
  });
}

export const childOf = (node: XmlNode | undefined, name: string): XmlNode | undefined =>
  node?.children.find((child) => child.name === name);

export const childrenOf = (node: XmlNode | undefined, name: string): XmlNode[] =>
  node?.children.filter((child) => child.name === name) ?? [];

/** The text of a child, or nothing where there is no such child. */
export const textOf = (node: XmlNode | undefined, name: string): string | undefined => childOf(node, name)?.text;

export const attributeOf = (node: XmlNode, namespace: string, name: string): string | undefined =>
  node.attributes.find((attribute) => attribute.namespace === namespace && attribute.name === name)?.value;
