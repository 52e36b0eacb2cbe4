import { isRecord, listOf, own, refOf, textOf, textsOf } from '../document/json.js';
import { Located, Source, below } from '../document/source.js';
import { isAnnotation, isAnything, isNothing } from './alike.js';
import * as leftover from './leftover.js';
import * as merge from './merge.js';
import { mapOf, mapped } from './part.js';
import { Kind, Notes, Part, Shape, Union, kinds } from './shape.js';

interface Pieces {
  parts: Part[];
  unions: Union[];
}

/** Makes shapes of a document's schemas; the same schema always gives the same shape, so that loops end. */
export class Shaper {
  private readonly ids = new Map<unknown, number>();
  private readonly shapes = new Map<string, Shape>();

  constructor(
    readonly source: Source,
    /** Which of the two documents: part of the keys under which what is known of pairs is kept. */
    readonly side: 'base' | 'revision',
    /** OpenAPI 3.0 and before ignore what stands beside a reference. */
    private readonly siblings: boolean,
  ) {}

  /** The shape of what all `schemas` allow; of none: anything. */
  shape(schemas: readonly Located[]): Shape {
    const id = [...new Set(schemas.map(({ value, at }) => this.idOf(value, at)))].join('&') || 'any';
    const known = this.shapes.get(id);
    if (known !== undefined) return known;
    const pieces: Pieces = { parts: [], unions: [] };
    for (const schema of schemas) this.expand(schema, false, pieces, new Set());
    const first = schemas[0];
    const name = first === undefined ? undefined : this.source.follow(first).name;
    return this.build(id, pieces, { at: first?.at ?? '#', name });
  }

  /** One alternative together with everything that holds for all of them. */
  alternative(shape: Shape, union: number, index: number): Shape {
    const id = `${shape.id}(${union}.${index})`;
    const known = this.shapes.get(id);
    if (known !== undefined) return known;
    const chosen = shape.unions[union]!.alternatives[index]!;
    const pieces: Pieces = { parts: [...shape.parts], unions: shape.unions.filter((_, at) => at !== union) };
    // What holds for all is there already: an alternative that leads back to it adds nothing, and ends.
    this.expand(chosen, false, pieces, new Set(shape.parts.map(({ raw }) => raw)));
    return this.build(id, pieces, { at: chosen.at, name: this.source.follow(chosen).name });
  }

  /** The shape restricted to some kinds of value. */
  only(shape: Shape, allowed: readonly Kind[]): Shape {
    const id = `${shape.id}:${allowed.join('+')}`;
    const known = this.shapes.get(id);
    if (known !== undefined) return known;
    const left = allowed.filter((kind) => shape.kinds.has(kind));
    const unions = left.every((kind) => kind === 'null') ? [] : shape.unions;
    const only = relevant({ ...shape, id, unions, typed: true, kinds: new Set(left) });
    this.shapes.set(id, only);
    return only;
  }

  property(shape: Shape, name: string): Shape {
    const named = shape.properties.get(name) ?? shape.parts.flatMap((part) => merge.schemasFor(part, name));
    return this.shape(named);
  }

  item(shape: Shape, index: number): Shape {
    return this.shape(shape.prefix[index] ?? shape.rest);
  }

  private idOf(value: unknown, at: string): number | string {
    if (!isRecord(value)) return `${at}!`;
    const known = this.ids.get(value);
    if (known !== undefined) return known;
    this.ids.set(value, this.ids.size);
    return this.ids.size - 1;
  }

  /** Adds a schema to `pieces`: references followed, allOf opened, a combination of one alternative taken for itself. */
  private expand(schema: Located, orNull: boolean, pieces: Pieces, open: Set<unknown>, besideRef = false): void {
    if (isRecord(schema.value) && refOf(schema.value) !== undefined) {
      if (open.has(schema.value)) return;
      open.add(schema.value);
      if (this.siblings && Object.keys(schema.value).length > 1) {
        const { $ref: _, $dynamicRef: __, ...beside } = schema.value;
        this.expand({ value: beside, at: schema.at }, orNull, pieces, open, true);
      }
      const target = this.source.find(refOf(schema.value)!);
      if (target !== undefined) this.expand(target, orNull, pieces, open);
      return;
    }
    if (isNothing(schema.value)) {
      pieces.parts.push({ raw: { enum: [] }, at: schema.at, orNull });
      return;
    }
    if (!isRecord(schema.value) || open.has(schema.value)) return;
    open.add(schema.value);
    const part = { raw: schema.value, at: schema.at, orNull: orNull || opensNull(schema.value), besideRef };
    pieces.parts.push(part);
    for (const meant of merge.notsOf(part).twice) this.expand(meant, part.orNull, pieces, open);
    for (const member of this.members(part, 'allOf')) this.expand(member, part.orNull, pieces, open);
    for (const kind of ['oneOf', 'anyOf'] as const) this.expandUnion(part, kind, pieces, open);
    open.delete(schema.value);
  }

