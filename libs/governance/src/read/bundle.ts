import { Json, isRecord } from '../document/json.js';
import { below } from '../document/source.js';
import { Document, checked, parse } from './document.js';
import { Unreadable } from './unreadable.js';

const key = 'x-files';
const mostFiles = 200;

/**
 * A contract with the files its references lead to, kept inside it under `x-files`. `read` gives a file's text, `resolve`
 * the name of a file mentioned in another. References to the network are not followed. Unreadable.
 */
export function bundle(
  name: string,
  read: (name: string) => string,
  resolve: (from: string, to: string) => string,
): Document {
  const text = read(name);
  const root = parse(text, name);
  const files = new Map<string, unknown>();
  const rewritten = rewrite(root, { own: '#', from: name });
  const whole =
    files.size === 0 || !isRecord(rewritten) ? rewritten : { ...rewritten, [key]: Object.fromEntries(files) };
  return checked({ name, value: whole }, text);

  function rewrite(value: unknown, place: { own: string; from: string }): unknown {
    const seen = new Map<object, unknown>();
    const copy = (inner: unknown): unknown => {
      if (typeof inner !== 'object' || inner === null) return inner;
      const known = seen.get(inner);
      if (known !== undefined) return known;
      const made: unknown[] | Json = Array.isArray(inner) ? [] : {};
      seen.set(inner, made);
      for (const [field, one] of Object.entries(inner)) {
        const told = field === '$ref' && typeof one === 'string' ? target(one, place) : copy(one);
        Object.defineProperty(made, field, { value: told, enumerable: true, writable: true, configurable: true });
      }
      return made;
    };
    return copy(value);
  }

  function target(ref: string, { own, from }: { own: string; from: string }): string {
    const [file, pointer = ''] = ref.split('#', 2) as [string, string?];
    if (file === '') return own === '#' || !pointer.startsWith('/') ? ref : `${own}${pointer}`;
    if (/^[a-z][a-z0-9+.-]*:/i.test(file)) return ref;
    const path = resolve(from, file);
    if (path === resolve(name, name.split('/').at(-1)!)) return `#${pointer}`;
    include(path, from);
    return `${below('#', key, path)}${pointer}`;
  }

  function include(path: string, from: string): void {
    if (files.has(path)) return;
    if (files.size >= mostFiles) throw new Unreadable(from, [{ message: `leads to more than ${mostFiles} files` }]);
    files.set(path, {});
    files.set(path, rewrite(parse(read(path), path), { own: below('#', key, path), from: path }));
  }
}
