/** How the items of a group are written. */
export interface Writes<Item, Answer> {
  /** Writes them in one commit; answers each in its place, `undefined` for one that has to be written alone. */
  together: (items: Item[]) => Promise<(Answer | undefined)[]>;
  alone: (item: Item) => Promise<Answer>;
}

interface Waiting<Item, Answer> {
  item: Item;
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
}

const longestGroup = 200;

/**
 * Writes what many callers have to write at a time in one commit: while one is under way, the next fills up. Items are
 * written in the order they came in; each caller gets its own answer, or its own failure.
 */
export class GroupCommit<Item, Answer> {
  private readonly queue: Waiting<Item, Answer>[] = [];
  private busy = false;

  constructor(private readonly writes: Writes<Item, Answer>) {}

  /** Resolves once the item is committed. */
  write(item: Item): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.queue.push({ item, resolve, reject });
      if (!this.busy) void this.run();
    });
  }

  private async run(): Promise<void> {
    this.busy = true;
    while (this.queue.length > 0) {
      // Who was just answered goes on at once, and what it writes next belongs into this commit.
      await new Promise(setImmediate);
      await this.commit(this.queue.splice(0, longestGroup));
    }
    this.busy = false;
  }

  private async commit(group: Waiting<Item, Answer>[]): Promise<void> {
    // What hinders the group may be one item's own: written alone, each succeeds or fails for itself.
    const answers = await this.writes.together(group.map(({ item }) => item)).catch(() => []);
    for (const [at, { item, resolve, reject }] of group.entries()) {
      const answer = answers[at];
      if (answer === undefined) await this.writes.alone(item).then(resolve, reject);
      else resolve(answer);
    }
  }
}

/** Whether a statement waits for rows that others have locked, or leaves them out. */
export type Locked = 'skip locked' | '';

/** A row under the fence that its holder got with it. */
export interface Fenced {
  id: string;
  fence: number;
}

export const fenceKey = ({ id, fence }: Fenced): string => `${id} ${fence}`;

/**
 * Changes of rows under their fences: `write` answers which of them were still held, and each caller learns whether its
 * own was. A group leaves out what others have locked; alone, it is waited for.
 */
export const fencedCommit = <Item>(
  fenceOf: (item: Item) => Fenced,
  write: (items: Item[], locked: Locked) => Promise<Fenced[]>,
): GroupCommit<Item, boolean> =>
  new GroupCommit<Item, boolean>({
    together: async (items) => {
      const held = new Set((await write(items, 'skip locked')).map(fenceKey));
      return items.map((item) => held.has(fenceKey(fenceOf(item))) || undefined);
    },
    alone: async (item) => (await write([item], '')).some((one) => fenceKey(one) === fenceKey(fenceOf(item))),
  });

/** Takes a value out: of several that ask for it in one group only the first gets it. */
export function takeOut<Key, Value>(values: Map<Key, Value>, key: Key): Value | undefined {
  const value = values.get(key);
  values.delete(key);
  return value;
}
