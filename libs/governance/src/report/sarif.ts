import type { Finding, Level } from '../finding.js';
import type { Report } from './report.js';

const severity: Record<Level, 'error' | 'warning' | 'note'> = {
  breaking: 'error',
  dangerous: 'warning',
  safe: 'note',
  documentation: 'note',
};

/** Reports for tools that show findings beside code: SARIF 2.1.0, one log with a run for each. */
export function sarif(reports: readonly Report[]): string {
  const $schema = 'https://json.schemastore.org/sarif-2.1.0.json';
  return `${JSON.stringify({ $schema, version: '2.1.0', runs: reports.map(runOf) }, null, 1)}\n`;
}

function runOf({ base, revision, findings }: Report) {
  const rules = [...new Map(findings.map((finding) => [finding.rule, finding])).values()];
  const ruleIndex = new Map(rules.map(({ rule }, index) => [rule, index]));
  return {
    tool: { driver: { name: 'throughline-governance', rules: rules.map(described) } },
    results: findings.map((finding) => ({
      ruleId: finding.rule,
      ruleIndex: ruleIndex.get(finding.rule),
      level: severity[finding.level],
      message: { text: [finding.message, finding.remedy].filter((part) => part !== '').join(' ') },
      locations: [located(finding, base, revision)],
      // The same finding has the same print in the next run, wherever it then stands.
      partialFingerprints: {
        finding: [finding.rule, finding.revision ?? finding.base, finding.field ?? ''].join(' '),
      },
    })),
  };
}

const described = ({ rule, level }: Finding) => ({
  id: rule,
  defaultConfiguration: { level: severity[level] },
  properties: { level },
});

/** What was removed is located in the base, everything else in the revision. */
function located(finding: Finding, base: string, revision: string) {
  const pointer = finding.revision ?? finding.base ?? '#';
  return {
    physicalLocation: { artifactLocation: { uri: encodeURI(finding.revision === null ? base : revision) } },
    logicalLocations: [{ fullyQualifiedName: pointer, kind: 'member' }],
  };
}
