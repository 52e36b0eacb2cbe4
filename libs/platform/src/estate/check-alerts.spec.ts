import { readFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure } from '#kernel';
import { loadEstate } from './load-estate.js';

const example = readFileSync('examples/meridian-consulting/estate.yaml', 'utf8');
const file = join(mkdtempSync(join(tmpdir(), 'throughline-estate-')), 'estate.yaml');

const load = (alerts: string) => {
  const [before, after] = example.split(/\nalerts:\n(?: .*\n)+/);
  writeFileSync(file, `${before}\nalerts:\n${alerts}\n${after}`);
  return loadEstate(file, {});
};

function problems(alerts: string): string[] {
  try {
    load(alerts);
    return [];
  } catch (error) {
    const { fields = [] } = Failure.from(error).detail;
    return fields.map(({ field, message }) => `${field.split(' ')[1]}: ${message}`).sort();
  }
}

describe('alerts in estate.yaml', () => {
  it('are taken as they are meant, with a default for what is left out', () => {
    const { alerts } = load(`  routes:
    - owner: finance-operations
      webhook: { url: 'https://hooks.example/1', secret: 'secret:alerts.webhook' }
      acknowledgeWithin: 1h
      escalatesTo: pmo
    - { owner: pmo, email: [pmo@meridian.example], withAmounts: true }
  mail: { host: mail.meridian.example, from: throughline@meridian.example }`);
    expect(alerts).toMatchObject({
      gather: '30s',
      priorities: { critical: 5_000, high: 500 },
      mail: { port: 587, tls: 'starttls' },
      routes: [{ owner: 'finance-operations' }, { owner: 'pmo', withAmounts: true }],
    });
  });

  it('have every problem listed at once', () => {
    const found = problems(`  gather: soon
  priorities: { critical: 10, high: 500 }
  mail: { host: mail, from: nobody, user: me, tls: maybe }
  routes:
    - { owner: Finance, webhook: { url: 'ftp://hooks.example', secret: whsec_plain }, acknowledgeWithin: 1h }
    - { owner: pmo, email: [pmo], acknowledgeWithin: 1h, escalatesTo: pmo }
    - { owner: pmo, acknowledgeWithin: 1h, escalatesTo: board }`);
    expect(found).toEqual([
      'alerts.gather: must be a duration such as 30s, 15m or 4h',
      'alerts.mail.from: must be an e-mail address',
      'alerts.mail.tls: must be implicit, starttls or none',
      'alerts.mail: must have user and password, or neither',
      'alerts.priorities.critical: must not be less than high, 500',
      'alerts.routes.0.owner: must be a role such as finance-operations',
      'alerts.routes.0.webhook.secret: must name a file of the secrets folder, such as secret:alerts.webhook',
      'alerts.routes.0.webhook.url: must be an http or https address without a user name',
      'alerts.routes.0: must have acknowledgeWithin and escalatesTo, or neither',
      'alerts.routes.1.email: must be e-mail addresses',
      'alerts.routes.1.escalatesTo: is the owner, who has not answered',
      'alerts.routes.2.escalatesTo: "board" has no route: nobody would be told',
      'alerts.routes.2.owner: "pmo" has a route already',
    ]);
  });

  it('are complained of where they are something else', () => {
    expect(problems('  - everything')[0]).toContain('alerts');
    expect(problems('  priorities: ~\n  routes: [~]').length).toBeGreaterThan(0);
  });

  it('need a server where they go by e-mail', () => {
    expect(problems('  routes: [{ owner: pmo, email: [pmo@meridian.example] }]')).toEqual([
      'alerts.routes.0.email: needs a server: add alerts.mail',
    ]);
  });
});
