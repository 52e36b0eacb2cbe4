import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { exceptionTypes, type WorkflowDefinition } from '#workflow';
import { exercises } from '../../tools/crash/exercises/exercises.js';

type Definition = WorkflowDefinition<object, unknown>;

/** Roles are words of the catalogue of exceptions, so that every owner is somebody's role. */
const roles = new Set(Object.values(exceptionTypes).map(({ owner }) => owner));

const files = readdirSync('apps', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.workflow.ts'))
  .map((file) => `apps/${file}`);
const found: Definition[] = [];

beforeAll(async () => {
  for (const file of files) {
    const exported = Object.values((await import(pathToFileURL(resolve(file)).href)) as object);
    found.push(...exported.filter((one): one is Definition => typeof (one as Definition).run === 'function'));
  }
});

const runbook = (name: string): string => readFileSync(`docs/runbooks/${name}.md`, 'utf8');

describe('every workflow of every app (F9, H12)', () => {
  it('is seen here, one a file', () => {
    expect(files.length).toBeGreaterThan(4);
    expect(found).toHaveLength(files.length);
    expect(new Set(found.map(({ name }) => name)).size).toBe(found.length);
  });

  it('says within which time it has to be done', () => {
    expect(found.filter((one) => !/^[1-9]\d*[smhd]$/.test(one.class.slo)).map(({ name }) => name)).toEqual([]);
  });

  it('is owned by roles that exist', () => {
    const owners = found.flatMap(({ name, owners: of }) => Object.values(of).map((owner) => `${name}: ${owner}`));
    expect(owners.filter((one) => !roles.has(one.split(': ')[1]!))).toEqual([]);
  });

  it('is interrupted at every failpoint by an exercise of the crash matrix', () => {
    expect(found.map(({ name }) => name).filter((name) => !(name in exercises))).toEqual([]);
  });

  it('has a runbook that says its class, its owners and where its work goes when it stops', () => {
    const wanted = (one: Definition): string[] => [one.owners.default, 'Exceptions', 'Undone by', '**What to do.**'];
    const missing = found.flatMap((one) =>
      wanted(one)
        .filter((words) => !runbook(one.name).includes(words))
        .map((words) => `${one.name}.md does not say ${words}`),
    );
    expect(missing).toEqual([]);
  });
});
