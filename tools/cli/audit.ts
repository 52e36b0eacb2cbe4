import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { type AuditHead, auditSchemas, type DataSource, rows, verifyAudit } from '#platform';
import { Failure } from '#kernel';
import { understood } from '../command-line.js';
import { command, print } from './connect.js';
import { withDatabase } from './database.js';

const usage = `npm run audit -- verify [--noted <schema>:<position>:<hash> …]
npm run audit -- show [<subject>], e.g. exception/<id>
reads the database itself: DATABASE_URL, or the running embedded one`;

/** Verifies every app's audit log, or shows what is in it; asks the database, not the apps that wrote it. */
await command(async () => {
  const { values, positionals } = parseArgs(
    understood(usage, { allowPositionals: true, options: { noted: { type: 'string', multiple: true, default: [] } } }),
  );
  const [verb = 'help', subject] = positionals;
  if (verb === 'verify') await withDatabase((database) => verify(database, new Map(values.noted.map(headOf))));
  else if (verb === 'show') await withDatabase((database) => show(database, subject));
  else {
    print(usage);
    process.exitCode = verb === 'help' ? 0 : 2;
  }
});

async function verify(database: DataSource, noted: Map<string, AuditHead>): Promise<void> {
  const schemas = await auditSchemas(database);
  const gone = [...noted.keys()].filter((schema) => !schemas.includes(schema));
  for (const schema of schemas) {
    const { entries, head, problem } = await verifyAudit(database, schema, noted.get(schema));
    print(
      `${problem ? '✗' : '✓'} ${schema}: ${entries} entries ${problem ?? `in order, head ${schema}:${head.position}:${head.hash}`}`,
    );
    if (problem) process.exitCode = 1;
  }
  for (const schema of gone) print(`✗ ${schema}: the whole log is gone`);
  if (gone.length > 0 || schemas.length === 0) process.exitCode = 1;
  if (schemas.length === 0) print('no audit log in this database');
}

interface Shown {
  at: string;
  actor: string;
  action: string;
  subject: string;
  reason: string | null;
  after: Record<string, string>;
}

async function show(database: DataSource, subject: string | undefined): Promise<void> {
  for (const schema of await auditSchemas(database)) {
    const entries = await rows<Shown>(
      database,
      `select at::text as at, actor, action, subject, reason, after from "${schema}".audit
        where $1::text is null or subject = $1 order by position desc limit 200`,
      [subject ?? null],
    );
    for (const { at, actor, action, subject: what, reason, after } of entries.reverse()) {
      const to = Object.entries(after).map(([name, value]) => `${name}=${value}`);
      print(`${at}  ${schema}  ${actor}  ${action}  ${what}  ${to.join(' ')}  ${reason ?? ''}`.trimEnd());
    }
  }
}

function headOf(text: string): [string, AuditHead] {
  const [schema, position, hash] = text.split(':');
  if (schema && hash && Number.isInteger(Number(position))) return [schema, { position: Number(position), hash }];
  throw new Failure('rejected', `"${text}" is not <schema>:<position>:<hash>`, {
    remedy: 'copy it from what verify printed',
  });
}