  private expandUnion(part: Part, kind: Union['kind'], pieces: Pieces, open: Set<unknown>): void {
    const all = this.members(part, kind);
    if (all.length === 0) return;
    const rest = all.filter((one) => !this.isNull(one));
    const orNull = part.orNull || rest.length < all.length;
    const at = below(part.at, kind);
    const folded = this.folded(rest);
    if (folded !== undefined) pieces.parts.push({ raw: folded, at, orNull });
    else if (rest.length === 1) this.expand(rest[0]!, orNull, pieces, open);
    else if (rest.length === 0) pieces.parts.push({ raw: { type: 'null' }, at, orNull });
    else pieces.unions.push({ kind, alternatives: rest, orNull, at });
  }

  private members(part: Part, key: string): Located[] {
    const at = below(part.at, key);
    return listOf(own(part.raw, key)).map((value, index) => ({ value, at: below(at, index) }));
  }

  private isNull(schema: Located): boolean {
    const { value } = this.source.follow(schema);
    if (!isRecord(value)) return false;
    const only = listOf(own(value, 'enum'));
    return value.type === 'null' || value.const === null || (only.length === 1 && only[0] === null);
  }

  /** Alternatives that are only values are a list of values; those that are only types are a list of types. */
  private folded(alternatives: readonly Located[]): Record<string, unknown> | undefined {
    if (alternatives.length < 2) return undefined;
    const raws = alternatives.map((one) => this.source.follow(one).value);
    if (!raws.every(isRecord)) return undefined;
    const keys = (raw: object): string[] => Object.keys(raw).filter((key) => !isAnnotation(key));
    if (raws.every((raw) => keys(raw).length === 1 && keys(raw)[0] === 'type')) {
      return { type: raws.flatMap((raw) => textOf(raw.type) ?? textsOf(raw.type)) };
    }
    const valued = (raw: object): boolean => 'const' in raw || Array.isArray((raw as { enum?: unknown }).enum);
    const plain = (raw: object): boolean => keys(raw).every((key) => ['const', 'enum', 'type'].includes(key));
    if (!raws.every((raw) => valued(raw) && plain(raw))) return undefined;
    return { enum: raws.flatMap((raw) => merge.valuesOf({ raw, at: '', orNull: false }) ?? []) };
  }

  private build(id: string, { parts, unions }: Pieces, where: { at: string; name: string | undefined }): Shape {
    const stated = parts.flatMap((part) => merge.kindsOf(part) ?? []);
    const multiples = merge.multiplesOf(parts);
    const values = merge.commonValues(parts.map(merge.valuesOf).filter((list) => list !== undefined));
    const shape: Shape = {
      id,
      ...where,
      title: textOf(parts[0]?.raw.title),
      parts,
      unions,
      kinds: new Set(
        values?.length === 0
          ? []
          : kinds
              .filter((kind) => stated.every((set) => set.has(kind)))
              .filter((kind) => kind !== 'number' || !multiples.includes(1)),
      ),
      typed: stated.length > 0,
      values,
      extensible: parts
        .map(({ raw }) => own(raw, 'x-extensible-enum'))
        .find((list): list is unknown[] => Array.isArray(list)),
      formats: merge.textSet(parts, 'format'),
      patterns: merge.textSet(parts, 'pattern'),
      multiples: new Set(multiples.filter((step) => step !== 1)),
      minimum: merge.lower(parts),
      maximum: merge.upper(parts),
      limits: merge.limitsOf(parts),
      unique: parts.some(({ raw }) => own(raw, 'uniqueItems') === true),
      properties: merge.propertiesOf(parts),
      required: new Set(parts.flatMap(({ raw }) => textsOf(own(raw, 'required')))),
      patternProperties: mapped(parts.flatMap(leftover.patternsOf)),
      additional: parts.flatMap(leftover.additionalOf).filter(({ value }) => !isAnything(value)),
      ...merge.itemsOf(parts),
      contains: merge.containsOf(parts),
      propertyNames: merge.propertyNamesOf(parts),
      dependentRequired: merge.dependentRequiredOf(parts),
      dependentSchemas: mapOf(parts, 'dependentSchemas'),
      unevaluatedProperties: parts.flatMap(leftover.unevaluatedPropertiesOf).filter(({ value }) => !isAnything(value)),
      unevaluatedItems: parts.flatMap(leftover.unevaluatedItemsOf).filter(({ value }) => !isAnything(value)),
      conditions: merge.conditionsOf(parts),
      not: parts.flatMap((part) => merge.notsOf(part).once),
      notes: notesOf(parts),
    };
    this.shapes.set(id, shape);
    const done = this.withUnions({ ...shape, values: values?.filter((value) => shape.kinds.has(kindOf(value))) });
    this.shapes.set(id, done);
    return done;
  }

