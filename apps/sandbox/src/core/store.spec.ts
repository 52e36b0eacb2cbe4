import { MemoryJournal } from './memory-journal.js';
import { Store } from './store.js';

describe('atomic work on a store', () => {
  let journal: MemoryJournal;
  let store: Store;
  beforeEach(() => {
    journal = new MemoryJournal();
    store = new Store('product', journal);
    for (const id of ['a', 'b', 'c']) store.put('thing', id, { id });
  });

  const entry = { operation: 'create', entity: 'thing', id: 'd', by: 'api' } as const;
  const breakOff = (work: () => void): void => {
    const attempt = (): void =>
      store.atomically(() => {
        work();
        throw new Error('no');
      });
    expect(attempt).toThrow('no');
  };

  test('that is broken off leaves records, their order, sequences and the ledger as they were', async () => {
    store.next('number');
    breakOff(() => {
      store.put('thing', 'd', { id: 'd' });
      store.put('thing', 'a', { id: 'changed' });
      store.delete('thing', 'b');
      store.next('number');
      store.record(entry);
    });
    expect(store.list('thing')).toEqual([{ id: 'a' }, { id: 'b' }, { id: 'c' }]);
    expect(store.next('number')).toBe(2);
    await store.settled();
    expect(journal.entries).toEqual([]);
  });

  test('that ends well is kept, unless it is part of work that is broken off', async () => {
    store.atomically(() => store.record(entry));
    breakOff(() => store.atomically(() => store.put('thing', 'd', { id: 'd' })));
    expect(store.get('thing', 'd')).toBeUndefined();
    await store.settled();
    expect(journal.entries).toEqual([entry]);
  });

  test('inside other work is taken back alone', () => {
    store.atomically(() => {
      store.put('thing', 'd', { id: 'd' });
      breakOff(() => store.put('thing', 'd', { id: 'changed' }));
    });
    expect(store.get('thing', 'd')).toEqual({ id: 'd' });
  });
});

describe('a look-up by a field', () => {
  const store = (): Store => {
    const made = new Store('product', new MemoryJournal());
    made.put('thing', 'a', { id: 'a', name: 'one' });
    made.put('thing', 'b', { id: 'b', name: 'two' });
    made.put('thing', 'c', { id: 'c', name: 'two' });
    return made;
  };
  const found = (of: Store, name: string): string | undefined => of.lookup<{ id: string }>('thing', 'name', name)?.id;

  test('finds the first record with the value, as a search through all would', () => {
    const things = store();
    expect([found(things, 'one'), found(things, 'two'), found(things, 'three')]).toEqual(['a', 'b', undefined]);
  });

  test('follows records that are made, changed and deleted', () => {
    const things = store();
    found(things, 'two');
    things.put('thing', 'd', { id: 'd', name: 'three' });
    expect(found(things, 'three')).toBe('d');
    things.put('thing', 'b', { id: 'b', name: 'three' });
    expect([found(things, 'two'), found(things, 'three')]).toEqual(['c', 'b']);
    things.delete('thing', 'c');
    expect(found(things, 'two')).toBeUndefined();
  });

  test('finds every record with the value, in the order they were made', () => {
    const things = store();
    const all = (name: string): string[] => things.where<{ id: string }>('thing', 'name', name).map(({ id }) => id);
    expect([all('two'), all('three')]).toEqual([['b', 'c'], []]);
    things.put('thing', 'd', { id: 'd', name: 'two' });
    things.put('thing', 'a', { id: 'a', name: 'two' });
    expect(all('two')).toEqual(['a', 'b', 'c', 'd']);
    things.delete('thing', 'b');
    expect(all('two')).toEqual(['a', 'c', 'd']);
  });

  test('knows nothing of work that was broken off', () => {
    const things = store();
    found(things, 'two');
    const work = (): void =>
      things.atomically(() => {
        things.put('thing', 'd', { id: 'd', name: 'three' });
        things.put('thing', 'b', { id: 'b', name: 'four' });
        found(things, 'three');
        throw new Error('no');
      });
    expect(work).toThrow('no');
    expect([found(things, 'two'), found(things, 'three'), found(things, 'four')]).toEqual(['b', undefined, undefined]);
  });
});
