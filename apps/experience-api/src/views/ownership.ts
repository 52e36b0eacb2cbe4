import type { OwnershipView } from '#contracts';
import {
  allItems,
  citation,
  type EstateView,
  heldBy,
  type Item,
  itemName,
  type OwnershipRule,
  scopeWords,
} from '#platform';

/** The ownership matrix: a row for each part of a record and region; two where its legal entities differ. */
export function ownershipOf(estate: EstateView): OwnershipView[] {
  const regions = [...new Set(estate.legalEntities.map(({ country }) => country))].sort();
  const rows = allItems(estate.ownership).flatMap((item) => regions.flatMap((region) => rowsOf(estate, item, region)));
  return rows.toSorted((one, other) => keyOf(one).localeCompare(keyOf(other)));
}

const keyOf = ({ record, kind, item, region, legalEntities }: OwnershipView): string =>
  [record, kind, item, region, ...legalEntities].join(' ');

function rowsOf(estate: EstateView, item: Item, region: string): OwnershipView[] {
  const byRule = new Map<OwnershipRule | undefined, string[]>();
  for (const { code } of estate.legalEntities.filter(({ country }) => country === region)) {
    const rule = estate.ownership.ruleFor(item, code);
    byRule.set(rule, [...(byRule.get(rule) ?? []), code]);
  }
  return [...byRule].map(([rule, legalEntities]) => ({
    record: item.record,
    item: item.name,
    kind: item.kind,
    region,
    legalEntities,
    owner: rule?.owner ?? null,
    instances: rule
      ? [...new Set(legalEntities.flatMap((code) => estate.ownership.instancesOf(rule.owner, code)))]
      : [],
    rule: rule ? inWords(item, rule) : `Nobody owns ${itemName(item)}: whoever writes it last is right.`,
    place: rule ? citation(rule) : null,
    heldBy: heldBy(item),
  }));
}

const inWords = (item: Item, rule: OwnershipRule): string =>
  item.kind === 'events'
    ? `Only ${rule.owner} tells ${itemName(item)}, ${scopeWords(rule)}.`
    : `${rule.owner} decides ${itemName(item)}, ${scopeWords(rule)}; others write it only the first time.`;
