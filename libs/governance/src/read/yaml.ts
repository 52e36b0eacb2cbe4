import { CORE_SCHEMA, load, mergeTag } from 'js-yaml';
import { LineCounter, parseDocument } from 'yaml';
import { Problem, Unreadable, mostProblems } from './unreadable.js';

/** What a YAML text says. Unreadable. */
export function yaml(text: string, name: string): unknown {
  return quick(text) ?? thorough(text, name);
}

const schema = CORE_SCHEMA.withTags(mergeTag);

/**
 * Reads what contracts are written in, in a sixth of the time and half the memory of the reader that knows places.
 * Undefined for what that one must judge: a broken text, aliases, tags, another version of YAML.
 */
function quick(text: string): unknown {
  if (/^%/m.test(text)) return undefined;
  try {
    return load(text, { schema, maxAliases: 0 });
  } catch {
    return undefined;
  }
}

function thorough(text: string, name: string): unknown {
  const tooDeep = deepLine(text);
  if (tooDeep !== null) throw new Unreadable(name, [{ message: 'is nested too deep', line: tooDeep, column: 1 }]);
  const counter = new LineCounter();
  try {
    const document = parseDocument(text, {
      lineCounter: counter,
      prettyErrors: false,
      merge: true,
      // Silent, it would take the first of several documents for all of them.
      logLevel: 'error',
    });
    if (document.errors.some(({ message }) => message.includes('call stack'))) throw new RangeError('too deep');
    if (document.errors.length > 0) {
      throw new Unreadable(
        name,
        document.errors
          .slice(0, mostProblems)
          .map(({ message, pos }) => ({ message, ...positionOf(counter.linePos(pos[0])) })),
      );
    }
    return document.toJS({ maxAliasCount: 100 }) as unknown;
  } catch (thrown) {
    if (thrown instanceof Unreadable) throw thrown;
    if (thrown instanceof RangeError) throw new Unreadable(name, [{ message: 'is nested too deep' }]);
    throw new Unreadable(name, [{ message: thrown instanceof Error ? thrown.message : String(thrown) }]);
  }
}

/** Levels of brackets and columns of indentation that no contract has; far from where reading would exhaust the stack. */
const mostLevels = 1_000;
const indentation = new RegExp(`^[ \\t?:-]{${mostLevels}}`);

/**
 * The line where a text is nested so deep that reading it, which recurs, could end the process: at the end of the stack
 * V8 dies of a regular expression it cannot compile. Brackets in texts count too; nobody leaves a thousand open.
 */
function deepLine(text: string): number | null {
  let level = 0;
  for (const [at, line] of text.split('\n').entries()) {
    if (indentation.test(line)) return at + 1;
    for (const one of line.matchAll(/[[\]{}]/g)) {
      level = '[{'.includes(one[0]) ? level + 1 : Math.max(0, level - 1);
      if (level > mostLevels) return at + 1;
    }
  }
  return null;
}

function positionOf({ line, col }: { line: number; col: number }): Pick<Problem, 'line' | 'column'> {
  return { line, column: col };
}
