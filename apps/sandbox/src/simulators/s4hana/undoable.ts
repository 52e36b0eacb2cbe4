import type { World } from '../../core/simulator.js';
import type { Store } from '../../core/store.js';

/** A world in which everything written can be taken back; the ledger hears of it when it is kept. */
export interface Trial {
  world: World;
  keep: () => void;
  takeBack: () => void;
}

/** Number ranges do not give numbers back, as at the vendor. */
export function trialOf(world: World): Trial {
  const { store } = world;
  const undo: (() => void)[] = [];
  const entries: (() => void)[] = [];
  const remember = (collection: string, id: string): void => {
    const before = store.get<object>(collection, id);
    undo.push(() => (before ? store.put(collection, id, before) : store.delete(collection, id)));
  };
  const trial = Object.create(store) as Store;
  trial.put = (collection, id, data) => {
    remember(collection, id);
    store.put(collection, id, data);
  };
  trial.delete = (collection, id) => {
    remember(collection, id);
    store.delete(collection, id);
  };
  return {
    world: {
      ...world,
      store: trial,
      ledger: (request, entry) => void entries.push(() => world.ledger(request, entry)),
    },
    keep: () => entries.forEach((tell) => tell()),
    takeBack: () => undo.toReversed().forEach((step) => step()),
  };
}
