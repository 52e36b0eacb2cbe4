import { parseArgs } from 'node:util';
import { counted, diff, html, markdown, type Report, sarif } from '#governance';
import { type Outcome, outcomeOf } from './outcome.js';
import { documentAt, type RegistryOf } from './sources.js';

const formats: Record<string, (report: Report) => string> = {
  text,
  json,
  markdown,
  html: (report) => html([report]),
  sarif: (report) => sarif([report]),
};
const usage = `usage: npm run contracts:diff -- [--format ${Object.keys(formats).join('|')}] [--across-majors] BASE REVISION
each is a file, <git ref>:<path>, registry:<api> (the newest published) or registry:<api>@<version>; ends with 1 where something is breaking
--across-majors: /v1/… and /v2/… are the same path`;

/** Compares two contracts. */
export function difference(args: readonly string[], registry: RegistryOf): Promise<Outcome> {
  return outcomeOf(usage, async () => {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { format: { type: 'string', default: 'text' }, 'across-majors': { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const format = Object.hasOwn(formats, values.format) ? formats[values.format] : undefined;
    const [base, revision] = positionals;
    if (format === undefined || base === undefined || revision === undefined || positionals.length > 2) return null;
    const documents = [await documentAt(base, registry), await documentAt(revision, registry)] as const;
    const findings = diff(...documents, { acrossMajors: values['across-majors'] });
    return {
      text: format({ base, revision, findings }),
      errors: '',
      code: findings.some(({ level }) => level === 'breaking') ? 1 : 0,
    };
  });
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
  return `${lines.join('')}\n${counted(findings)}\n`;
}
