import { attributeGroups, events, groupOf, lifecycleOf, writtenGroups } from '#contracts';
import { Failure } from '#kernel';
import { itemsOf, kinds } from './items.js';
import type { Item, Ownership } from './ownership.js';

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

/** What holds an item to its owner, in words. */
export function heldBy(item: Item): string {
  if (item.kind === 'events') return isTold(item) ? 'checked when it is told' : 'declared only: no event tells it yet';
  return writersOf(item).join(', ') || 'declared only: no operation writes it yet';
}

/** Whether a platform can tell the step. */
const isTold = ({ record, name }: Item): boolean =>
  Object.values(events).some(({ type }) => {
    const told = lifecycleOf(type);
    return told?.record === record && told.step === name;
  });
