import { readFileSync, writeFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Failure } from '#kernel';
import { loadEstate } from './load-estate.js';

const example = readFileSync('examples/meridian-consulting/estate.yaml', 'utf8').replace(/^staffing:\n( .*\n)+/m, '');

function problems(staffing: string): string[] {
  const file = join(mkdtempSync(join(tmpdir(), 'estate-')), 'estate.yaml');
  writeFileSync(file, `${example}\nstaffing:\n${staffing}`);
  try {
    loadEstate(file, {});
    return [];
  } catch (error) {
    return (error as Failure).detail.fields!.map(({ field, message }) => `${field.replace(/^.* /, '')} ${message}`);
  }
}

describe('staffing in estate.yaml', () => {
  it('may be left out, or say one thing only', () => {
    expect(example).not.toContain('staffing:');
    expect(problems('  roleConstraints: []')).toEqual([]);
    expect(problems(`  roleConstraints: [{ name: cleared, client: 'Ardent & Co', skills: [CERT-GXP] }]`)).toEqual([]);
  });

  it('has every wrong constraint listed', () => {
    const constraints = [
      '{ name: one, role: WIZARD, skills: [SKL-CLOUD] }',
      '{ name: two, grades: [Wizard] }',
      '{ name: three, role: ARCH }',
      '{ name: four, role: ARCH, skills: [] }',
      '{ name: five, role: ARCH, skills: [SKL-CLOUD], colour: red }',
    ];
    expect(problems(`  roleConstraints:\n${constraints.map((one) => `    - ${one}\n`).join('')}`)).toEqual([
      'staffing.roleConstraints.0.role "WIZARD" is not in mappings.roleNames',
      'staffing.roleConstraints.1.grades "Wizard" is not in mappings.roleOfGrade',
      'staffing.roleConstraints.2 asks for nothing: add grades or skills',
      'staffing.roleConstraints.3.skills must name at least one, or be left out',
      'staffing.roleConstraints.4.colour is not a setting: remove it or check its spelling',
    ]);
  });

  it('has every wrong cost listed', () => {
    const costs = [
      `{ legalEntity: MER-US, role: CONS, amount: '78.00', currency: USD }`,
      `{ legalEntity: MER-US, role: CONS, amount: '79.00', currency: USD }`,
      `{ legalEntity: MER-UK, role: WIZARD, amount: '79.00', currency: GBP }`,
      `{ legalEntity: MER-DE, role: CONS, amount: 79.5, currency: euro }`,
    ];
    expect(problems(`  hourlyCosts:\n${costs.map((one) => `    - ${one}\n`).join('')}`)).toEqual([
      'staffing.hourlyCosts.1 says the cost of CONS in MER-US again',
      'staffing.hourlyCosts.2.role "WIZARD" is not in mappings.roleNames',
      'staffing.hourlyCosts.2.legalEntity "MER-UK" is not a legal entity of this estate',
      'staffing.hourlyCosts.3.amount must be a decimal number in quotes, such as "85.00"',
      'staffing.hourlyCosts.3.currency must be an ISO 4217 code such as USD',
    ]);
  });
});
