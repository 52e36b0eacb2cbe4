import { compareContracts } from './compare/contracts.js';
import { Contracts } from './compare/pairs.js';
import { contractOf } from './document/contract.js';
import { DiffOptions, Finding, Level } from './finding.js';
import { Unreadable } from './read/unreadable.js';

const order: readonly Level[] = ['breaking', 'dangerous', 'safe', 'documentation'];

/**
 * What changed in meaning between two parsed contracts (OpenAPI 3.0 and 3.1, Swagger 2.0, AsyncAPI 3), breaking changes
 * first. A document that is none of these is an Unreadable.
 */
export function diff(base: unknown, revision: unknown, options: DiffOptions = {}): Finding[] {
  const found = compared({
    base: contractOf(base, 'base'),
    revision: contractOf(revision, 'revision'),
    terms: {
      today: options.today ?? new Date().toISOString().slice(0, 10),
      sunsetDays: options.sunsetDays ?? 0,
      acrossMajors: options.acrossMajors ?? false,
    },
  });
  const { levels } = options;
  const judged = levels === undefined ? found : found.map((one) => ({ ...one, level: levels[one.rule] ?? one.level }));
  return order.flatMap((level) => judged.filter((one) => one.level === level));
}

/** References can lead from one to the next so often that no stack holds it; nobody wrote such a document by hand. */
function compared(contracts: Contracts): Finding[] {
  try {
    return compareContracts(contracts);
  } catch (thrown) {
    if (!(thrown instanceof RangeError)) throw thrown;
    throw new Unreadable('base or revision', [{ message: 'has references that lead deeper than can be followed' }]);
  }
}
