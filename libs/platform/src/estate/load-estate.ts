import { readFileSync } from 'node:fs';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { type Document, LineCounter, parseDocument, isNode } from 'yaml';
import { Failure } from '#kernel';
import { checkReferences } from './check-references.js';
import { Estate } from './estate.js';
import { interpolate } from './interpolate.js';
import { notePlace } from '../ownership/places.js';

/** One thing wrong with estate.yaml. */
export interface EstateProblem {
  path: (string | number)[];
  message: string;
}

/** Reads and checks estate.yaml; every problem is in one Failure, with its line and what to do. */
export function loadEstate(file: string, env: NodeJS.ProcessEnv): Estate {
  const read = readYaml(file);
  const problems: EstateProblem[] = [];
  return checked(read, interpolate(read.document.toJS(), env, problems), problems);
}

/** The same estate with the `ownership` of another file; of that one, nothing else is read. */
export function loadProposal(file: string, estateFile: string, env: NodeJS.ProcessEnv): Estate {
  const estate = loadEstate(estateFile, env);
  const read = readYaml(file);
  const { ownership } = (read.document.toJS() ?? {}) as Partial<Estate>;
  return checked(read, { ...structuredClone({ ...estate }), ownership }, []);
}

interface YamlFile {
  file: string;
  document: Document;
  lines: LineCounter;
}

function readYaml(file: string): YamlFile {
  const text = readText(file);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  if (document.errors.length === 0) return { file, document, lines };
  const fields = document.errors.map((error) => ({
    field: `${file}:${error.linePos?.[0].line ?? 1}`,
    message: error.message.split('\n')[0]!,
  }));
  throw new Failure('rejected', `${file} is not valid YAML`, { code: 'broken-estate', fields });
}

function checked({ file, document, lines }: YamlFile, plain: unknown, problems: EstateProblem[]): Estate {
  const estate = plainToInstance(Estate, plain ?? {});
  problems.push(
    ...validateSync(estate, { whitelist: true, forbidNonWhitelisted: true }).flatMap((error) => flatten(error)),
  );
  if (problems.every(isInside)) {
    for (const [index, rule] of estate.ownership.entries())
      notePlace(rule, { file, line: lineOf(document, lines, ['ownership', index]) });
    problems.push(...checkReferences(estate));
  }
  if (problems.length > 0) throw brokenEstate(file, document, lines, problems);
  return estate;
}

const lists = new Set(['legalEntities', 'instances', 'routing', 'ownership', 'mappings', 'postingWindows']);

/** A wrong value inside an entry leaves names that can still be held against each other; a missing list does not. */
const isInside = ({ path: [list, , field] }: EstateProblem): boolean => !lists.has(String(list)) || field !== undefined;

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new Failure('rejected', `${file} ${isMissing ? 'does not exist' : 'cannot be read'}`, {
      code: 'broken-estate',
      remedy: 'point ESTATE_FILE at an estate.yaml',
      cause: error,
    });
  }
}

function flatten(error: ValidationError, above: (string | number)[] = []): EstateProblem[] {
  const key = /^\d+$/.test(error.property) ? Number(error.property) : error.property;
  const path = [...above, key];
  const own = Object.entries(error.constraints ?? {}).map(([rule, text]) => ({
    path,
    message: rule === 'whitelistValidation' ? 'is not a setting: remove it or check its spelling' : text,
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => flatten(child, path))];
}

/** A Failure that shows each problem at its line. */
export function brokenEstate(file: string, document: Document, lines: LineCounter, problems: EstateProblem[]): Failure {
  const fields = problems
    .map(({ path, message }) => ({ line: lineOf(document, lines, path), path, message }))
    .sort((a, b) => a.line - b.line)
    .map(({ line, path, message }) => ({ field: `${file}:${line} ${path.join('.')}`, message }));
  return new Failure('rejected', `${file} has ${fields.length} problem${fields.length === 1 ? '' : 's'}`, {
    code: 'broken-estate',
    fields,
  });
}

/** The line of the node at a path, or of the nearest node above it that exists. */
function lineOf(document: Document, lines: LineCounter, path: (string | number)[]): number {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
