import type { OwnershipRule } from '../estate/estate.js';

/** What can be owned of a record: groups of its attributes, and separately the events of its life. */
export const kinds = ['attributes', 'events'] as const;
export type Kind = (typeof kinds)[number];

/** What a rule is about; a list that is none has been complained of already. */
export const itemsOf = (rule: OwnershipRule, kind: Kind): string[] => {
  const list: unknown = rule[kind];
  return Array.isArray(list) ? (list as string[]) : [];
};
