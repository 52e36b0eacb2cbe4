import { type EntityManager, rows } from '#platform';
import { type EntryVersion, firstStateOf, referenceOf } from './billing-line.repository.js';

/** How many of some versions come before the first whose entry is known already, or comes twice. */
export async function unknownFirst(manager: EntityManager, versions: EntryVersion[]): Promise<number> {
  const references = versions.map(({ instance, entry }) => referenceOf(instance, entry.id));
  const found = await rows<{ reference: string }>(
    manager,
    'select reference from billing_line where reference = any($1)',
    [references],
  );
  const known = new Set(found.map(({ reference }) => reference));
  const end = references.findIndex((reference, at) => known.has(reference) || references.indexOf(reference) < at);
  return end < 0 ? references.length : end;
}

/** Notes the first version of entries nobody knew, in one statement. */
export async function noteNew(manager: EntityManager, versions: EntryVersion[]): Promise<void> {
  await manager.query(
    `insert into billing_line (reference, instance, time_entry_id, ordinal, version, entry, project, minutes, work_date,
                               state, correlation_id)
     select reference, instance, entry ->> 'id', 1, (entry ->> 'modifiedAt')::timestamptz, entry, entry ->> 'project',
            (entry ->> 'minutes')::int, (entry ->> 'date')::date, state, correlation
       from jsonb_to_recordset($1) as noted (reference text, instance text, entry jsonb, state text, correlation text)`,
    [
      JSON.stringify(
        versions.map(({ instance, entry, correlationId }) => ({
          reference: referenceOf(instance, entry.id),
          instance,
          entry,
          state: firstStateOf(entry),
          correlation: correlationId,
        })),
      ),
    ],
  );
}
