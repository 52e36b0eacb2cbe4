import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { diff, parseVersion, raised, readDocument, whoIsHurt } from '#governance';
import { parse, stringify } from 'yaml';

/* oxlint-disable typescript/no-explicit-any -- a contract is changed by its places, as its owner would in an editor */

/**
 * `npm run contracts:example`: four changes of published contracts as they would come in a pull request, and what the
 * check says to each. Ends with 1 if it says anything else.
 */
const contract = 'process/billing/v1';
const published = resolve('openapi');
const checker = resolve('dist/tools/contracts/main.js');

interface Change {
  name: string;
  /** Changes the contracts in a folder. */
  make: (folder: string) => void;
  allowed: boolean;
  says: RegExp;
}

const edit = (folder: string, path: string, change: (document: any) => void, as = path): void => {
  const document: unknown = parse(readFileSync(join(folder, `${path}.yaml`), 'utf8'));
  change(document);
  writeFileSync(join(folder, `${as}.yaml`), stringify(document));
};

/** The version that says what changed. */
const next = ({ info }: any, step: 'major' | 'minor' | 'patch'): void => {
  info.version = raised(parseVersion(info.version)!, step);
};

function withoutProject({ components }: any): void {
  const line = components.schemas.BillingLineView;
  delete line.properties.project;
  line.required = line.required.filter((field: string) => field !== 'project');
}

const changes: Change[] = [
  {
    name: 'a field of an answer is removed',
    make: (folder) =>
      edit(folder, contract, (document) => {
        withoutProject(document);
        next(document, 'minor');
      }),
    allowed: false,
    says: /breaking-change: .*breaking .*project/s,
  },
  {
    name: 'the same as version 2 beside it',
    make: (folder) =>
      edit(
        folder,
        contract,
        (document) => {
          withoutProject(document);
          next(document, 'major');
          const moved = Object.entries(document.paths).map(([path, item]) => [path.replace('/v1/', '/v2/'), item]);
          document.paths = Object.fromEntries(moved);
        },
        'process/billing/v2',
      ),
    allowed: true,
    says: /allowed {2}process\/billing\/v2 {2}new → 2\.0\.0/,
  },
  {
    name: 'an operation that was to go later is retired now, and nobody has asked who calls it',
    make: (folder) =>
      edit(folder, 'process/projects/v1', (document) => {
        document.paths['/v1/projects'].get['x-lifecycle'] = 'retired';
        next(document, 'patch');
      }),
    allowed: false,
    says: /still-called: who still calls GET \/v1\/projects is not known here/,
  },
  {
    name: 'the same thing written otherwise: moved to $ref, allOf flattened, null respelt',
    make: (folder) =>
      edit(folder, contract, (document) => {
        const { schemas } = document.components;
        const { project, amount } = schemas.BillingLineView.properties;
        schemas.ProjectCode = { ...project, anyOf: [{ ...project, type: 'string' }, { type: 'null' }] };
        delete schemas.ProjectCode.type;
        delete schemas.ProjectCode.maxLength;
        delete schemas.ProjectCode.pattern;
        schemas.BillingLineView.properties.project = { $ref: '#/components/schemas/ProjectCode' };
        schemas.BillingLineView.properties.amount = { ...amount, anyOf: [schemas.MoneyValue, { type: 'null' }] };
        next(document, 'patch');
      }),
    allowed: true,
    says: /^(?!.*(breaking|dangerous)).*allowed {2}process\/billing\/v1/s,
  },
];

function judged({ make }: Change): { code: number | null; said: string } {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-review-'));
  try {
    cpSync(published, join(folder, 'openapi'), { recursive: true });
    make(join(folder, 'openapi'));
    const { status, stdout, stderr } = spawnSync(process.execPath, [checker, 'check', '--base', published], {
      cwd: folder,
      encoding: 'utf8',
    });
    return { code: status, said: stdout + stderr };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Who reads the field, by what they declare; whoever says nothing is unknown, never safe. */
function hurtByRemoval(): string[] {
  const text = readFileSync(join(published, `${contract}.yaml`), 'utf8');
  const revision = parse(text) as object;
  withoutProject(revision);
  const findings = diff(readDocument(text, 'published').value, revision);
  const operation = 'GET /v1/billing/lines';
  const lines = (fields: string[]): string[] => fields.map((field) => `items[].${field}`);
  const known = { sent: [], read: lines(Object.keys(parse(text).components.schemas.BillingLineView.properties)) };
  const reading = (...read: string[]) => [{ operation, calls: 0, lastUse: null, sent: {}, read: lines(read), known }];
  const consumers = [
    { clientId: 'report-tool', name: 'Report tool', owner: 'controlling', declared: reading('project', 'amount') },
    { clientId: 'archive', name: 'Archive', owner: 'records', declared: reading('amount') },
    { clientId: 'partner', name: 'A partner', owner: 'alliances', declared: null },
  ];
  const usage = { uses: [], active: new Set<string>(), unnamed: [] };
  return whoIsHurt(findings, usage, consumers).map(({ clientId, owner, harm }) => `${clientId} (${owner}): ${harm}`);
}

let wrong = 0;
for (const change of changes) {
  const { code, said } = judged(change);
  const right = code === (change.allowed ? 0 : 1) && change.says.test(said);
  if (!right) wrong += 1;
  process.stdout.write(`── ${change.name}${right ? '' : '   THIS IS NOT WHAT WAS EXPECTED'}\n${said}\n`);
}
process.stdout.write(`── who is hurt where the field goes\n${hurtByRemoval().join('\n')}\n`);
process.exitCode = wrong > 0 ? 1 : 0;
