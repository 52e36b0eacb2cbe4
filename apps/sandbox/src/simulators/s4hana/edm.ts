/** A value as kept: dates `2026-11-20T00:00:00`, moments `2026-11-20T10:00:00.000Z`, decimals as text. */
export type Value = string | number | boolean | Row | undefined;
export type Row = { [property: string]: Value };

export interface Property {
  type: 'String' | 'Guid' | 'DateTime' | 'DateTimeOffset' | 'Time' | 'Decimal' | 'Boolean' | 'Int32' | 'Complex';
  /** The longest text. */
  max?: number;
  /** Digits altogether, and those after the point. */
  digits?: [precision: number, scale: number];
  /** Who may set it: every write, only the creation, or only the system. */
  access: 'write' | 'create' | 'read';
  filterable: boolean;
  sortable: boolean;
  /** The properties of a complex one, and its type's name. */
  parts?: { type: string; properties: Properties };
}

export type Properties = Record<string, Property>;

export interface Navigation {
  /** The entity set it leads to. */
  to: string;
  many: boolean;
  /** Which property there equals which one here. */
  on: Record<string, string>;
  /** What it leads to may be sent along when this is created (deep insert). */
  owned: boolean;
}

/** An entity set as its metadata describes it. */
export interface EntitySet {
  name: string;
  type: string;
  keys: string[];
  properties: Properties;
  navigations: Record<string, Navigation>;
  /** The property the ETag is made of; changes then need an If-Match. */
  etag?: string;
  /** System query options it passes over in silence. */
  ignores?: string[];
  /** The property on which it gets `gt` and `lt` wrong. */
  unordered?: string;
}

/**
 * Properties from a short list, e.g. `ProjectUUID Guid ro, Project 24, Hours Decimal:4:2 nosort`: a number is the
 * longest text; `ro` is neither creatable nor updatable, `fixed` only creatable, as the vendor's metadata says.
 */
export function properties(list: string): Properties {
  const entries = list.split(/[,\n]/).filter((entry) => entry.trim() !== '');
  return Object.fromEntries(entries.map((entry) => propertyOf(entry.trim().split(/\s+/))));
}

function propertyOf([name = '', spelled = '', ...flags]: string[]): [string, Property] {
  const [type, precision, scale] = spelled.split(':');
  const access = flags.includes('ro') ? 'read' : flags.includes('fixed') ? 'create' : 'write';
  const common = { access, filterable: !flags.includes('nofilter'), sortable: !flags.includes('nosort') } as const;
  if (/^\d+$/.test(spelled)) return [name, { type: 'String', max: Number(spelled), ...common }];
  const digits: [number, number] = [Number(precision), Number(scale)];
  return [name, { type: type as Property['type'], ...(precision && { digits }), ...common }];
}

export const keyOf = ({ keys }: EntitySet, row: Row): string => keys.map((key) => String(row[key])).join('~');

type Join = Record<string, string>;

export const linksTo = (to: string, on: Join): Navigation => ({ to, many: false, on, owned: false });
export const lists = (to: string, on: Join): Navigation => ({ to, many: true, on, owned: false });
export const hasOne = (to: string, on: Join): Navigation => ({ to, many: false, on, owned: true });
export const hasMany = (to: string, on: Join): Navigation => ({ to, many: true, on, owned: true });
