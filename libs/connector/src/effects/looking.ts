import type { Claim } from './effect-ledger.js';
import type { Owned } from './effect.repository.js';
import { type Attempt, type Memo, seenOf, seenSince, settleFound } from './protocol.js';

type Learned = Partial<Attempt> & { result: unknown };

/** The references of a batch that need no sending any more. */
export const settledOf = (memo: Memo): Set<string> => new Set(memo.settled?.map(({ reference }) => reference));

/** Makes items this effect's own; answers those that another effect has. */
type Own = (references: string[]) => Promise<Owned[]>;

/** Reads the vendor, or what we noted, for what earlier attempts may have left there, as the write's safety says. */
export async function look({ vendor, write, input, attempt }: Claim, own: Own): Promise<Learned> {
  const { safety } = write;
  const { memo, doubt } = attempt;
  switch (safety.strategy) {
    case 'transition': {
      const result = await safety.isDone(vendor, input);
      return { seen: result === null ? 'missing' : 'there', result };
    }
    case 'reference':
    case 'key': {
      const found = await safety.find(vendor, input);
      return { seen: seenOf(found.length), result: found[0] };
    }
    case 'batch': {
      const references = safety.references(input);
      const open = references.filter((reference) => !settledOf(memo).has(reference));
      const settled = [
        ...(memo.settled ?? []),
        ...settleFound(open, open.length > 0 ? await safety.find(vendor, input, open) : []),
      ];
      const all = settled.length === references.length;
      return { seen: all ? 'there' : 'missing', memo: { ...memo, settled }, result: settled };
    }
    case 'once': {
      const references = safety.references(input);
      const open = references.filter((reference) => !settledOf(memo).has(reference));
      const owned = doubt ? [] : await own(open);
      const settled = [
        ...(memo.settled ?? []),
        ...owned.map(({ reference }) => ({ reference, status: 'applied' as const, result: null })),
      ];
      const all = settled.length === references.length;
      const reserved = owned.every(({ made }) => made);
      return { seen: all ? 'there' : 'missing', reserved, memo: { ...memo, settled }, result: settled };
    }
    case 'count': {
      const records = await safety.list(vendor, input);
      const ids = records.map((record) => safety.idOf(record));
      if (!doubt || !memo.counted) return { seen: 'missing', memo: { ...memo, counted: ids }, result: null };
      const { seen, added } = seenSince(memo.counted, ids);
      return { seen, result: records.find((record) => safety.idOf(record) === added) };
    }
    case 'upsert':
    case 'absolute':
    case 'job':
      return { seen: 'missing', result: null };
  }
}
