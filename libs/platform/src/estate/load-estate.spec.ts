import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Failure } from '#kernel';
import { EstateView } from './estate-view.js';
import { loadEstate } from './load-estate.js';

const example = readFileSync('examples/meridian-consulting/estate.yaml', 'utf8');

function load(text: string, env: NodeJS.ProcessEnv = {}) {
  const file = join(mkdtempSync(join(tmpdir(), 'estate-')), 'estate.yaml');
  writeFileSync(file, text);
  return loadEstate(file, env);
}

/** `line path: message` of every problem. */
function problems(text: string): string[] {
  try {
    load(text);
    return [];
  } catch (error) {
    return (error as Failure).detail.fields!.map(
      ({ field, message }) => `${field.replace(/^.*estate\.yaml:/, '')}: ${message}`,
    );
  }
}

describe('estate.yaml', () => {
  it('of the example firm is valid', () => {
    const estate = new EstateView(load(example));
    expect(estate.instanceFor('erp', 'MER-DE').name).toBe('netsuite');
    expect(estate.mapped('roleOfGrade', 'Fellow')).toBeUndefined();
  });

  it('lists every problem at once, each with its line and what to do', () => {
    const broken = example
      .replace('currency: USD, country: US', 'currency: dollars, country: US')
      .replace('  crm: salesforce\n', '  crm: salesfarce\n')
      .replace('timeZone: America/New_York', 'timeZone: Boston time\ncolour: blue');
    const line = broken.split('\n').indexOf('  crm: salesfarce') + 1;
    const found = problems(broken);
    expect(found).toEqual([
      expect.stringMatching(/^4 timeZone: must be an IANA time zone/),
      expect.stringMatching(/^5 colour: is not a setting: remove it/),
      expect.stringMatching(/^8 legalEntities\.0\.currency: must be an ISO 4217 code/),
      expect.stringMatching(
        new RegExp(`^${line} routing\\.crm: "salesfarce" is not an instance: use one of salesforce`),
      ),
    ]);
    expect(problems(example.replace('  crm: salesforce\n', '  crm: salesfarce\n'))).toEqual([
      expect.stringMatching(/^\d+ routing\.crm: "salesfarce" is not an instance: use one of salesforce, bamboohr/),
    ]);
  });

  it('names a legal entity that is never billed and an attribute with two owners', () => {
    const unbilled = example.replace('  - { legalEntity: MER-DE, every: 2s }\n', '');
    expect(problems(unbilled)[0]).toContain('has no window for MER-DE: its approved time would never be billed');
    const torn = example.replace(
      '  - { record: delivery,',
      '  - { record: worker, owner: erp, attributes: [cost-centre] }\n  - { record: delivery,',
    );
    const hr = example.split('\n').indexOf('ownership:') + 2;
    const erp = torn.split('\n').findIndex((text) => text.includes('record: worker, owner: erp')) + 1;
    expect(problems(torn)).toEqual([
      `${erp} ownership.4: "worker.cost-centre" already belongs to hr (line ${hr}): name one owner, or say for which regions or legalEntities`,
    ]);
  });

  it('takes a second owner for a region or a legal entity, and none that is unknown or contradicts (B9)', () => {
    const withRows = (...rules: string[]): string[] =>
      problems(example.replace('ownership:\n', `ownership:\n${rules.map((rule) => `  - { ${rule} }\n`).join('')}`)).map(
        (problem) => problem.replace(/^\d+ ownership\./, ''),
      );
    const rule = (owner: string, scope: string): string =>
      `record: worker, owner: ${owner}, attributes: [cost-centre], ${scope}`;
    expect(withRows(rule('erp', 'regions: [DE]'), rule('psa', 'legalEntities: [MER-DE]'))).toEqual([]);
    expect(withRows(rule('erp', 'regions: [DE, US]'), rule('psa', 'regions: [US]'))).toEqual([
      expect.stringMatching(/^1: "worker\.cost-centre" already belongs to erp \(line \d+\)/),
    ]);
    expect(
      withRows(
        rule('erp', 'regions: [FR]'),
        rule('erp', 'legalEntities: [MER-FR]'),
        rule('erp', 'regions: [DE], legalEntities: [MER-DE]'),
        rule('payroll', 'regions: [DE]'),
      ),
    ).toEqual([
      '0.regions.0: "FR" is not the country of a legal entity: use one of US, DE',
      '1.legalEntities.0: "MER-FR" is not a legal entity of this estate: use one of MER-US, MER-DE',
      '2: has regions and legalEntities: keep one of them',
      '3.owner: "payroll" has no system: add routing.payroll',
    ]);
  });

  it('lists everything wrong with when the books are closed', () => {
    const window = (facts: string): string =>
      example.replace('{ legalEntity: MER-DE, every: 2s }', `{ legalEntity: MER-DE, every: 2s, ${facts} }`);
    const found = problems(
      window(
        `closed: [{ from: day 30 18:00, until: 6am }, { from: 2026-02-30T10:00 }, { from: last day 18:00 },
         { from: day 3 06:00, until: 2026-12-03T06:00 }, { from: 2026-12-03T06:00, until: 2026-12-01T06:00 }]`,
      ),
    ).map((problem) => problem.replace(/^\d+ postingWindows\.1\./, ''));
    expect(found).toEqual([
      expect.stringMatching(/^closed\.0\.from: must be a time such as/),
      expect.stringMatching(/^closed\.0\.until: must be a time such as/),
      'closed.1.from: "2026-02-30T10:00" is no day of the calendar',
      'closed.2: must begin and end both once, or both every month',
      'timeZone: is missing: say where the closures are meant',
      'closed.3: must begin and end both once, or both every month',
      'closed.4.until: must be later than "2026-12-03T06:00"',
    ]);
    expect(problems(window('timeZone: Europe/Berln'))).toEqual([expect.stringContaining('must be an IANA time zone')]);
    expect(problems(window('closed: always'))[0]).toContain('closed must be an array');
    expect(problems(window('timeZone: Europe/Berlin, closed: [{ from: last day 18:00, until: day 3 06:00 }]'))).toEqual(
      [],
    );
    const twice = example.replace('MER-DE, every', 'MER-US, every: 2s }\n  - { legalEntity: MER-DE, every');
    expect(problems(twice)).toEqual([expect.stringContaining('"MER-US" is used twice')]);
  });

  it('takes a policy of capacity, and says what is wrong with it', () => {
    const policy = (minutes: string) => problems(`${example}  capacity: { riskAboveMinutes: ${minutes} }\n`);
    expect(policy('960')).toEqual([]);
    expect(policy('-1')).toEqual([expect.stringMatching(/^\d+ policies\.capacity\.riskAboveMinutes: .*less than 0/)]);
    expect(policy('1.5')).toEqual([expect.stringContaining('must be whole minutes')]);
  });

  it('says which variable is missing', () => {
    expect(problems(example.replace('${SANDBOX_SCIM_URL:-http://127.0.0.1:4655}', '${SCIM_URL}'))[0]).toContain(
      'refers to SCIM_URL, which is not set',
    );
  });

  it('has a default for each policy, and says what is wrong with one', () => {
    const without = example.slice(0, example.indexOf('\n# What the firm decided'));
    const defaults = { approveDecreaseOver: 10, approvers: ['finance-operations', 'pmo'] };
    expect(load(without).policies.projectChange).toEqual(defaults);
    expect(load(`${without}\npolicies: { projectChange: { approveDecreaseOver: 0 } }`).policies.projectChange).toEqual({
      ...defaults,
      approveDecreaseOver: 0,
    });
    const broken = problems(`${without}\npolicies: { projectChange: { approveDecreaseOver: much, approvers: [] } }`);
    expect(broken.join(' ')).toContain('must be a number of percent such as 10 or 2.5');
    expect(broken.join(' ')).toContain('policies.projectChange.approvers');
  });

  it('shows where YAML itself is broken', () => {
    expect(problems('firm: [unclosed\ntimeZone: UTC')[0]).toMatch(/^\d+: /);
  });
});
