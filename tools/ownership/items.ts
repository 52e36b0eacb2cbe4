import { attributeGroups, events, groupOf, lifecycleOf, writtenGroups } from '#contracts';
import { Failure } from '#kernel';
import { type Item, itemsOf, kinds, type Ownership } from '#platform';

/** What `worker.costCentre`, `worker.cost-centre` or `worker.hired` means. */
export function itemNamed(target: string, ownership: Ownership): Item {
  const [record = '', word = ''] = target.split('.');
  const group = groupOf(record, word)?.split('.')[1];
  const known = [...allItems(ownership)];
  const found = known.find((item) => item.record === record && (item.name === group || item.name === word));
  if (found) return found;
  const names = known.filter((item) => item.record === record).map(itemName);
  throw new Failure('rejected', `"${target}" is neither a field, an attribute group nor an event that can be owned`, {
    remedy: `use one of ${(names.length > 0 ? names : [...new Set(known.map((item) => item.record))]).join(', ')}`,
  });
}

/** Everything that can be owned: what the contracts know, and what the matrix names besides. */
export function allItems(ownership: Ownership): Item[] {
  const groups = Object.entries(attributeGroups).flatMap(([record, names]) =>
    Object.keys(names).map((name): Item => ({ kind: 'attributes', record, name })),
  );
  const named = ownership.rules.flatMap((rule) =>
    kinds.flatMap((kind) => itemsOf(rule, kind).map((name): Item => ({ kind, record: rule.record, name }))),
  );
  const all = [...groups, ...named];
  return [...new Map(all.map((item) => [`${item.kind} ${itemName(item)}`, item])).values()];
}

export const itemName = ({ record, name }: Item): string => `${record}.${name}`;

/** The operations that write a group of attributes, e.g. `scheduling.putResource`. */
export const writersOf = (item: Item): string[] =>
  Object.entries(writtenGroups)
    .filter(([, { groups }]) => groups.includes(itemName(item)))
    .map(([operation]) => operation);

/** Whether a platform can tell the step. */
export const isTold = ({ record, name }: Item): boolean =>
  Object.values(events).some(({ type }) => {
    const told = lifecycleOf(type);
    return told?.record === record && told.step === name;
  });
