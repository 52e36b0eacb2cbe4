import { compareContracts } from './compare/contracts.js';
import { contractOf } from './document/contract.js';
import { DiffOptions, Finding, Level } from './finding.js';

const order: readonly Level[] = ['breaking', 'dangerous', 'safe', 'documentation'];

/**
 * What changed in meaning between two parsed contracts (OpenAPI 3.0 and 3.1, Swagger 2.0, AsyncAPI 3), breaking changes
 * first. A document that is none of these is an Unreadable.
 */
export function diff(base: unknown, revision: unknown, options: DiffOptions = {}): Finding[] {
  const found = compareContracts({
    base: contractOf(base, 'base'),
    revision: contractOf(revision, 'revision'),
    terms: { today: options.today ?? new Date().toISOString().slice(0, 10), sunsetDays: options.sunsetDays ?? 0 },
  });
  const { levels } = options;
  const judged = levels === undefined ? found : found.map((one) => ({ ...one, level: levels[one.rule] ?? one.level }));
  return order.flatMap((level) => judged.filter((one) => one.level === level));
}
