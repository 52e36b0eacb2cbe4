import type { ExceptionFacts } from '#contracts';
import { exceptionTypes } from '#workflow';

/** What one alert is about. */
export interface Cause {
  /** The same for exceptions of the same cause. */
  key: string;
  /** What they have in common, in words. */
  scope: string;
  /** The instance it was met at, where it was one. */
  system: string | null;
}

/** Exceptions that a system brings about for everything that goes to it. */
const bySystem: ReadonlySet<string> = new Set(['approved-not-posted', 'posting-refused']);

/** Exceptions about the estate or a legal entity as a whole: whatever project they meet, one thing mends them. */
const byLegalEntity: ReadonlySet<string> = new Set([
  'unknown-legal-entity',
  'missing-route',
  'missing-window',
  'missing-tax-code',
  'missing-cost-centre',
  'missing-intercompany-price',
  'missing-hourly-cost',
  'unmapped-grade',
]);

/**
 * What has to be mended for an exception to go away: a system, a legal entity, else a project; an exception without any
 * of them, or of no known type, is put down to the system that refused the work, or else the app it stopped in.
 */
export function causeOf(facts: ExceptionFacts, app: string): Cause {
  const scope = scopeOf(facts) ?? facts.system ?? app;
  return { key: `${facts.code} of ${facts.role}: ${scope}`, scope, system: facts.system ?? null };
}

function scopeOf({ code, business: { project, legalEntity }, system }: ExceptionFacts): string | null {
  if (!(code in exceptionTypes)) return null;
  if (system && legalEntity && bySystem.has(code)) return `${system} for ${legalEntity}`;
  if (project && !byLegalEntity.has(code)) return `project ${project}`;
  return legalEntity && `legal entity ${legalEntity}`;
}
