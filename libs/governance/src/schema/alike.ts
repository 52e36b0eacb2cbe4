import { isRecord, same } from '../document/json.js';
import { Located, Source } from '../document/source.js';

const describing = new Set([
  'description',
  'title',
  'deprecated',
  'example',
  'examples',
  'externalDocs',
  '$comment',
  'xml',
  'default',
  'summary',
]);
const maps = new Set([
  'properties',
  'patternProperties',
  '$defs',
  'definitions',
  'dependentSchemas',
  'dependentRequired',
]);

/** Whether a keyword only describes. */
export function isAnnotation(key: string): boolean {
  return describing.has(key) || (key.startsWith('x-') && key !== 'x-extensible-enum');
}

/** Whether a schema allows everything. */
export function isAnything(value: unknown): boolean {
  return value === true || (isRecord(value) && Object.keys(value).every(isAnnotation));
}

/** Whether two schemas say the same words once references are followed and descriptions left out. */
export function alike(a: Located, from: Source, b: Located, to: Source): boolean {
  return new Comparison(from, to).equal(a, b, false);
}

class Comparison {
  private readonly assumed = new Map<unknown, Set<unknown>>();

  constructor(
    private readonly from: Source,
    private readonly to: Source,
  ) {}

  equal(a: Located, b: Located, isMap: boolean): boolean {
    const mine = isMap ? a : this.from.follow(a);
    const theirs = isMap ? b : this.to.follow(b);
    if (Array.isArray(mine.value) && Array.isArray(theirs.value)) return this.equalLists(mine, theirs);
    if (!isRecord(mine.value) || !isRecord(theirs.value)) return same(mine.value, theirs.value);
    if (this.assumed.get(mine.value)?.has(theirs.value) === true) return true;
    this.assumed.set(mine.value, (this.assumed.get(mine.value) ?? new Set()).add(theirs.value));
    const keysOf = (value: object): string[] =>
      Object.keys(value)
        .filter((key) => isMap || !isAnnotation(key))
        .sort();
    const keys = keysOf(mine.value);
    if (!same(keys, keysOf(theirs.value))) return false;
    return keys.every((key) => this.equal(step(mine, key), step(theirs, key), !isMap && maps.has(key)));
  }

  private equalLists(a: Located, b: Located): boolean {
    const length = (a.value as unknown[]).length;
    if (length !== (b.value as unknown[]).length) return false;
    return Array.from({ length }, (_, index) => String(index)).every((key) =>
      this.equal(step(a, key), step(b, key), false),
    );
  }
}

/** Where it is written does not matter here. */
function step({ value }: Located, key: string): Located {
  return { value: (value as Record<string, unknown>)[key], at: '' };
}
