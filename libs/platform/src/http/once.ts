import { AsyncLocalStorage } from 'node:async_hooks';
import { Failure } from '#kernel';
import { type DataSource, type EntityManager, rows } from '../database.js';
import type { KeyedRequest } from './idempotency.repository.js';

const asked = new AsyncLocalStorage<KeyedRequest>();

/** Everything `work` does is done for this request of a caller. */
export const underKey = <T>(request: KeyedRequest, work: () => T): T => asked.run(request, work);

/**
 * A transaction that a caller asked for under a key: that it is done is committed with it, so a repeat after a lost
 * commit, or beside a process that was only slow, gets the same result and does nothing. Without a key it is any
 * transaction. The result has to survive JSON. One a request.
 */
export function once<T>(database: DataSource, work: (manager: EntityManager) => Promise<T>): Promise<T> {
  const request = asked.getStore();
  if (!request) return database.transaction(work);
  const row = [request.caller, request.key];
  return database.transaction(async (manager) => {
    const [known] = await rows<{ done: boolean; result: T }>(
      manager,
      'select done, result from idempotency_key where caller = $1 and key = $2 for update',
      row,
    );
    if (!known) throw takenOver(request.key);
    if (known.done) return known.result;
    const result = await work(manager);
    await manager.query('update idempotency_key set done = true, result = $3 where caller = $1 and key = $2', [
      ...row,
      JSON.stringify(result ?? null),
    ]);
    return result;
  });
}

const takenOver = (key: string): Failure =>
  new Failure('conflict', `another attempt under idempotency key "${key}" was refused meanwhile`, {
    code: 'in-progress',
    remedy: 'send it again',
    retryAfterMs: 1_000,
  });
