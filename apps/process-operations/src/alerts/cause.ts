import type { ExceptionFacts } from '#contracts';
import type { Domain, EstateView } from '#platform';
import { exceptionTypes } from '#workflow';

/** What one alert is about. */
export interface Cause {
  /** The same for exceptions of the same cause. */
  key: string;
  /** What they have in common, in words. */
  scope: string;
  /** The instance that is behind it, where it is one system. */
  system: string | null;
}

/** Exceptions that a system brings about for everything that goes to it, and the domain it serves. */
const bySystem: Readonly<Record<string, Domain>> = {
  'approved-not-posted': 'erp',
  'posting-refused': 'erp',
};

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
 * of them, or of no known type, is put down to the app it stopped in.
 */
export function causeOf({ code, role, business }: ExceptionFacts, app: string, estate: EstateView): Cause {
  const { project, legalEntity } = business;
  const system = systemOf(code, legalEntity, estate);
  const isKnown = code in exceptionTypes;
  const scope = system
    ? `${system} for ${legalEntity}`
    : isKnown && project && !byLegalEntity.has(code)
      ? `project ${project}`
      : isKnown && legalEntity
        ? `legal entity ${legalEntity}`
        : app;
  return { key: `${code} of ${role}: ${scope}`, scope, system };
}

function systemOf(code: string, legalEntity: string | null, { estate }: EstateView): string | null {
  const domain = bySystem[code];
  const route = domain && estate.routing[domain];
  if (!route || !legalEntity) return null;
  return typeof route === 'string' ? route : (route[legalEntity] ?? null);
}
