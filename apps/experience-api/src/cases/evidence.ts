import type { EvidenceRow, EvidenceSource } from '#contracts';
import { sameAmount } from '#kernel';

/** What one system holds of a case, and as of when that is known. */
export interface Side extends Pick<EvidenceSource, 'system' | 'instance' | 'record' | 'url' | 'asOf'> {
  /** By name of the thing, the same in each system; null where the system holds nothing. */
  facts: Record<string, string | null>;
}

/** What the gateway itself holds stands beside what the systems say. */
export const gateway = 'Throughline';

/** Of each system its own: that another had other work done does not contradict it. */
export const lastDone = 'done there last';

/** A side that holds facts only. */
export const sideOf = (
  system: string,
  facts: Side['facts'],
  more: Partial<Omit<Side, 'system' | 'facts'>> = {},
): Side => ({
  system,
  instance: null,
  record: null,
  url: null,
  asOf: null,
  ...more,
  facts,
});

/** One side a system: what is known of it from several places, the later of them where they speak of the same. */
export function merged(sides: Side[]): Side[] {
  const bySystem = new Map<string, Side>();
  for (const side of sides) {
    const known = bySystem.get(side.system);
    bySystem.set(side.system, known ? both(known, side) : side);
  }
  return [...bySystem.values()];
}

const both = (one: Side, other: Side): Side => ({
  system: one.system,
  instance: one.instance ?? other.instance,
  record: one.record ?? other.record,
  url: one.url ?? other.url,
  asOf:
    [one.asOf, other.asOf]
      .filter((at) => at !== null)
      .toSorted()
      .at(-1) ?? null,
  facts: { ...one.facts, ...other.facts },
});

/** What the systems say, a row a thing; what they differ in first. */
export function sideBySide(sides: Side[]): EvidenceRow[] {
  const fields = [...new Set(sides.flatMap(({ facts }) => Object.keys(facts)))];
  return fields
    .map((field) => {
      const values = sides
        .filter(({ facts }) => field in facts)
        .map(({ system, facts }) => ({ system, value: facts[field] ?? null }));
      return { field, differs: field !== lastDone && differ(values.map(({ value }) => value)), values };
    })
    .filter(({ values }) => values.some(({ value }) => value !== null))
    .sort((one, other) => Number(other.differs) - Number(one.differs));
}

/** Who says nothing does not contradict. */
function differ(values: (string | null)[]): boolean {
  const [first, ...others] = values.filter((value) => value !== null);
  return first !== undefined && others.some((other) => !same(first, other));
}

const moneyIn = /^(-?\d+(?:\.\d+)?) ([A-Z]{3})$/;

function same(one: string, other: string): boolean {
  const [a, b] = [moneyIn.exec(one), moneyIn.exec(other)];
  if (a && b) return sameAmount({ amount: a[1]!, currency: a[2]! }, { amount: b[1]!, currency: b[2]! });
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
