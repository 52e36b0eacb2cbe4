/** An element with its children, or its text; prefixes are left out. */
export interface XmlElement {
  name: string;
  children: XmlElement[];
  text: string;
}

const tag = /<(\/?)(?:[\w-]+:)?([\w-]+)([^<>]*?)(\/?)>/y;

/** Reads a document of elements and text; nothing where it is not well-formed. */
export function parseXml(source: string): XmlElement | undefined {
  const root: XmlElement = { name: '', children: [], text: '' };
  const open = [root];
  const rest = source.replace(/^\s*<\?xml[^>]*\?>/, '').replaceAll(/<!--[\s\S]*?-->/g, '');
  for (let at = 0; at < rest.length;) {
    const end = rest.indexOf('<', at);
    if (end < 0) return rest.slice(at).trim() === '' && open.length === 1 ? root.children[0] : undefined;
    open.at(-1)!.text += decoded(rest.slice(at, end)).trim();
    tag.lastIndex = end;
    const found = tag.exec(rest);
    if (!found) return undefined;
    at = tag.lastIndex;
    const [, closes, name = '', , isEmpty] = found;
    if (closes) {
      if (open.pop()?.name !== name || open.length === 0) return undefined;
      continue;
    }
    const element: XmlElement = { name, children: [], text: '' };
    open.at(-1)!.children.push(element);
    if (!isEmpty) open.push(element);
  }
  return open.length === 1 ? root.children[0] : undefined;
}

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const decoded = (text: string): string =>
  text.replaceAll(/&(\w+|#\d+);/g, (whole, name: string) =>
    name.startsWith('#') ? String.fromCodePoint(Number(name.slice(1))) : (entities[name] ?? whole),
  );

export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export const childOf = (element: XmlElement | undefined, ...path: string[]): XmlElement | undefined =>
  path.reduce((at, name) => at?.children.find((child) => child.name === name), element);

export const textAt = (element: XmlElement | undefined, ...path: string[]): string =>
  childOf(element, ...path)?.text ?? '';
