import { groupAmong, writtenGroups } from '#contracts';
import { fingerprint } from '#kernel';

/** What a write says about attributes somebody can own; kept with its effect, as prints and never as values. */
export interface Written {
  /** The record, by our reference. */
  reference: string;
  /** `worker.cost-centre` → print of the values of the group. */
  groups: Record<string, string>;
}

/** What an operation writes of a record's attribute groups; null where nobody can own what it writes. */
export function writtenBy(operation: string, input: unknown): Written | null {
  const declared = writtenGroups[operation];
  const { reference, ...parts } = input as { reference?: string };
  if (!declared || !reference) return null;
  const values = new Map<string, Record<string, unknown>>();
  for (const [field, value] of Object.values(parts).flatMap((part) => Object.entries(part as object))) {
    const group = groupAmong(declared.groups, field);
    // Absent is null in our contracts.
    if (group) values.set(group, { ...values.get(group), [field]: (value as unknown) ?? null });
  }
  return { reference, groups: Object.fromEntries([...values].map(([group, fields]) => [group, fingerprint(fields)])) };
}
