import { Change, Place, SchemaPair, SchemaRule } from './change.js';
import { Child, alternatives, childrenOf } from './children.js';
import { Known, Matcher, unionChanges } from './unions.js';
import { alwaysRules, valueRules } from '../rules/schema/index.js';
import { type, sharesKinds } from '../rules/schema/type.js';
import { applies } from '../schema/applies.js';
import { wrappedInOneOf } from '../rules/schema/wrapped-in-one-of.js';
import { Subsets } from '../schema/subset.js';

interface Entry {
  changes: readonly Change[];
  children: readonly Child[];
}

/** A change with the pair and the place inside the message where it was found. */
export interface Located {
  change: Change;
  pair: SchemaPair;
  field: string;
  /** Nothing is refused that was accepted, or returned that was not. */
  harmless: boolean;
}

/** Compares schemas, each pair of them once, however often and in whatever loops the contract uses them. */
export class SchemaComparison {
  private readonly entries = new Map<string, Entry>();
  /** Pairs below which nothing changed. */
  private readonly quiet = new Set<string>();
  private readonly subsets = new Subsets();
  private readonly matcher: Matcher;

  constructor(known: Known) {
    this.matcher = new Matcher(known, this.subsets);
  }

  /** Every change of a pair and of all inside it. */
  changes(pair: SchemaPair): Located[] {
    if (!this.isTouched(pair)) return [];
    const found: Located[] = [];
    const seen = new Set<string>();
    const open = [{ pair, field: '', harmless: false }];
    for (let here = open.pop(); here !== undefined; here = open.pop()) {
      const key = keyOf(here.pair);
      if (this.quiet.has(key)) continue;
      const harmless = here.harmless || this.isHarmless(here.pair);
      const reached = harmless ? `${key}+` : key;
      if (seen.has(reached) || seen.has(key)) continue;
      seen.add(reached);
      const entry = this.entry(key, here.pair);
      for (const change of entry.changes) found.push({ change, pair: here.pair, field: here.field, harmless });
      for (const child of entry.children.toReversed())
        open.push({ pair: child, field: `${here.field}${child.step}`, harmless });
    }
    return found;
  }

  /** Whether anything changed at a pair or below it; what did not is never looked at again. */
  private isTouched(pair: SchemaPair): boolean {
    const seen = new Set<string>();
    const open = [pair];
    for (let here = open.pop(); here !== undefined; here = open.pop()) {
      const key = keyOf(here);
      if (seen.has(key) || this.quiet.has(key)) continue;
      seen.add(key);
      const { changes, children } = this.entry(key, here);
      if (changes.length > 0) return true;
      for (const child of children) open.push(child);
    }
    for (const key of seen) this.quiet.add(key);
    return false;
  }

  private isHarmless({ base, revision, place }: SchemaPair): boolean {
    return place.direction === 'request' ? this.subsets.proves(base, revision) : this.subsets.proves(revision, base);
  }

  private entry(key: string, pair: SchemaPair): Entry {
    const known = this.entries.get(key);
    if (known !== undefined) return known;
    const entry = this.compare(pair);
    this.entries.set(key, entry);
    return entry;
  }

  private compare(pair: SchemaPair): Entry {
    const by = (rules: readonly SchemaRule[]): Change[] => rules.flatMap((rule) => rule(pair));
    if (!sharesKinds(pair)) return { changes: by(alwaysRules), children: [] };
    const unions = this.matcher.alternatives(pair);
    const told = unions.flatMap((one) => unionChanges(one, pair, this.matcher));
    if (pair.base.shape.unions.length !== pair.revision.shape.unions.length) {
      const children = alternatives(pair, unions);
      const nulls = type(pair).filter(({ rule }) => rule.endsWith('nullable'));
      return { changes: [...nulls, ...wrappedInOneOf(pair), ...told, ...by(alwaysRules.slice(1))], children };
    }
    const values = by(valueRules).map((change) =>
      applies(change.keyword, pair.base.shape, pair.revision.shape) ? change : { ...change, firm: true },
    );
    return { changes: [...by(alwaysRules), ...values, ...told], children: childrenOf(pair, unions) };
  }
}

function keyOf({ base, revision, place }: SchemaPair): string {
  return `${flags(place)}|${base.shape.id}|${revision.shape.id}`;
}

function flags({ direction, kind, textual, repeated, ignored }: Place): string {
  return [direction, kind, textual, repeated, ignored].join();
}
