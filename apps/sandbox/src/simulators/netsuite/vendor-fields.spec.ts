import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Field, Fields } from './fields.js';
import { typeOf } from './record-types.js';

/** The vendor's own field lists are not ours to publish: whoever has them says where. */
const folder = process.env.VENDOR_SPECS ?? '';
const file = join(folder, 'netsuite', 'record-v1-2026.1-fields.json');
const isHere = folder !== '' && existsSync(file);

const kinds: Record<string, Field['kind']> = {
  ref: 'reference',
  sublist: 'sublist',
  boolean: 'boolean',
  date: 'date',
  'date-time': 'dateTime',
  double: 'number',
  float: 'number',
  int64: 'number',
};

(isHere ? describe : describe.skip)('fields against the vendor record catalogue (skipped without VENDOR_SPECS)', () => {
  const catalogue = (isHere ? JSON.parse(readFileSync(file, 'utf8')) : {}) as Record<string, string[]>;
  const fieldsOf = (type: string): [string, string][] =>
    (catalogue[type] ?? [])
      .map((entry): [string, string] => [entry.split(':')[0]!, entry.split(':')[1] ?? ''])
      .filter(([name]) => name !== 'links' && name !== 'refName');

  test.each([
    ['job', 'job'],
    ['timeBill', 'timeBill'],
    ['projectTask', 'projectTask'],
    ['invoice', 'invoice (subset)'],
  ])('%s has every field of the vendor, of the same kind unless its feature is off', (type, listed) => {
    const listedFields = fieldsOf(listed);
    expect(listedFields.length).toBeGreaterThan(30);
    for (const [name, kind] of listedFields) {
      const field = typeOf(type).fields[name];
      expect([name, field?.kind]).not.toEqual([name, undefined]);
      const expected = kinds[kind];
      if (expected && field!.kind !== 'unavailable') expect([name, field!.kind]).toEqual([name, expected]);
    }
  });

  test('an assignee of a task has every field of the vendor', () => {
    const { assignee } = typeOf('projectTask').fields;
    const own: Fields = assignee?.kind === 'sublist' ? assignee.line : {};
    const listed = fieldsOf('projectTask-assigneeElement');
    expect(listed.length).toBeGreaterThan(5);
    expect(Object.keys(own).sort()).toEqual(listed.map(([name]) => name).sort());
    for (const [name, kind] of listed)
      if (own[name]!.kind !== 'unavailable') expect([name, own[name]!.kind]).toEqual([name, kinds[kind]]);
  });

  test.each(['job', 'timeBill', 'projectTask'])('choices of %s are those of the vendor', (type) => {
    for (const [name, kind] of fieldsOf(type)) {
      const field = typeOf(type).fields[name];
      const ids = /^enum\{(.+)\}$/.exec(kind)?.[1]?.split(',');
      if (ids && field?.kind === 'enum') expect([name, Object.keys(field.names).sort()]).toEqual([name, ids.sort()]);
    }
  });
});
