import { Document, type IFunctionResult, type RulesetDefinition, Spectral } from '@stoplight/spectral-core';
// Its entry re-exports in a way that ES modules do not see.
import { Yaml } from '@stoplight/spectral-parsers/dist/yaml.js';
import { documentRules } from './rules/document.js';
import { endingRules } from './rules/endings.js';
import { fieldRules } from './rules/fields.js';
import { naming } from './rules/naming.js';
import { operationRules } from './rules/operations.js';
import type { LintRule } from './rule.js';

export const lintRules: LintRule[] = [...documentRules, ...naming, ...operationRules, ...endingRules, ...fieldRules];

/** A place where a document breaks a rule; lines and columns count from 1. */
export interface Lint {
  rule: string;
  /** JSON pointer. */
  at: string;
  line: number;
  column: number;
  message: string;
}

/** Holds a document, as YAML or JSON, to the rules; findings in the order of their lines. */
export async function lint(text: string, name: string, rules = lintRules): Promise<Lint[]> {
  const spectral = new Spectral();
  spectral.setRuleset(rulesetOf(rules));
  const results = await spectral.run(new Document(text, Yaml, name));
  return results
    .map(({ code, path, range, message }) => ({
      rule: String(code),
      at: pointerOf(path),
      line: range.start.line + 1,
      column: range.start.character + 1,
      message,
    }))
    .sort((one, other) => one.line - other.line || one.rule.localeCompare(other.rule));
}

const rulesetOf = (rules: LintRule[]): RulesetDefinition => ({
  rules: Object.fromEntries(
    rules.map(({ id, reason, given, resolved = false, check }) => [
      id,
      {
        description: reason,
        message: '{{error}}',
        severity: 'error' as const,
        given,
        resolved,
        // oxlint-disable-next-line unicorn/no-thenable -- what Spectral calls it
        then: {
          function: (value: unknown, _options: unknown, { path }: { path: (string | number)[] }): IFunctionResult[] =>
            typeof value === 'object' && value !== null
              ? check(value as never, path).map((message) => ({ message }))
              : [],
        },
      },
    ]),
  ),
});

const pointerOf = (path: (string | number)[]): string =>
  `#${path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')}`;
