import { XMLBuilder, XMLParser, XMLValidator } from 'fast-xml-parser';

/** What an element holds; keys with `@` are its attributes, what is undefined is left out. */
export type Content = string | number | boolean | undefined | Content[] | { [name: string]: Content };

const spelling = { ignoreAttributes: false, attributeNamePrefix: '@' } as const;
const builder = new XMLBuilder({ ...spelling, suppressBooleanAttributes: false });
const parser = new XMLParser({
  ...spelling,
  removeNSPrefix: true,
  parseTagValue: false,
  alwaysCreateTextNode: true,
  // Numeric references such as &#xe9; are decoded only with these.
  htmlEntities: true,
  isArray: (_name, _path, _leaf, isAttribute) => !isAttribute,
});

/** Every value is escaped. */
export const toXml = (content: Content): string => `<?xml version="1.0" encoding="UTF-8"?>${builder.build(content)}`;

/** The document as an element around its root; null where it is none. SOAP has no document type declaration. */
export function parseXml(text: string): Element | null {
  if (/<!DOCTYPE/i.test(text) || XMLValidator.validate(text) !== true) return null;
  return new Element(parser.parse(text) as Parsed);
}

interface Parsed {
  [name: string]: Parsed[] | string;
}

/** An element of a reply, whatever prefixes it came with. */
export class Element {
  constructor(private readonly parsed: Parsed) {}

  /** Every element at the end of the path. */
  all(...path: string[]): Element[] {
    const [name, ...rest] = path;
    if (name === undefined) return [this];
    const children = (this.parsed[name] ?? []) as Parsed[];
    return children.flatMap((child) => new Element(child).all(...rest));
  }

  /** Every element of a name, however deep it stands. */
  anywhere(name: string): Element[] {
    return Object.entries(this.parsed).flatMap(([key, children]) =>
      Array.isArray(children)
        ? children.flatMap((child) => (key === name ? [new Element(child)] : new Element(child).anywhere(name)))
        : [],
    );
  }

  first(...path: string[]): Element | null {
    return this.all(...path)[0] ?? null;
  }

  /** Text of the first element at the end of the path; null where there is none. */
  text(...path: string[]): string | null {
    return (this.first(...path)?.parsed['#text'] as string | undefined) || null;
  }

  /** Written `1` or `true`. */
  flag(...path: string[]): boolean {
    return isTrue(this.text(...path));
  }

  attribute(name: string): string | null {
    return (this.parsed[`@${name}`] as string | undefined) ?? null;
  }

  marked(name: string): boolean {
    return isTrue(this.attribute(name));
  }

  /** A reference has one id of each type, e.g. `WID` and `Employee_ID`. */
  id(type: string): string | null {
    return (
      this.all('ID')
        .find((id) => id.attribute('type') === type)
        ?.text() ?? null
    );
  }
}

const isTrue = (text: string | null): boolean => text === '1' || text === 'true';
