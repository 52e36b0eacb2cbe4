import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadEstate } from '../estate/load-estate.js';
import { type Item, legalEntityIn, Ownership } from './ownership.js';

const example = readFileSync('examples/meridian-consulting/estate.yaml', 'utf8');

/** The example firm with rows added to its matrix, and with other edits. */
function ownership(rows: string, edit: (text: string) => string = (text) => text): Ownership {
  const file = join(mkdtempSync(join(tmpdir(), 'ownership-')), 'estate.yaml');
  writeFileSync(file, edit(example.replace('ownership:\n', `ownership:\n${rows}`)));
  return new Ownership(loadEstate(file, {}));
}

const costCentre: Item = { kind: 'attributes', record: 'worker', name: 'cost-centre' };
const changed: Item = { kind: 'events', record: 'worker', name: 'changed' };

describe('the ownership matrix', () => {
  it('lets the narrowest rule win: a legal entity before its region before all (B9)', () => {
    const matrix = ownership(
      `  - { record: worker, owner: erp, attributes: [cost-centre], regions: [DE] }\n` +
        `  - { record: worker, owner: psa, attributes: [cost-centre], legalEntities: [MER-DE] }\n`,
    );
    const regional = ownership(`  - { record: worker, owner: erp, attributes: [cost-centre], regions: [DE] }\n`);
    expect(matrix.ruleFor(costCentre, 'MER-DE')!.owner).toBe('psa');
    expect(regional.ruleFor(costCentre, 'MER-DE')!.owner).toBe('erp');
    expect([matrix, regional].map((one) => one.ruleFor(costCentre, 'MER-US')!.owner)).toEqual(['hr', 'hr']);
  });

  it('goes by the rules for all where the legal entity is unknown', () => {
    const matrix = ownership(`  - { record: worker, owner: erp, attributes: [cost-centre], regions: [DE] }\n`);
    expect(matrix.ruleFor(costCentre, 'MER-UK')!.owner).toBe('hr');
    expect(matrix.ruleFor(costCentre)!.owner).toBe('hr');
  });

  it('keeps the owner of a step apart from the owner of the attributes (B2)', () => {
    const matrix = ownership(`  - { record: worker, owner: erp, events: [left] }\n`);
    expect(matrix.ruleFor({ kind: 'events', record: 'worker', name: 'left' })!.owner).toBe('erp');
    expect(matrix.ruleFor({ kind: 'attributes', record: 'worker', name: 'left' })).toBeUndefined();
  });

  it('names owner, instance and line to whom it refuses', () => {
    const line = example.split('\n').findIndex((text) => text.includes('record: worker,'));
    // The rule begins with the brace one line above its record.
    expect(ownership('').refusal(changed, 'kantata')!.reason).toBe(
      `worker.changed belongs to hr (bamboohr) everywhere, not to kantata: estate.yaml:${line}`,
    );
  });

  it('refuses nobody the owner, and nobody what nobody owns', () => {
    const matrix = ownership('');
    expect(matrix.refusal(changed, 'bamboohr')).toBeNull();
    expect(matrix.refusal({ kind: 'events', record: 'leave', name: 'recorded' }, 'kantata')).toBeNull();
  });

  it('asks where a system owns: by the legal entity named, else by those it serves', () => {
    const split = (text: string): string =>
      text
        .replace('  hr: bamboohr\n', '  hr: { MER-US: bamboohr, MER-DE: personio }\n')
        .replace('  - name: kantata\n', '  - { name: personio, platform: workday, settings: {} }\n  - name: kantata\n');
    const matrix = ownership('', split);
    expect(matrix.refusal(changed, 'personio', 'MER-DE')).toBeNull();
    expect(matrix.refusal(changed, 'personio', 'MER-US')!.owners).toEqual(['bamboohr']);
    expect(matrix.refusal(changed, 'personio')).toBeNull();
    expect(matrix.refusal(changed, 'netsuite')!.owners).toEqual(['bamboohr']);
  });

  it("counts an account that no route names as its product's", () => {
    const spare = (text: string): string =>
      text.replace(
        '  - name: kantata\n',
        '  - { name: acquired, platform: bamboohr, settings: {} }\n  - name: kantata\n',
      );
    const matrix = ownership('', spare);
    expect(matrix.refusal(changed, 'acquired')).toBeNull();
    expect(matrix.refusal({ kind: 'events', record: 'time', name: 'approved' }, 'acquired')!.owners).toEqual([
      'kantata',
    ]);
  });
});

describe('the legal entity of a record', () => {
  it('is found at its top or one level below', () => {
    expect(legalEntityIn({ legalEntity: 'MER-DE' })).toBe('MER-DE');
    expect(legalEntityIn({ id: '1', opportunity: { legalEntity: 'MER-US' } })).toBe('MER-US');
    expect(legalEntityIn({ id: '1', opportunity: { legalEntity: null }, other: null })).toBeNull();
  });
});
