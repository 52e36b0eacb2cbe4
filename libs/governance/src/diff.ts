import type { DiffOptions, Finding } from './finding.js';

/** What changed in meaning between two parsed contracts (OpenAPI 2.0–3.1, AsyncAPI 3), breaking changes first. */
export function diff(base: unknown, revision: unknown, options: DiffOptions = {}): Finding[] {
  void [base, revision, options];
  return [];
}
