import { type EntityManager, rows } from '#platform';
import type { ExceptionRepository } from './exception.repository.js';
import type { Held } from './held.js';

/**
 * Stops what was begun for a run that is taken back: whole runs are taken back too, deferred steps are left undone. True
 * while such a step may still be happening.
 */
export async function stopChildren(exceptions: ExceptionRepository, parent: Held): Promise<boolean> {
  const stopped = await rows<{ id: string }>(
    exceptions.database,
    `update run child set state = case when child.deferred is null then 'undoing' else 'cancelled' end,
            unwinding = child.deferred is null, waiting_for = null, failures = 0, queued_at = null,
            wake_at = case when child.deferred is null then clock_timestamp() end, fence = child.fence + 1,
            updated_at = clock_timestamp()
       from run parent where parent.id = $1 and parent.fence = $2 and child.parent_id = parent.id
        and child.state <> 'cancelled' and not child.unwinding
        and (child.deferred is null or child.state <> 'completed') returning child.id`,
    [parent.id, parent.fence],
  );
  for (const { id } of stopped) {
    await exceptions.database.transaction((manager) => settleOpen(exceptions, manager, id, 'its parent is taken back'));
  }
  const busy = await rows(
    exceptions.database,
    'select 1 from run where parent_id = $1 and deferred is not null and lease_until > clock_timestamp() limit 1',
    [parent.id],
  );
  return busy.length > 0;
}

/** Settles the open exception of a run, where there is one. */
export async function settleOpen(
  exceptions: ExceptionRepository,
  manager: EntityManager,
  runId: string,
  resolution: string,
  by = 'throughline',
): Promise<void> {
  const open = await exceptions.openOn({ kind: 'run', id: runId });
  if (open) await exceptions.settle(manager, await exceptions.find(open, manager), by, resolution);
}
