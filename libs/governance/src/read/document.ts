import { below, Source } from '../document/source.js';
import { isRecord, own } from '../document/json.js';
import { duplicates } from './duplicates.js';
import { Problem, Unreadable, mostProblems } from './unreadable.js';
import { yaml } from './yaml.js';

/** A parsed contract and what to call it in messages. */
export interface Document {
  name: string;
  value: unknown;
}

/** Bytes of text, depth of nesting. */
const largest = 32 * 1024 * 1024;
const deepest = 300;
/** Steps of a pointer that are told. */
const mostShown = 6;

/** Reads a YAML or JSON contract; whatever is wrong with it is told at once, with line and column. Unreadable. */
export function readDocument(text: string, name: string): Document {
  return checked({ name, value: parse(text, name) }, text);
}

/** The document, if nothing in it is hostile and every reference leads somewhere. Unreadable. */
export function checked(document: Document, text: string): Document {
  const { name, value } = document;
  const problems = [...hostile(value), ...dangling(value)];
  if (problems.length > 0)
    throw new Unreadable(
      name,
      problems.slice(0, mostProblems).map((one) => placed(one, text)),
    );
  return document;
}

/** Parses without looking at references: they may lead to other files. */
export function parse(text: string, name: string): unknown {
  if (text.length > largest)
    throw new Unreadable(name, [{ message: `is larger than ${largest / 1024 / 1024} MB: split it` }]);
  if (/^\s*\{/.test(text)) {
    const value = json(text);
    if (value !== undefined) {
      const twice = duplicates(text);
      if (twice.length > 0) throw new Unreadable(name, twice.slice(0, mostProblems));
      return value;
    }
  }
  return yaml(text, name);
}

/** Broken JSON may be YAML; if it is neither, the YAML reader knows the line. */
function json(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Values that contain themselves, or are nested so deep that nobody wrote them by hand. */
function hostile(root: unknown): Problem[] {
  const done = new Set<object>();
  const above = new Set<object>();
  const visit = (value: unknown, path: readonly string[]): string | undefined => {
    if (typeof value !== 'object' || value === null || done.has(value)) return undefined;
    const at = (): string => below('#', ...path.slice(0, mostShown));
    if (above.has(value)) return `contains itself through an alias at ${at()}: write a $ref instead`;
    if (path.length > deepest) return `is nested deeper than ${deepest} levels below ${at()}`;
    above.add(value);
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner !== 'object') continue;
      const wrong = visit(inner, [...path, key]);
      if (wrong !== undefined) return wrong;
    }
    above.delete(value);
    done.add(value);
    return undefined;
  };
  const message = visit(root, []);
  return message === undefined ? [] : [{ message }];
}

interface Dangling extends Problem {
  ref?: string;
}

function dangling(root: unknown): Dangling[] {
  const source = new Source(root);
  const wrong = new Map<string, string>();
  const known = new Map<string, boolean>();
  for (const ref of refsOf(root)) {
    if (!ref.startsWith('#')) wrong.set(ref, 'leads out of the document, and only files beside it are followed');
    else if (source.find(ref) === undefined) wrong.set(ref, 'leads nowhere');
    else if (isLoop(source, ref, known)) wrong.set(ref, 'leads back to itself and to nothing else');
  }
  return [...wrong].map(([ref, why]) => ({ ref, message: `$ref ${ref} ${why}` }));
}

/** `known`: which references lead back to themselves, so that a long chain is walked once. */
function isLoop(source: Source, ref: string, known: Map<string, boolean>): boolean {
  const seen = new Set<string>();
  let next: unknown = ref;
  while (typeof next === 'string' && !known.has(next) && !seen.has(next)) {
    seen.add(next);
    const value = source.find(next)?.value;
    next = isRecord(value) ? own(value, '$ref') : undefined;
  }
  const loops = typeof next === 'string' && (known.get(next) ?? true);
  for (const one of seen) known.set(one, loops);
  return loops;
}

/** Every reference; examples, defaults and values may say `$ref` without meaning one. */
export function refsOf(root: unknown): Set<string> {
  const refs = new Set<string>();
  const seen = new Set<object>();
  const open: unknown[] = [root];
  for (let value = open.pop(); open.length > 0 || value !== undefined; value = open.pop()) {
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    if (Array.isArray(value)) {
      for (const inner of value as unknown[]) open.push(inner);
      continue;
    }
    for (const [key, inner] of Object.entries(value)) {
      if ((key === '$ref' || key === '$dynamicRef') && typeof inner === 'string') refs.add(inner);
      else if (!['example', 'examples', 'default', 'enum', 'const'].includes(key)) open.push(inner);
    }
  }
  return refs;
}

function placed({ ref, ...problem }: Dangling, text: string): Problem {
  const at = ref === undefined ? -1 : text.indexOf(ref);
  if (at < 0) return problem;
  const before = text.slice(0, at).split('\n');
  return { ...problem, line: before.length, column: before.at(-1)!.length + 1 };
}
