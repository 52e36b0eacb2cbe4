import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exceptionTypes } from './exception-types.js';

const apps = join(__dirname, '../../../apps');

/** Codes that only answer a caller's request; no work stops with them. */
const answers = [
  'already-billed',
  'ambiguous-in-shadow',
  'being-onboarded',
  'being-undone',
  'broken-alerts',
  'lent-already',
  'load-paused',
  'mapping-changed',
  'no-dual-run',
  'no-filter',
  'no-instance',
  'no-loan',
  'no-such-mute',
  'no-such-step',
  'not-cancellable',
  'not-as-it-stands',
  'not-correctable',
  'not-here',
  'not-lendable',
  'not-ready',
  'not-unconfirmed',
  'nothing-selected',
  'other-domain',
  'same-person',
  'selection-changed',
  'too-many',
  'unknown-in-shadow',
  'unknown-line',
  'wrong-state',
];

/** Elsewhere nothing stops: a failure is an answer. */
const hasWorkflows = (app: string): boolean =>
  readdirSync(join(apps, app, 'src'), { recursive: true, encoding: 'utf8' }).some((file) =>
    file.endsWith('.workflow.ts'),
  );

const sources = readdirSync(apps)
  .filter((app) => app.startsWith('process-') && hasWorkflows(app))
  .flatMap((app) => {
    const folder = join(apps, app, 'src');
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file));
  })
  .filter((file) => /^(?!.*\.(spec|fixture)\.ts$).*\.ts$/.test(file));

const codes = new Set(
  sources.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/\bcode: '([a-z-]+)'/g)].map(([, code]) => code!)),
);

describe('the catalogue of exceptions', () => {
  it('knows every code that a process can stop with', () => {
    expect(codes.size).toBeGreaterThan(10);
    expect([...codes].filter((code) => !(code in exceptionTypes) && !answers.includes(code))).toEqual([]);
  });

  it('is the one the runbook explains', () => {
    const runbook = readFileSync(join(__dirname, '../../../docs/runbooks/exceptions.md'), 'utf8');
    const explained = [...runbook.matchAll(/^\| `([a-z-]+)`\s+\| (K\d+)/gm)].map(([, code, className]) => [
      code,
      className,
    ]);
    expect(Object.fromEntries(explained)).toEqual(
      Object.fromEntries(Object.entries(exceptionTypes).map(([code, { class: className }]) => [code, className])),
    );
  });
});
