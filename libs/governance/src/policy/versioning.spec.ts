import type { Exemption } from './exemptions.js';
import { judgeProposal, type Proposal } from './versioning.js';

const breaking = { level: 'breaking', message: 'whoever reads "name" finds nothing' } as const;
const additive = { level: 'safe', message: 'a field was added' } as const;
const dangerous = { level: 'dangerous', message: 'a word was added to a closed list' } as const;
const words = { level: 'documentation', message: 'a description was changed' } as const;

const proposal = (change: Partial<Proposal>): Proposal => ({
  contract: 'process/projects/v1',
  base: '1.4.2',
  version: '1.4.2',
  changed: true,
  findings: [],
  majors: [1],
  ...change,
});

const rulesOf = (change: Partial<Proposal>, exemptions?: Exemption[]): string[] =>
  judgeProposal(proposal(change), exemptions).objections.map(({ rule }) => rule);

describe('the versioning policy', () => {
  it.each([
    ['words', [words], '1.4.3'],
    ['an addition', [additive], '1.5.0'],
    ['what may break some callers', [dangerous, words], '1.5.0'],
    ['a change of the text that means nothing', [], '1.4.3'],
  ])('lets %s pass with the version that says it', (_what, findings, version) => {
    const verdict = judgeProposal(proposal({ findings, version }));
    expect(verdict).toMatchObject({ allowed: true, suggested: version, objections: [] });
  });

  it.each([
    ['an addition called words', [additive], '1.4.3', '1.5.0'],
    ['words called an addition', [words], '1.5.0', '1.4.3'],
    ['a change under the same version', [additive], '1.4.2', '1.5.0'],
    ['a version that goes back', [words], '1.4.1', '1.4.3'],
    ['a minor version that keeps the patch', [additive], '1.5.2', '1.5.0'],
  ])('refuses %s and names the version', (_what, findings, version, wanted) => {
    const { allowed, objections } = judgeProposal(proposal({ findings, version }));
    expect(allowed).toBe(false);
    expect(objections).toEqual([
      {
        rule: 'version-mismatch',
        message: `process/projects/v1 goes from 1.4.2 to ${version}, and what changed asks for ${wanted}`,
        remedy: `write ${wanted} in info.version`,
        exemption: null,
      },
    ]);
  });

  it('refuses what breaks callers inside a major, whatever version it is given', () => {
    expect(rulesOf({ findings: [breaking], version: '1.5.0' })).toEqual(['breaking-change']);
    expect(rulesOf({ findings: [breaking, words], version: '2.0.0' })).toEqual([
      'version-mismatch',
      'breaking-change',
      'version-mismatch',
    ]);
  });

  it('takes the first version of a new major beside the old one', () => {
    const next = { contract: 'process/projects/v2', base: null, version: '2.0.0' };
    expect(rulesOf(next)).toEqual([]);
    expect(rulesOf({ ...next, version: '3.0.0' })).toEqual(['version-mismatch', 'lineage-missing']);
    expect(rulesOf({ ...next, majors: [] })).toEqual([]);
  });

  it.each(['', '1', '1.0', 'v1.0.0', '1.0.0-rc', '01.0.0'])('refuses "%s" as a version', (version) => {
    expect(rulesOf({ version })).toEqual(['no-version']);
  });

  it('lets a breaking change pass that somebody answers for, and still wants its version', () => {
    const exemption: Exemption = {
      file: 'legal.yaml',
      contract: 'process/projects/v1',
      at: null,
      rule: 'breaking-change',
      owner: 'pmo',
      reason: 'a court said so',
      expires: '2026-12-31',
    };
    const change = { findings: [breaking], version: '1.5.0' };
    const { allowed, objections } = judgeProposal(proposal(change), [exemption]);
    expect(allowed).toBe(true);
    expect(objections).toMatchObject([{ rule: 'breaking-change', exemption: 'legal.yaml' }]);
    expect(judgeProposal(proposal({ ...change, version: '1.4.3' }), [exemption]).allowed).toBe(false);
    expect(judgeProposal(proposal(change), [{ ...exemption, contract: 'process/billing/v1' }]).allowed).toBe(false);
    expect(judgeProposal(proposal(change), [{ ...exemption, at: '#/paths' }]).allowed).toBe(false);
  });

  it('says nothing against what is unchanged', () => {
    expect(judgeProposal(proposal({ changed: false }))).toEqual({
      allowed: true,
      required: 'none',
      suggested: '1.4.2',
      objections: [],
    });
  });
});
