import type { StoredEvent, Subscription } from '#events';
import { type DataSource, rows } from '#platform';
import { projectedTables } from './readmodel-schema.js';
import { projectedTypes, projections } from './projections.js';
import { put } from './write.repository.js';

/** The subscription that keeps the read models; its position is how far they are. */
export const readModels: Subscription = {
  name: 'read models',
  types: projectedTypes,
  handle: async (event, manager) => {
    const write = projections.get(event.type)?.(event);
    return write && (await put(manager, write)) ? 'applied' : 'superseded';
  },
};

const portion = 500;

/**
 * Makes the read models again from the log, up to where they are, and has what is mirrored read anew; answers how many
 * events that took. It is one transaction: until it commits, everybody sees what was there before, and new events wait.
 */
export function rebuild(database: DataSource): Promise<number> {
  return database.transaction(async (manager) => {
    await manager.query('insert into subscription (name) values ($1) on conflict do nothing', [readModels.name]);
    const [at] = await rows<{ position: string }>(
      manager,
      'select position from subscription where name = $1 for update',
      [readModels.name],
    );
    for (const table of projectedTables) await manager.query(`delete from ${table}`);
    let [count, position] = [0, '0'];
    for (;;) {
      const batch = await rows<StoredEvent & { position: string }>(
        manager,
        `select position, id, source, type, subject, time, correlation_id as "correlationId", data from events.log
          where type = any($1) and position > $2 and position <= $3 order by position limit ${portion}`,
        [readModels.types.map(({ type }) => type), position, at!.position],
      );
      for (const event of batch) await readModels.handle(event, manager);
      count += batch.length;
      if (batch.length < portion) break;
      position = batch.at(-1)!.position;
    }
    await manager.query('update source set cursor = null');
    return count;
  });
}