  /** Kinds no alternative allows are not allowed; null is, where a union says so. */
  private withUnions(shape: Shape): Shape {
    if (shape.unions.length === 0) return shape;
    const open = shape.unions.map((union) => {
      const allowed = new Set(union.alternatives.flatMap((one) => [...this.kindsAllowed(one)]));
      if (union.orNull) allowed.add('null');
      return allowed;
    });
    return {
      ...shape,
      typed: true,
      kinds: new Set([...shape.kinds].filter((kind) => open.every((set) => set.has(kind)))),
    };
  }

  private kindsAllowed(schema: Located): ReadonlySet<Kind> {
    const { kinds: allowed, values } = this.shape([schema]);
    if (values === undefined) return allowed;
    const used = new Set(values.map(kindOf));
    return new Set([...allowed].filter((kind) => used.has(kind)));
  }
}

export function kindOf(value: unknown): Kind {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  if (typeof value === 'boolean') return 'boolean';
  return typeof value === 'string' ? 'string' : 'object';
}

/** OpenAPI 3.0's `nullable` on a wrapper without a type of its own is meant for all it wraps. */
function opensNull(raw: Record<string, unknown>): boolean {
  return raw.nullable === true && raw.type === undefined;
}

function notesOf(parts: readonly Part[]): Notes {
  const raw = (key: string): unknown => parts.map((part) => own(part.raw, key)).find((value) => value !== undefined);
  return {
    readOnly: parts.some((part) => part.raw.readOnly === true),
    writeOnly: parts.some((part) => part.raw.writeOnly === true),
    deprecated: parts.some((part) => part.raw.deprecated === true),
    hasDefault: raw('default') !== undefined,
    default: raw('default'),
    raw,
  };
}

const noLimits = {
  minLength: undefined,
  maxLength: undefined,
  minItems: undefined,
  maxItems: undefined,
  minProperties: undefined,
  maxProperties: undefined,
};

/** Without the keywords that say nothing about the kinds of value that are allowed. */
function relevant(shape: Shape): Shape {
  const has = (...wanted: Kind[]): boolean => wanted.some((kind) => shape.kinds.has(kind));
  const text = has('string');
  const list = has('array');
  const object = has('object');
  const number = has('integer', 'number');
  const { limits } = shape;
  const values = shape.values?.filter((value) => shape.kinds.has(kindOf(value)));
  return {
    ...shape,
    values,
    formats: text || number ? shape.formats : new Set(),
    patterns: text ? shape.patterns : new Set(),
    multiples: number ? shape.multiples : new Set(),
    minimum: number ? shape.minimum : undefined,
    maximum: number ? shape.maximum : undefined,
    limits: {
      ...noLimits,
      ...(text ? { minLength: limits.minLength, maxLength: limits.maxLength } : {}),
      ...(list ? { minItems: limits.minItems, maxItems: limits.maxItems } : {}),
      ...(object ? { minProperties: limits.minProperties, maxProperties: limits.maxProperties } : {}),
    },
    unique: list && shape.unique,
    ...(list ? {} : { prefix: [], rest: [], contains: [], unevaluatedItems: [] }),
    ...(object ? {} : noObject),
  };
}

const noObject = {
  properties: new Map(),
  required: new Set<string>(),
  patternProperties: new Map(),
  additional: [],
  propertyNames: [],
  dependentRequired: new Map(),
  dependentSchemas: new Map(),
  unevaluatedProperties: [],
};
