import type { World } from '../../core/simulator.js';
import { SalesforceError } from './errors.js';

/** The rest of a query's rows, waiting to be fetched. */
export interface Cursor {
  id: string;
  text: string;
  ids: string[];
  /** Rows on a page. */
  size: number;
}

interface Kept extends Cursor {
  openedAt: string;
}

// Assumptions, unconfirmed by the vendor: how long a cursor lives and how many a user has.
const lifetimeMs = 2 * 24 * 3_600_000;
const mostCursors = 10;

/** Keeps a query open; the user's oldest one gives way. */
export function openCursor(world: World, cursor: Omit<Cursor, 'id'>): string {
  for (const { id } of world.store.list<Kept>('cursor').slice(0, 1 - mostCursors)) world.store.delete('cursor', id);
  const id = `0r8xx${world.store.next('cursor').toString(36).toUpperCase().padStart(13, '0')}`;
  const kept: Kept = { ...cursor, id, openedAt: world.now().toISOString() };
  world.store.put('cursor', id, kept);
  return id;
}

/** What a locator such as `0r8xx…-2000` stands for. */
export function cursorNamed(world: World, locator: string): { cursor: Cursor; offset: number } {
  const [, id, offset] = /^(\w+)-(\d+)$/.exec(locator) ?? [];
  const cursor = world.store.get<Kept>('cursor', id ?? '');
  const isAlive = cursor && world.now().getTime() - Date.parse(cursor.openedAt) < lifetimeMs;
  if (!isAlive || Number(offset) >= cursor.ids.length)
    throw new SalesforceError(400, 'INVALID_QUERY_LOCATOR', 'invalid query locator');
  return { cursor, offset: Number(offset) };
}
