import { LineCounter, parseDocument } from 'yaml';
import { Source } from '../document/source.js';
import { isRecord, own } from '../document/json.js';
import { Problem, Unreadable } from './unreadable.js';

/** A parsed contract and what to call it in messages. */
export interface Document {
  name: string;
  value: unknown;
}

/** Bytes of text, depth of nesting, problems listed at once. */
const largest = 32 * 1024 * 1024;
const deepest = 300;
const most = 50;

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
      problems.slice(0, most).map((one) => placed(one, text)),
    );
  return document;
}

/** Parses without looking at references: they may lead to other files. */
export function parse(text: string, name: string): unknown {
  if (text.length > largest)
    throw new Unreadable(name, [{ message: `is larger than ${largest / 1024 / 1024} MB: split it` }]);
  if (/^\s*\{/.test(text)) {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      // Broken JSON may be YAML; if it is neither, the YAML reader knows the line.
    }
  }
  const counter = new LineCounter();
  try {
    const document = parseDocument(text, {
      lineCounter: counter,
      prettyErrors: false,
      merge: true,
      logLevel: 'silent',
    });
    if (document.errors.some(({ message }) => message.includes('call stack'))) throw new RangeError('too deep');
    if (document.errors.length > 0) {
      throw new Unreadable(
        name,
        document.errors.slice(0, most).map(({ message, pos }) => ({ message, ...positionOf(counter.linePos(pos[0])) })),
      );
    }
    return document.toJS({ maxAliasCount: 100 }) as unknown;
  } catch (thrown) {
    if (thrown instanceof Unreadable) throw thrown;
    if (thrown instanceof RangeError) throw new Unreadable(name, [{ message: 'is nested too deep' }]);
    throw new Unreadable(name, [{ message: thrown instanceof Error ? thrown.message : String(thrown) }]);
  }
}

function positionOf({ line, col }: { line: number; col: number }): Pick<Problem, 'line' | 'column'> {
  return { line, column: col };
}

/** Values that contain themselves, or are nested so deep that nobody wrote them by hand. */
function hostile(root: unknown): Problem[] {
  const done = new Set<object>();
  const above = new Set<object>();
  const visit = (value: unknown, depth: number): string | undefined => {
    if (typeof value !== 'object' || value === null || done.has(value)) return undefined;
    if (above.has(value)) return 'contains itself through an alias: write a $ref instead';
    if (depth > deepest) return `is nested deeper than ${deepest} levels`;
    above.add(value);
    for (const inner of Object.values(value)) {
      const wrong = visit(inner, depth + 1);
      if (wrong !== undefined) return wrong;
    }
    above.delete(value);
    done.add(value);
    return undefined;
  };
  const message = visit(root, 0);
  return message === undefined ? [] : [{ message }];
}

interface Dangling extends Problem {
  ref?: string;
}

function dangling(root: unknown): Dangling[] {
  const source = new Source(root);
  const wrong = new Map<string, string>();
  for (const ref of refsOf(root)) {
    if (!ref.startsWith('#')) wrong.set(ref, 'leads out of the document, and only files beside it are followed');
    else if (source.find(ref) === undefined) wrong.set(ref, 'leads nowhere');
    else if (isLoop(source, ref)) wrong.set(ref, 'leads back to itself and to nothing else');
  }
  return [...wrong].map(([ref, why]) => ({ ref, message: `$ref ${ref} ${why}` }));
}

function isLoop(source: Source, ref: string): boolean {
  const seen = new Set<string>();
  for (let next: unknown = ref; typeof next === 'string';) {
    if (seen.has(next)) return true;
    seen.add(next);
    const value = source.find(next)?.value;
    next = isRecord(value) ? own(value, '$ref') : undefined;
  }
  return false;
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
      if (key === '$ref' && typeof inner === 'string') refs.add(inner);
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
