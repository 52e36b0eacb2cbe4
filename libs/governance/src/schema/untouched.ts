import { isRecord, refOf } from '../document/json.js';
import { Source } from '../document/source.js';
import { refsOf } from '../read/document.js';

/** What two values say by themselves: whether in the same words, and to which references they leave the rest. */
interface Words {
  same: boolean;
  refs: ReadonlySet<string>;
}

/**
 * Knows the schemas that neither changed in a word nor lead to one that did. Most of a large contract is like that, and
 * need not be understood to be left alone. Each word is looked at once.
 */
export class Untouched {
  private dirty: ReadonlySet<string> | undefined;

  constructor(
    private readonly base: Source,
    private readonly revision: Source,
  ) {}

  holds(was: unknown, is: unknown): boolean {
    const { same, refs } = wordsOf(was, is);
    if (!same) return false;
    this.dirty ??= this.findDirty();
    return ![...refs].some((ref) => this.dirty!.has(ref));
  }

  /** References whose target changed, and those that lead to one of them. */
  private findDirty(): ReadonlySet<string> {
    const users = new Map<string, string[]>();
    const open: string[] = [];
    for (const ref of refsOf(this.base.root)) {
      const { same, refs } = wordsOf(this.base.find(ref)?.value, this.revision.find(ref)?.value);
      if (!same) open.push(ref);
      for (const used of refs) {
        const known = users.get(used) ?? [];
        known.push(ref);
        users.set(used, known);
      }
    }
    const dirty = new Set<string>();
    for (let ref = open.pop(); ref !== undefined; ref = open.pop()) {
      if (dirty.has(ref)) continue;
      dirty.add(ref);
      for (const user of users.get(ref) ?? []) open.push(user);
    }
    return dirty;
  }
}

function wordsOf(was: unknown, is: unknown): Words {
  const refs = new Set<string>();
  const equal = (a: unknown, b: unknown): boolean => {
    if (Array.isArray(a))
      return Array.isArray(b) && a.length === b.length && a.every((one, index) => equal(one, b[index]));
    if (!isRecord(a) || !isRecord(b)) return a === b;
    const keys = Object.keys(a);
    const ref = refOf(a);
    if (ref !== undefined) refs.add(ref);
    return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && equal(a[key], b[key]));
  };
  return { same: equal(was, is), refs };
}
