import { invalidField } from './errors.js';
import type { Fields } from './fields.js';
import { type Line, type Stored, type Values, withoutNulls } from './record-type.js';

/**
 * Puts the sublists of a write onto those a record has. Lines that name one change it, all others are appended; a
 * sublist named in `replace` also loses the lines that were not sent (NetSuite help, "Updating a Sublist" and
 * "Replacing a Sublist").
 */
export function withMergedLines(fields: Fields, values: Values, before?: Stored, replace: string[] = []): Values {
  const merged = { ...values };
  for (const [name, sent] of Object.entries(values)) {
    const field = fields[name];
    if (field?.kind !== 'sublist') continue;
    const kept = (before?.[name] ?? []) as Line[];
    merged[name] = merge(name, field.key ?? 'line', kept, (sent ?? []) as Values[], replace.includes(name));
  }
  return merged;
}

function merge(name: string, key: 'line' | 'id', kept: Line[], sent: Values[], replacing: boolean): Line[] {
  const lines = new Map(kept.map((line) => [line.line, line]));
  const touched = new Set<number>();
  let last = Math.max(0, ...lines.keys());
  for (const [index, values] of sent.entries()) {
    const named = values[key] as number | undefined;
    if (named !== undefined && !lines.has(named)) throw invalidField(`${name}.items[${index}].${key}`, named);
    const line = named ?? (last += 1);
    lines.set(line, { ...changed(lines.get(line), values, line), [key]: line });
    touched.add(line);
  }
  return [...lines.values()].filter(({ line }) => !replacing || touched.has(line));
}

/** An amount follows from quantity and rate again when one of them changes. */
function changed(before: Line | undefined, values: Values, line: number): Line {
  const kept: Values = { ...before };
  if ('quantity' in values || 'rate' in values) delete kept.amount;
  return { ...withoutNulls({ ...kept, ...values }), line };
}
