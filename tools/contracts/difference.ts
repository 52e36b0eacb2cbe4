import { parseArgs } from 'node:util';
import { Finding, Unreadable, diff } from '#governance';
import { load } from './load.js';

/** What a command prints, and the code it ends with. */
export interface Outcome {
  text: string;
  errors: string;
  code: 0 | 1 | 2;
}

const usage = 'usage: diff [--format text|json] BASE REVISION';
const formats = { json, text };

/** Compares two contract files. */
export function difference(args: readonly string[]): Outcome {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { format: { type: 'string' } },
      allowPositionals: true,
    });
    const format = formats[(values.format ?? 'text') as keyof typeof formats];
    const [base, revision] = positionals;
    if (format === undefined || base === undefined || revision === undefined || positionals.length > 2)
      return failed(usage);
    const findings = diff(load(base), load(revision));
    return { text: format(findings), errors: '', code: findings.some(({ level }) => level === 'breaking') ? 1 : 0 };
  } catch (thrown) {
    if (thrown instanceof Unreadable) return failed(thrown.message);
    if (isMisuse(thrown)) return failed(`${thrown.message}\n${usage}`);
    throw thrown;
  }
}

function isMisuse(thrown: unknown): thrown is Error {
  return thrown instanceof Object && 'code' in thrown && String(thrown.code).startsWith('ERR_PARSE_ARGS');
}

function failed(message: string): Outcome {
  return { text: '', errors: `${message}\n`, code: 2 };
}

/** One object a finding; `operation` is the method, so that a line can be read on its own. */
function json(findings: readonly Finding[]): string {
  const changes = findings.map(({ operation, rule, ...rest }) => ({
    ruleId: rule,
    operation: operation?.method ?? '',
    path: operation?.path ?? '',
    operationId: operation?.operationId ?? null,
    ...rest,
  }));
  return `${JSON.stringify({ changes }, null, 1)}\n`;
}

function text(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'nothing changed in meaning\n';
  const lines = findings.map(({ level, operation, rule, message, remedy, revision, base }) => {
    const where = operation === undefined ? 'the contract' : `${operation.method} ${operation.path}`;
    return `${level.padEnd(13)} ${where}\n  ${message}${remedy === '' ? '' : `\n  ${remedy}`}\n  ${rule} ${revision ?? base ?? ''}\n`;
  });
  const count = (level: Finding['level']): string => `${findings.filter((one) => one.level === level).length} ${level}`;
  return `${lines.join('')}\n${(['breaking', 'dangerous', 'safe', 'documentation'] as const).map(count).join(', ')}\n`;
}
