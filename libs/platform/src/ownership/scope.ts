import type { LegalEntityConfig, OwnershipRule } from '../estate/estate.js';

/** How narrowly a rule speaks: for named legal entities, for a region, or for all. */
export const narrowness = ({ regions, legalEntities }: OwnershipRule): 0 | 1 | 2 =>
  legalEntities ? 2 : regions ? 1 : 0;

/** Whether a rule holds in a legal entity; where none is known, only rules for all do. */
export function holdsIn({ regions, legalEntities }: OwnershipRule, entity: LegalEntityConfig | undefined): boolean {
  if (legalEntities) return entity !== undefined && legalEntities.includes(entity.code);
  return !regions || (entity !== undefined && regions.includes(entity.country));
}

/** Whether two rules speak of one place with the same right. */
export function overlap(one: OwnershipRule, other: OwnershipRule): boolean {
  if (narrowness(one) !== narrowness(other)) return false;
  const names = (rule: OwnershipRule): unknown => rule.legalEntities ?? rule.regions ?? ['all'];
  const [mine, theirs] = [names(one), names(other)];
  return Array.isArray(mine) && Array.isArray(theirs) && mine.some((name) => theirs.includes(name));
}

/** In words, e.g. `in DE`. */
export const scopeWords = ({ regions, legalEntities }: OwnershipRule): string => {
  const names = legalEntities ?? regions;
  return names ? `in ${names.join(', ')}` : 'everywhere';
};
