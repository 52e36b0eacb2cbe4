import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EstateView, loadEstate } from '#platform';
import { ownershipOf } from './ownership.js';

const example = readFileSync('examples/meridian-consulting/estate.yaml', 'utf8');

function estateWith(rules: string): EstateView {
  const file = join(mkdtempSync(join(tmpdir(), 'ownership-')), 'estate.yaml');
  writeFileSync(file, example.replace('ownership:\n', `ownership:\n${rules}`));
  return new EstateView(loadEstate(file, {}));
}

describe('the ownership matrix', () => {
  it('tells regions apart where their rules differ', () => {
    const rows = ownershipOf(
      estateWith('  - { record: worker, owner: erp, attributes: [cost-centre], regions: [DE] }\n'),
    );
    const found = rows.filter(({ record, item }) => record === 'worker' && item === 'cost-centre');
    expect(found.map(({ region, owner, instances, rule }) => [region, owner, instances, rule])).toEqual([
      ['DE', 'erp', ['netsuite'], 'erp decides worker.cost-centre, in DE; others write it only the first time.'],
      ['US', 'hr', ['bamboohr'], 'hr decides worker.cost-centre, everywhere; others write it only the first time.'],
    ]);
  });

  it('says what nobody owns, and who alone tells a step', () => {
    const rows = ownershipOf(estateWith(''));
    const skills = rows.find(({ record, item }) => record === 'worker' && item === 'skills')!;
    expect([skills.owner, skills.instances, skills.place]).toEqual([null, [], null]);
    expect(skills.rule).toBe('Nobody owns worker.skills: whoever writes it last is right.');
    const hired = rows.find(({ record, item }) => record === 'worker' && item === 'hired')!;
    expect([hired.kind, hired.rule]).toEqual(['events', 'Only hr tells worker.hired, everywhere.']);
  });
});
