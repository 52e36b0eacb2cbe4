import type { Classification } from '#contracts';
import type { Caller } from '#platform';

/** What a role may see beyond what is public or internal. Restricted fields are in no view. */
const clearances: Readonly<Record<string, Classification[]>> = {
  'finance-operations': ['confidential', 'personal'],
  pmo: ['confidential', 'personal'],
  'resource-management': ['confidential', 'personal'],
  'hr-operations': ['personal'],
  executive: ['confidential'],
};

/** Classes of fields a caller may see: a person by their roles, a program by its scopes, e.g. `fields.confidential`. */
export function clearanceOf({ roles, scopes }: Pick<Caller, 'roles' | 'scopes'>): Set<Classification> {
  const asked = ['confidential', 'personal'] as const;
  return new Set<Classification>([
    'public',
    'internal',
    ...roles.flatMap((role) => clearances[role] ?? []),
    ...asked.filter((name) => scopes.includes(`fields.${name}`)),
  ]);
}

interface Described {
  type?: unknown;
  nullable?: boolean;
  'x-classification'?: Classification;
}

const fieldsOf = (type: new () => object): string[] =>
  ((Reflect.getMetadata('swagger/apiModelPropertiesArray', type.prototype as object) ?? []) as string[]).map((name) =>
    name.slice(1),
  );

const described = (type: new () => object, field: string): Described =>
  (Reflect.getMetadata('swagger/apiModelProperties', type.prototype as object, field) ?? {}) as Described;

/** Contract classes are named by functions called `type`, alone or in a list. */
function nestedIn({ type }: Described): (new () => object) | null {
  if (typeof type !== 'function' || type.name !== 'type') return null;
  const named = (type as () => unknown)();
  return (Array.isArray(named) ? named[0] : named) as new () => object;
}

/**
 * An answer without the fields its reader may not see: lists are empty, what may be absent is null, and what cannot do
 * without such a field is left out itself, so that every answer keeps to its contract.
 */
export function maskedFor(clearance: ReadonlySet<Classification>, answer: unknown, type: new () => object): unknown {
  if (Array.isArray(answer)) {
    return answer.map((one) => maskedFor(clearance, one, type)).filter((one) => one !== undefined);
  }
  if (!answer || typeof answer !== 'object') return answer;
  const shown: Record<string, unknown> = { ...answer };
  for (const field of fieldsOf(type)) {
    if (!(field in shown)) continue;
    const facts = described(type, field);
    const nested = nestedIn(facts);
    if (clearance.has(facts['x-classification'] ?? 'internal')) {
      if (nested) shown[field] = maskedFor(clearance, shown[field], nested) ?? null;
    } else if (Array.isArray(shown[field])) shown[field] = [];
    else if (facts.nullable) shown[field] = null;
    else return undefined;
  }
  return shown;
}
