import { parseArgs } from 'node:util';
import { diff, type Finding, html, markdown, type Report, sarif, Unreadable } from '#governance';
import { load } from './load.js';

/** What a command prints, and the code it ends with. */
export interface Outcome {
  text: string;
  errors: string;
  code: 0 | 1 | 2;
}

const formats: Record<string, (report: Report) => string> = { text, json, markdown, html, sarif };
const usage = `usage: diff [--format ${Object.keys(formats).join('|')}] BASE REVISION`;

/** Compares two contract files. */
export function difference(args: readonly string[]): Outcome {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { format: { type: 'string' } },
      allowPositionals: true,
    });
    const named = values.format ?? 'text';
    const format = Object.hasOwn(formats, named) ? formats[named] : undefined;
    const [base, revision] = positionals;
    if (format === undefined || base === undefined || revision === undefined || positionals.length > 2)
      return failed(usage);
    const findings = diff(load(base), load(revision));
    return {
      text: format({ base, revision, findings }),
      errors: '',
      code: findings.some(({ level }) => level === 'breaking') ? 1 : 0,
    };
  } catch (thrown) {
    if (thrown instanceof Unreadable) return failed(thrown.message);
    if (isMisuse(thrown)) return failed(`${thrown.message}\n${usage}`);
    throw thrown;
  }
}

function isMisuse(thrown: unknown): thrown is Error {
  return (
    typeof thrown === 'object' &&
    thrown !== null &&
    'code' in thrown &&
    String(thrown.code).startsWith('ERR_PARSE_ARGS')
  );
}

function failed(message: string): Outcome {
  return { text: '', errors: `${message}\n`, code: 2 };
}

/** One object a finding; `operation` is the method, so that a line can be read on its own. */
function json({ findings }: Report): string {
  const changes = findings.map(({ operation, rule, ...rest }) => ({
    ruleId: rule,
    operation: operation?.method ?? '',
    path: operation?.path ?? '',
    operationId: operation?.operationId ?? null,
    ...rest,
  }));
  return `${JSON.stringify({ changes }, null, 1)}\n`;
}

function text({ findings }: Report): string {
  if (findings.length === 0) return 'nothing changed in meaning\n';
  const lines = findings.map(({ level, operation, rule, message, remedy, revision, base }) => {
    const where = operation === undefined ? 'the contract' : `${operation.method} ${operation.path}`;
    return `${level.padEnd(13)} ${where}\n  ${message}${remedy === '' ? '' : `\n  ${remedy}`}\n  ${rule} ${revision ?? base ?? ''}\n`;
  });
  const count = (level: Finding['level']): string => `${findings.filter((one) => one.level === level).length} ${level}`;
  return `${lines.join('')}\n${(['breaking', 'dangerous', 'safe', 'documentation'] as const).map(count).join(', ')}\n`;
}
