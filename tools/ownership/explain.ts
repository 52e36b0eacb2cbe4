import { Failure } from '#kernel';
import {
  allItems,
  citation,
  type Domain,
  type EstateView,
  heldBy,
  type Item,
  itemName,
  itemNamed,
  type OwnershipRule,
  scopeWords,
  writersOf,
} from '#platform';

/** Where a question is asked for; everywhere unless it says so. */
export interface Where {
  region?: string;
  legalEntity?: string;
}

/** Who owns a field, a group or a step, by which rule, who may write it and who receives it. */
export function explain(target: string, estate: EstateView, where: Where): string[] {
  const item = itemNamed(target, estate.ownership);
  const byRule = new Map<OwnershipRule | undefined, string[]>();
  for (const code of entitiesOf(estate, where)) {
    const rule = estate.ownership.ruleFor(item, code);
    byRule.set(rule, [...(byRule.get(rule) ?? []), code]);
  }
  const title =
    target === itemName(item)
      ? `${target}: ${nounOf(item)}`
      : `${target} is part of ${itemName(item)}, ${nounOf(item)}`;
  return [title, ...[...byRule].flatMap(([rule, codes]) => answer(estate, item, rule, codes))];
}

/** Every item with its owner, its rule and what holds it. */
export function matrix(estate: EstateView): string[] {
  const rows = allItems(estate.ownership).flatMap((item) => {
    const rules = estate.ownership.rules.filter(
      (rule) => rule.record === item.record && rule[item.kind]?.includes(item.name),
    );
    const held = heldBy(item);
    if (rules.length === 0) return [[itemName(item), 'nobody', '', '', held]];
    return rules.map((rule) => [itemName(item), rule.owner, scopeWords(rule), citation(rule), held]);
  });
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function answer(estate: EstateView, item: Item, rule: OwnershipRule | undefined, codes: string[]): string[] {
  if (!rule) return [`for ${codes.join(', ')}`, '  owner     nobody: whoever writes last is right'];
  const owners = [...new Set(codes.flatMap((code) => estate.ownership.instancesOf(rule.owner, code)))].join(', ');
  const say =
    item.kind === 'events'
      ? [`  may tell  ${owners}`]
      : [
          `  may write ${owners}, and people; others only the first time, and what changes nothing`,
          `  receives  ${receivers(estate, item, codes).join('; ') || 'nobody'}`,
        ];
  return [
    `for ${codes.join(', ')}`,
    `  owner     ${rule.owner}: ${owners}`,
    `  rule      ${citation(rule)} (${scopeWords(rule)})`,
    ...say,
  ];
}

const receivers = (estate: EstateView, item: Item, codes: string[]): string[] =>
  writersOf(item).map((operation) => {
    const [domain = ''] = operation.split('.');
    const instances = codes.flatMap((code) => estate.ownership.instancesOf(domain as Domain, code));
    return `${[...new Set(instances)].join(', ')} (${operation})`;
  });

const nounOf = ({ kind }: Item): string => (kind === 'events' ? 'a step of its life' : 'a group of attributes');

function entitiesOf(estate: EstateView, { region, legalEntity }: Where): string[] {
  const found = estate.legalEntities.filter(
    ({ code, country }) => (!region || country === region) && (!legalEntity || code === legalEntity),
  );
  if (found.length > 0) return found.map(({ code }) => code);
  throw new Failure('rejected', `no legal entity is "${legalEntity ?? region}"`, {
    remedy: `use one of ${estate.legalEntities.map(({ code, country }) => `${code} (${country})`).join(', ')}`,
  });
}
