import type { XmlNode } from './xml.js';

/** Elements and attributes alike live in this one namespace. */
export const workdayNamespace = 'urn:com.workday/bsvc';
export const soapNamespace = 'http://schemas.xmlsoap.org/soap/envelope/';

/** An element of a reply, without its prefix. */
export interface Element {
  name: string;
  attributes: Record<string, string>;
  content: string | Element[];
}

/** A part of a reply that may be missing or several. */
export type Part = Element | Part[] | undefined;

/** A simple element; an empty or missing value leaves it out. */
export const field = (name: string, value: string | undefined): Part =>
  value === undefined || value === '' ? undefined : { name, attributes: {}, content: value };

export const group = (name: string, parts: Part[], attributes: Record<string, string> = {}): Element => ({
  name,
  attributes,
  content: flat(parts),
});

/** The vendor writes booleans as digits. */
export const flag = (name: string, value: boolean): Part => field(name, value ? '1' : '0');

const flat = (parts: Part[]): Element[] =>
  parts.flatMap((part) => (Array.isArray(part) ? flat(part) : part ? [part] : []));

/** A part of the request, given back as replies do. */
export const echo = (node: XmlNode | undefined): Part =>
  node && {
    name: node.name,
    attributes: Object.fromEntries(node.attributes.map(({ name, value }) => [name, value])),
    content: node.children.length > 0 ? flat(node.children.map(echo)) : digits(node.text),
  };

const digits = (text: string): string => ({ true: '1', false: '0' })[text] ?? text;

/** A SOAP 1.1 envelope round a reply; names of what references mean are told only to who asked for them. */
export function envelope(body: Element, options: { descriptors: boolean }): string {
  return enveloped(markup(body, options.descriptors, ` xmlns:wd="${workdayNamespace}"`));
}

export const enveloped = (body: string): string =>
  '<?xml version="1.0" encoding="UTF-8"?>\n' +
  `<SOAP-ENV:Envelope xmlns:SOAP-ENV="${soapNamespace}"><SOAP-ENV:Body>${body}</SOAP-ENV:Body></SOAP-ENV:Envelope>`;

function markup({ name, attributes, content }: Element, descriptors: boolean, bound = ''): string {
  const shown = Object.entries(attributes)
    .filter(([key]) => descriptors || key !== 'Descriptor')
    .map(([key, value]) => ` wd:${key}="${escaped(value)}"`)
    .join('');
  const inner =
    typeof content === 'string' ? escaped(content) : content.map((child) => markup(child, descriptors)).join('');
  return `<wd:${name}${bound}${shown}>${inner}</wd:${name}>`;
}

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
