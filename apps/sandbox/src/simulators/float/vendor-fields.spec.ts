import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resources } from './resources.js';

/** The vendor's own field lists are not ours to publish: whoever has them says where. */
const folder = process.env.VENDOR_SPECS ?? '';
const file = join(folder, 'float', 'float_v3_field_facts.json');
const isHere = folder !== '' && existsSync(file);

(isHere ? describe : describe.skip)(
  'fields against those recorded of the vendor (skipped without VENDOR_SPECS)',
  () => {
    const facts = (isHere ? JSON.parse(readFileSync(file, 'utf8')) : { resources: {} }) as {
      resources: Record<string, string>;
    };
    /** Parts in brackets and braces describe what is inside a field or how to ask for it. */
    const fieldsOf = (name: string): string[] =>
      (facts.resources[name] ?? '')
        .replace(/\[expand.*$/, '')
        .replace(/\[[^\]]*\]|\{[^}]*\}/g, '')
        .split(/\s+/)
        .filter((entry) => entry.includes(':'))
        .map((entry) => entry.split(':')[0]!);

    test.each(['people', 'projects', 'phases', 'tasks', 'milestones', 'timeoffs', 'logged-time', 'clients', 'roles'])(
      '%s has every field seen at the vendor',
      (name) => {
        const { id, fields } = resources[name]!;
        const seen = fieldsOf(name);
        expect(seen.length).toBeGreaterThan(1);
        expect(seen.filter((field) => field !== id && !(field in fields))).toEqual([]);
      },
    );
  },
);
