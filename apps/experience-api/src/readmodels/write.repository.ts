import type { EntityManager } from '#platform';

/** A row of a read model: what an event says of it, no more. */
export interface Write {
  table: string;
  key: Record<string, unknown>;
  values: Record<string, unknown>;
  /** Moments that count from the first time they are told. */
  first?: Record<string, unknown>;
  /** Where the table keeps one: an older version never replaces a newer one. */
  version?: string;
}

/** Writes what is said and leaves the rest of the row as it is; false where something newer is there. */
export async function put(
  manager: EntityManager,
  { table, key, values, first = {}, version }: Write,
): Promise<boolean> {
  const row = { ...key, ...values, ...first, ...(version && { version }) };
  const columns = Object.keys(row);
  const set = [
    ...[...Object.keys(values), ...(version ? ['version'] : [])].map((name) => `${name} = excluded.${name}`),
    ...Object.keys(first).map((name) => `${name} = coalesce(known.${name}, excluded.${name})`),
  ];
  const written: unknown = await manager.query(
    `insert into ${table} as known (${columns.join(', ')}) values (${columns.map((_, index) => `$${index + 1}`).join(', ')})
     on conflict (${Object.keys(key).join(', ')}) do update set ${set.join(', ')}
     ${version ? 'where known.version <= excluded.version' : ''} returning 1`,
    Object.values(row),
  );
  return (written as unknown[]).length > 0;
}
