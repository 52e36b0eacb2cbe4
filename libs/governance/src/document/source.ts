import { isRecord, own, refOf } from './json.js';

/** A value and where it is written. `name` is that of the component it was reached by. */
export interface Located {
  value: unknown;
  at: string;
  name?: string;
}

/** One document: finds values by pointer and follows references, however they loop. */
export class Source {
  private anchors: Map<string, Located> | undefined;
  private readonly found = new Map<string, Located | undefined>();

  constructor(readonly root: unknown) {}

  /** What a value means once its references are followed; a reference to nowhere, or to itself, allows anything. */
  follow(located: Located): Located {
    const seen = new Set<string>();
    let here = located;
    for (;;) {
      const ref = refOf(here.value);
      if (ref === undefined) return here;
      if (seen.has(ref)) return { ...here, value: {} };
      seen.add(ref);
      here = this.find(ref) ?? { value: {}, at: here.at };
    }
  }

  /** What `#/a/b` or `#anchor` points at. */
  find(ref: string): Located | undefined {
    if (!this.found.has(ref)) this.found.set(ref, this.search(ref));
    return this.found.get(ref);
  }

  private search(ref: string): Located | undefined {
    if (!ref.startsWith('#')) return undefined;
    if (ref === '#') return { value: this.root, at: '#' };
    if (!ref.startsWith('#/')) return this.anchor(ref.slice(1));
    const keys = ref.slice(2).split('/').map(unescape);
    let value: unknown = this.root;
    for (const key of keys) {
      value = child(value, key);
      if (value === undefined) return undefined;
    }
    const name = keys.at(-1)!;
    return { value, at: ref, ...(isComponent(keys) ? { name } : {}) };
  }

  private anchor(name: string): Located | undefined {
    this.anchors ??= anchorsOf(this.root);
    return this.anchors.get(name);
  }
}

/** Pointer of a value inside another. */
export function below(at: string, ...keys: (string | number)[]): string {
  return keys.reduce<string>((pointer, key) => `${pointer}/${escape(String(key))}`, at);
}

/** The value at `keys` inside `located`; undefined where there is none. */
export function inside(located: Located, ...keys: (string | number)[]): Located | undefined {
  let value = located.value;
  for (const key of keys) {
    value = child(value, String(key));
    if (value === undefined) return undefined;
  }
  return { value, at: below(located.at, ...keys) };
}

function child(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return /^\d+$/.test(key) ? (value[Number(key)] as unknown) : undefined;
  return isRecord(value) ? own(value, key) : undefined;
}

function isComponent(keys: readonly string[]): boolean {
  return keys.length >= 2 && ['schemas', 'definitions', '$defs', 'messages'].includes(keys.at(-2)!);
}

function escape(key: string): string {
  return /[~/]/.test(key) ? key.replaceAll('~', '~0').replaceAll('/', '~1') : key;
}

function unescape(key: string): string {
  const plain = key.replaceAll('~1', '/').replaceAll('~0', '~');
  if (!plain.includes('%')) return plain;
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}

function anchorsOf(root: unknown): Map<string, Located> {
  const found = new Map<string, Located>();
  const seen = new Set<object>();
  const open: Located[] = [{ value: root, at: '#' }];
  for (let here = open.pop(); here !== undefined; here = open.pop()) {
    if (typeof here.value !== 'object' || here.value === null || seen.has(here.value)) continue;
    seen.add(here.value);
    for (const [key, value] of Object.entries(here.value) as [string, unknown][]) {
      if ((key === '$anchor' || key === '$dynamicAnchor') && typeof value === 'string') found.set(value, here);
      open.push({ value, at: below(here.at, key) });
    }
  }
  return found;
}
