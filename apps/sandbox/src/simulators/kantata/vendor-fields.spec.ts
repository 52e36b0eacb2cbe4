import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { resources } from './resources.js';

/** The vendor's own field lists are not ours to publish: whoever has them says where. */
const folder = process.env.VENDOR_SPECS ?? '';
const file = join(folder, 'kantata', 'gem', 'specification.yml');
const isHere = folder !== '' && existsSync(file);

interface Listed {
  attributes?: string[];
  create_attributes?: string[];
  update_attributes?: string[];
  associations?: Record<string, { foreign_key: string; collection: string }>;
}

/** What the vendor's description of its API has, and the older field lists of its client do not. */
const newer: Record<string, string[]> = {
  rate_cards: ['rate_card_set_title'],
};

const stamps = ['id', 'created_at', 'updated_at'];

(isHere ? describe : describe.skip)('fields against the vendor’s client (skipped without VENDOR_SPECS)', () => {
  const lists = (isHere ? parse(readFileSync(file, 'utf8'), { logLevel: 'silent' }) : {}) as Record<string, Listed>;

  test.each([
    'time_off_entries',
    'assignments',
    'account_memberships',
    'workspace_allocations',
    'workspace_resources',
    'rate_card_sets',
    'rate_card_set_versions',
    'rate_cards',
    'rate_card_versions',
    'rate_card_roles',
  ])('%s has only fields of the vendor, to be read and written as there', (name) => {
    const listed = lists[name]!;
    const own = resources[name]!;
    const readable = [...stamps, ...(listed.attributes ?? []), ...(newer[name] ?? [])];
    const linked = Object.values(listed.associations ?? {}).map(({ foreign_key: field }) => field);
    expect(own.attributes.filter((field) => !readable.includes(field))).toEqual([]);
    expect((own.optional ?? []).filter((field) => !readable.includes(field))).toEqual([]);
    expect(
      Object.values(own.associations)
        .map(({ field }) => field)
        .filter((field) => !linked.includes(field) && !readable.includes(field)),
    ).toEqual([]);
    expect(own.create.filter((field) => !(listed.create_attributes ?? []).includes(field))).toEqual([]);
    expect(own.update.filter((field) => !(listed.update_attributes ?? []).includes(field))).toEqual([]);
  });

  test.each(['time_off_entries', 'assignments', 'rate_card_roles'])('%s can be made and changed in full', (name) => {
    const { create_attributes: create = [], update_attributes: update = [] } = lists[name]!;
    expect([...resources[name]!.create, 'external_reference']).toEqual(expect.arrayContaining(create));
    expect([...resources[name]!.update, 'external_reference']).toEqual(expect.arrayContaining(update));
  });
});
