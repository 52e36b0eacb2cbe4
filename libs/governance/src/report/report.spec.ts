import type { Finding } from '../finding.js';
import { html } from './html.js';
import { markdown } from './markdown.js';
import { grouped, type Report, shown } from './report.js';
import { sarif } from './sarif.js';

const finding = (changes: Partial<Finding> = {}): Finding => ({
  rule: 'response-property-removed',
  level: 'breaking',
  area: 'schema',
  direction: 'response',
  operation: { method: 'GET', path: '/v1/projects/{code}', operationId: 'getProject' },
  field: 'client',
  base: '#/paths/~1v1~1projects~1{code}/get',
  revision: null,
  before: 'string',
  after: null,
  message: 'who reads client finds nothing',
  remedy: 'keep client, deprecated, until its sunset',
  ...changes,
});

const safe = finding({
  rule: 'operation-added',
  level: 'safe',
  operation: { method: 'POST', path: '/v1/a', operationId: null },
  revision: '#/paths/~1v1~1a/post',
  base: null,
});
const words = finding({ rule: 'description-changed', level: 'documentation', revision: '#/info', remedy: '' });
const hostile = '<img src=x onerror="alert(1)"> `code` [link](javascript:alert(1)) | #h';

const report = (changes: Partial<Report> = {}): Report => ({
  base: 'v1.2.0',
  revision: 'v1.3.0',
  findings: [safe, words, finding()],
  ...changes,
});

describe('a report', () => {
  it('has the operation with the worst finding first, and in it the worst first', () => {
    const groups = grouped([safe, words, finding()]);
    expect(groups.map(({ title, findings }) => [title, findings.map(({ level, number }) => [level, number])])).toEqual([
      [
        'GET /v1/projects/{code}',
        [
          ['breaking', 2],
          ['documentation', 1],
        ],
      ],
      ['POST /v1/a', [['safe', 0]]],
    ]);
  });

  it('shows long values shortened, and absent ones as such', () => {
    expect([shown(null), shown(['a', 1]), shown('x'.repeat(500)).length]).toEqual(['–', '["a",1]', 402]);
  });
});

describe('Markdown', () => {
  it('says counts, verdict, findings, who is hurt and the way out', () => {
    const objections = [
      { rule: 'breaking-change', message: 'it breaks callers', remedy: 'publish v2', exemption: null },
    ];
    const text = markdown(
      report({ verdict: { allowed: false, objections }, consumers: new Map([[2, 'report-tool, last on 2026-11-20']]) }),
    );
    for (const part of [
      '**1 breaking, 0 dangerous, 1 safe, 1 documentation**',
      '**The policy refuses it.**',
      '- `breaking-change`: it breaks callers: publish v2.',
      '## GET /v1/projects/{code}',
      '- **breaking**: who reads client finds nothing',
      '  - hurt: report-tool, last on 2026-11-20',
      '  - keep client, deprecated, until its sunset',
    ])
      expect(text).toContain(part);
  });

  it('lets no text of a document become markup', () => {
    const text = markdown(report({ findings: [finding({ message: hostile, before: '``` x' })] }));
    expect(text).toContain('\\<img src=x onerror="alert(1)"\\> \\`code\\` \\[link\\](javascript:alert(1)) \\| \\#h');
    expect(text).toContain('```` ``` x ````');
  });

  it('says so where nothing changed', () => {
    expect(markdown(report({ findings: [] }))).toContain('Nothing changed in meaning.');
  });
});

describe('HTML', () => {
  it('is one page that asks for nothing, with a link to each finding', () => {
    const page = html([report()]);
    expect(page).not.toMatch(/<script|src=|@import|url\(|<link/);
    expect([...page.matchAll(/<article id="(finding-\d)" class="(\w+)"/g)].map(([, id, level]) => [id, level])).toEqual(
      [
        ['finding-3', 'breaking'],
        ['finding-2', 'documentation'],
        ['finding-1', 'safe'],
      ],
    );
  });

  it('of several contracts begins with their verdicts, and gives each finding an address of its own', () => {
    const refused = {
      allowed: false,
      objections: [
        { rule: 'breaking-change', message: 'it breaks callers.', remedy: 'publish v2', exemption: null },
        { rule: 'no-sunset', message: 'it has no end', remedy: 'give it one', exemption: 'exemptions/a.yaml' },
      ],
    };
    const page = html([report({ verdict: refused }), report({ base: 'other', findings: [] })], {
      title: 'Ours against main',
      problems: ['exemptions/b.yaml: expires ended on 2026-01-01'],
    });
    for (const part of [
      '<h1>Ours against main</h1>',
      'exemptions/b.yaml: expires ended on 2026-01-01',
      '<a href="#contract-1">v1.2.0 → v1.3.0</a></td><td>refused</td>',
      '<li>it breaks callers: publish v2.</li><li>it has no end: exempted by exemptions/a.yaml.</li>',
      'id="contract-1-finding-3"',
      'Nothing changed in meaning.',
    ])
      expect(page).toContain(part);
  });

  it('lets no text of a document become markup', () => {
    const page = html([
      report({
        base: hostile,
        findings: [finding({ message: hostile, before: hostile, field: hostile, rule: hostile })],
      }),
    ]);
    expect(page).not.toContain('<img');
    expect(page).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;');
  });
});

describe('SARIF', () => {
  it('has a rule once, a result for each finding, errors for what breaks', () => {
    const { version, runs } = JSON.parse(sarif([report({ findings: [finding(), finding({ field: 'name' }), safe] })]));
    expect(version).toBe('2.1.0');
    expect(runs[0].tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual([
      'response-property-removed',
      'operation-added',
    ]);
    expect(runs[0].results.map((one: { level: string; ruleIndex: number }) => [one.level, one.ruleIndex])).toEqual([
      ['error', 0],
      ['error', 0],
      ['note', 1],
    ]);
    const prints = runs[0].results.map(
      (one: { partialFingerprints: { finding: string } }) => one.partialFingerprints.finding,
    );
    expect(new Set(prints).size).toBe(3);
  });

  it('locates what was removed in the base, and the rest in the revision', () => {
    const { runs } = JSON.parse(sarif([report({ findings: [finding(), safe] })]));
    const uris = runs[0].results.map(
      (one: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }) =>
        one.locations[0]!.physicalLocation.artifactLocation.uri,
    );
    expect(uris).toEqual(['v1.2.0', 'v1.3.0']);
  });
});
