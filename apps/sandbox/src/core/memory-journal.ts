import type { Journal, LedgerEntry, Pending, Snapshot } from './store.js';

/** A journal that forgets: for tests of one simulator, which look at `entries`. */
export class MemoryJournal implements Journal {
  readonly entries: LedgerEntry[] = [];

  load(): Promise<Snapshot> {
    return Promise.resolve({ records: [], sequences: [] });
  }

  append(_simulator: string, changes: Pending[]): Promise<void> {
    for (const change of changes) if (change.kind === 'ledger') this.entries.push(change.entry);
    return Promise.resolve();
  }
}
