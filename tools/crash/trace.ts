import { each, processes, type Records, systems } from '../chaos/evidence.js';

/** What a piece of work left behind, without the names of this one. */
export interface Trace {
  /** Records made at vendors, each time one was made. */
  made: string[];
  /** Kinds of changes to them; the same state may be put twice. */
  changed: string[];
  /** What the records are in the end: their flags and states. */
  left: string[];
  /** Events told of the business, each time; an exception may be told of again until its deal's event was heard. */
  told: string[];
  /** Effects whose outcome is not settled. */
  open: string[];
}

interface LedgerRow {
  simulator: string;
  operation: string;
  entity: string;
  id: string;
  data: Record<string, unknown> | null;
  record: Record<string, unknown> | null;
}

const kept = `select simulator, operation, entity, id, ledger.data,
    (select record.data from sandbox.record where record.simulator = ledger.simulator and record.id = ledger.id limit 1) as record
  from sandbox.ledger where correlation_id = any($1) and by = 'api' order by position`;

/** Not of the business: an exception is told again; each run that follows an event tells its end, however often that came. */
const others = 'exception|run\\.ended';

/** Read from the vendors' own ledgers and records, and the gateway's event log. */
export async function traceOf({ database, vendors }: Records, records: string[]): Promise<Trace> {
  const ledger = (await vendors.query<LedgerRow>(kept, [records])).rows;
  const list = records.map((record) => `'${record}'`).join(', ');
  const effects = await each<{ what: string }>(
    database,
    systems,
    `select operation || ' ' || status as what from $.effect where correlation_id in (${list}) and status <> 'applied'`,
  );
  const told = await each<{ type: string }>(
    database,
    processes,
    `select type from $.outbox where type !~ '${others}' and correlation_id in (${list}) and source = '/apps/' || replace('$', '_', '-')
     union all select type from events.log where type !~ '${others}' and correlation_id in (${list}) and source = '/apps/' || replace('$', '_', '-')`,
  );
  const last = new Map(ledger.map((row) => [`${row.simulator}/${row.entity}/${row.id}`, row]));
  return {
    made: sorted(ledger.filter(isMade).map(changeOf)),
    changed: sorted(
      new Set(
        ledger
          .filter((row) => !isMade(row))
          .map((row) =>
            row.entity === 'custom_field_value'
              ? `${row.simulator} put ${row.entity}`
              : `${changeOf(row)} ${Object.keys(row.data ?? {})
                  .toSorted()
                  .join()}`,
          ),
      ),
    ),
    left: sorted([...last.values()].map((row) => `${row.simulator} ${row.entity} ${standing(row.record)}`)),
    told: sorted(told.map(({ type }) => type)),
    open: sorted(effects.map(({ what }) => what)),
  };
}

/** How a piece of work differs from one that nothing happened to. */
export function differences(found: Trace, twin: Trace): string[] {
  const same = (['made', 'left', 'told', 'open'] as const).flatMap((part) => unlike(part, found[part], twin[part]));
  const missing = twin.changed.filter((one) => !found.changed.includes(one));
  return [...same, ...missing.map((one) => `lost: ${one}`)];
}

function unlike(part: string, found: string[], twin: string[]): string[] {
  const missing = without(twin, found).map((one) => `lost: ${part} ${one}`);
  const extra = without(found, twin).map((one) => `too much: ${part} ${one}`);
  return [...missing, ...extra];
}

/** What of the first is not in the second, each as often as it is missing. */
function without(first: string[], second: string[]): string[] {
  const left = [...second];
  return first.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** A value of a field is put, whether it is the first or not. */
const isMade = ({ operation, entity }: LedgerRow): boolean => operation === 'create' && entity !== 'custom_field_value';

const changeOf = ({ simulator, operation, entity }: LedgerRow): string => `${simulator} ${operation} ${entity}`;

/** Flags and states; ids, names and times are each piece's own. */
const standing = (record: LedgerRow['record']): string =>
  Object.entries(record ?? { gone: true })
    .filter(([name, value]) => typeof value === 'boolean' || /status/i.test(name))
    .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
    .toSorted()
    .join(' ');

const sorted = (all: Iterable<string>): string[] => [...all].toSorted();
