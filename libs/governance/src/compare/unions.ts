import { Change, SchemaPair } from './change.js';
import { alike } from '../schema/alike.js';
import { Shape, Union } from '../schema/shape.js';
import { Side, Subsets } from '../schema/subset.js';

/** Alternatives of two versions that belong together, and those that found none. */
export interface Alternatives {
  kind: Union['kind'];
  pairs: readonly (readonly [Side, Side])[];
  removed: readonly Side[];
  added: readonly Side[];
}

/** Names of the components each document has. */
export interface Known {
  base: ReadonlySet<string>;
  revision: ReadonlySet<string>;
}

/** Finds, for alternatives of one version, those of the other they became. */
export class Matcher {
  constructor(
    private readonly known: Known,
    private readonly subsets: Subsets,
  ) {}

  /** Both have as many unions: each is compared for itself; otherwise a schema without one is the only alternative. */
  alternatives({ base, revision }: SchemaPair): Alternatives[] {
    const [was, is] = [base.shape.unions, revision.shape.unions];
    if (was.length === is.length) {
      return was.map((union, at) => this.match(union.kind, plain(base, union), plain(revision, is[at]!)));
    }
    const [mine, theirs] = [withValue(base), withValue(revision)];
    const kind = (was[0] ?? is[0])!.kind;
    return [
      this.match(
        kind,
        was.length > is.length ? whole(mine) : [mine],
        was.length > is.length ? [theirs] : whole(theirs),
      ),
    ];
  }

  private match(kind: Union['kind'], was: readonly Side[], is: readonly Side[]): Alternatives {
    const pairs: (readonly [Side, Side])[] = [];
    const removed = new Set(was);
    const added = new Set(is);
    for (const fits of this.tests()) {
      for (const mine of removed) {
        const partner = [...added].find((theirs) => fits(mine, theirs));
        if (partner === undefined) continue;
        pairs.push([mine, partner]);
        removed.delete(mine);
        added.delete(partner);
      }
    }
    return { kind, pairs, removed: [...removed], added: [...added] };
  }

  /** From the surest sign that two alternatives are one to the weakest. */
  private tests(): ((mine: Side, theirs: Side) => boolean)[] {
    const free = (mine: Side, theirs: Side): boolean => !this.isReplaced(mine.shape, theirs.shape);
    return [
      (mine, theirs) => mine.shape.name !== undefined && mine.shape.name === theirs.shape.name,
      (mine, theirs) => free(mine, theirs) && isAlike(mine, theirs),
      (mine, theirs) => free(mine, theirs) && tagged(mine, theirs) === true,
      (mine, theirs) => mine.shape.title !== undefined && mine.shape.title === theirs.shape.title,
      (mine, theirs) => free(mine, theirs) && (this.subsets.proves(mine, theirs) || this.subsets.proves(theirs, mine)),
      (mine, theirs) => free(mine, theirs) && tagged(mine, theirs) !== false && sharesNames(mine.shape, theirs.shape),
      (mine, theirs) => free(mine, theirs) && tagged(mine, theirs) !== false && sharesKinds(mine.shape, theirs.shape),
    ];
  }

  /** Another component took the place of one that still exists: not a rename. */
  isReplaced(was: Shape, is: Shape): boolean {
    if (was.name === undefined || is.name === undefined || was.name === is.name) return false;
    return this.known.revision.has(was.name) || this.known.base.has(is.name);
  }
}

/** What is told of alternatives that found no partner. */
export function unionChanges({ kind, removed, added }: Alternatives, pair: SchemaPair, matcher: Matcher): Change[] {
  const word = kind === 'oneOf' ? 'one-of' : 'any-of';
  const firm = removed.some((mine) => added.some((theirs) => matcher.isReplaced(mine.shape, theirs.shape)));
  const open = pair.place.direction === 'response' && kind === 'anyOf';
  const told = { keyword: kind, ...(firm ? { firm } : {}) };
  return [
    ...removed.map(({ shape }): Change => {
      const name = labelOf(shape);
      return {
        ...told,
        rule: `*-${word}-removed`,
        move: 'narrower',
        before: name,
        after: null,
        what: `the alternative ${name} was removed`,
      };
    }),
    ...added.map(({ shape }): Change => {
      const name = labelOf(shape);
      const level = open ? ({ level: 'dangerous' } as const) : {};
      return {
        ...told,
        ...level,
        rule: `*-${word}-added`,
        move: 'wider',
        before: null,
        after: name,
        what: `the alternative ${name} was added`,
      };
    }),
  ];
}

function labelOf(shape: Shape): string {
  return shape.name ?? shape.title ?? ([...shape.kinds].join(' or ') || 'that allows nothing');
}

function plain({ shaper }: Side, union: Union): Side[] {
  return union.alternatives.map((one) => ({ shaper, shape: shaper.shape([one]) }));
}

function whole({ shape, shaper }: Side): Side[] {
  return shape.unions[0]!.alternatives.map((_, index) =>
    withValue({ shaper, shape: shaper.alternative(shape, 0, index) }),
  );
}

/** Null is compared where the alternatives are listed, not in each. */
function withValue({ shape, shaper }: Side): Side {
  const kinds = [...shape.kinds].filter((kind) => kind !== 'null');
  return { shaper, shape: kinds.length === shape.kinds.size ? shape : shaper.only(shape, kinds) };
}

function isAlike(mine: Side, theirs: Side): boolean {
  const [a, b] = [mine.shape.parts, theirs.shape.parts];
  return (
    a.length === b.length &&
    a.every(({ raw, at }, index) => {
      const other = b[index]!;
      return alike({ value: raw, at }, mine.shaper.source, { value: other.raw, at: other.at }, theirs.shaper.source);
    })
  );
}

/** Whether properties with one value only say that these are the same alternative, or that they are not. */
function tagged(mine: Side, theirs: Side): boolean | undefined {
  const tags = tagsOf(mine);
  const others = tagsOf(theirs);
  const shared = [...tags.keys()].filter((name) => others.has(name));
  return shared.length === 0 ? undefined : shared.every((name) => tags.get(name) === others.get(name));
}

function tagsOf({ shape, shaper }: Side): Map<string, unknown> {
  const entries = [...shape.properties.keys()].map((name) => [name, shaper.property(shape, name).values] as const);
  return new Map(entries.flatMap(([name, values]) => (values?.length === 1 ? [[name, values[0]] as const] : [])));
}

function sharesNames(mine: Shape, theirs: Shape): boolean {
  return [...mine.properties.keys()].some((name) => theirs.properties.has(name));
}

function sharesKinds(mine: Shape, theirs: Shape): boolean {
  return [...mine.kinds].some((kind) => theirs.kinds.has(kind));
}
