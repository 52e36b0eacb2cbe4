import type { AcquiredRow } from './acquisition-file.js';
import type { Directory } from './directory.js';
import { type Match, matchOf } from './duplicates.js';
import { keyOf, type Mapping, propose } from './proposals.js';

interface Compared<Row> {
  rows: Row[];
  mappings: Mapping[];
}

/** The rows of an acquisition and its values beside our people and values of today; what is decided stays decided. */
export function compared<Row extends AcquiredRow & { match: Match; pass: number | null }>(
  { rows, mappings }: Compared<Row>,
  directory: Directory,
): Compared<Row> {
  const decided = new Map(mappings.filter(({ state }) => state === 'accepted').map((one) => [keyOf(one), one]));
  const before = new Map(mappings.map((one) => [keyOf(one), one]));
  const now = propose(rows, directory).map((proposed): Mapping => {
    const known = before.get(keyOf(proposed));
    const changed = known && (known.value !== proposed.value || known.state !== proposed.state);
    return decided.get(keyOf(proposed)) ?? { ...proposed, version: (known?.version ?? 1) + (changed ? 1 : 0) };
  });
  const location = new Map(now.filter(({ kind }) => kind === 'location').map(({ foreign, value }) => [foreign, value]));
  return {
    mappings: now,
    rows: rows.map((row) => {
      if (row.pass !== null) return row;
      return { ...row, match: matchOf(row, location.get(row.location ?? '') ?? null, directory.people) };
    }),
  };
}
