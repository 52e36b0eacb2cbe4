import type { Evidence, LedgerRow, VendorRecord } from '../evidence.js';
import type { Violation } from '../invariants.js';
import { workspaceReferences } from './projects.js';

/** I3: nothing at a vendor that we do not know of, nothing we believe in that is not there, nothing twice. */
export function oneToOne({ ledger, records, effects }: Evidence): Violation[] {
  const applied = new Set(effects.filter(({ status }) => status === 'applied').map(({ id }) => id));
  const ours = ledger.filter(({ by }) => by === 'api');
  const unknown = ours
    .filter(({ effectId }) => !applied.has(effectId ?? ''))
    .map((row): Violation => ({ kind: 'other', what: `${named(row)} belongs to no applied effect`, ...traced(row) }));
  const ids = new Set(records.map(({ id }) => id));
  const missing = effects.flatMap(({ id, operation, status, result }): Violation[] =>
    status === 'applied' && resultIds(result).some((made) => !ids.has(made))
      ? [{ kind: 'lost', what: `${operation} is applied and its record does not exist`, trace: id }]
      : [],
  );
  return [...twice(ours, records), ...unknown, ...missing];
}

/** Two creates with the same content are the same thing made twice, unless the vendor let the second replace the first. */
function twice(ours: LedgerRow[], records: VendorRecord[]): Violation[] {
  const externalIds = new Map(records.map(({ simulator, id, data }) => [`${simulator}/${id}`, data.externalId]));
  const seen = new Map<string, LedgerRow>();
  return ours
    .filter(({ operation, simulator, id }) => operation === 'create' && externalIds.has(`${simulator}/${id}`))
    .flatMap((row): Violation[] => {
      const { simulator, entity, id, data } = row;
      const key = JSON.stringify([simulator, entity, externalIds.get(`${simulator}/${id}`), data]);
      const first = seen.get(key);
      seen.set(key, row);
      return first
        ? [{ kind: 'duplicate', what: `${named(first)} and ${named(row)} are the same`, ...traced(row) }]
        : [];
    });
}

function resultIds(result: Record<string, unknown> | null): string[] {
  const lines = (result?.lines ?? []) as { id: string | null }[];
  return [result?.id as string | undefined, ...lines.map(({ id }) => id)].filter((id) => typeof id === 'string');
}

const named = ({ simulator, entity, id }: LedgerRow): string => `${entity} ${id} at ${simulator}`;
const traced = ({ effectId }: LedgerRow): { trace?: string } => (effectId ? { trace: effectId } : {});

/** I4: by the order of the vendors' own ledgers. */
export function nobodyEarly({ ledger, records }: Evidence): Violation[] {
  const active = activations(ledger, records);
  const projects = workspaceReferences(records);
  const workspaceOf = new Map(
    records
      .filter(({ collection }) => collection === 'workspace_resources' || collection === 'time_entries')
      .map(({ id, data }) => [id, String(data.workspace_id)]),
  );
  const early = (row: LedgerRow): boolean => {
    const { entity, operation, data, id, position } = row;
    const opens = entity === 'workspace' && operation === 'update' && data?.status_key === 300;
    const workspace = opens ? id : workspaceOf.get(id);
    const project = workspace && projects.get(workspace);
    return Boolean(project?.startsWith('P-')) && !((active.get(project!) ?? Infinity) < position);
  };
  return ledger
    .filter(
      ({ simulator, entity }) => simulator === 'kantata' && /^(workspace|workspace_resource|time_entry)$/.test(entity),
    )
    .filter(early)
    .map((row) => ({
      kind: 'other',
      what: `${row.operation} of ${named(row)} before its project was active`,
      ...traced(row),
    }));
}

/** Project → the moment finance let work begin. */
function activations(ledger: LedgerRow[], records: VendorRecord[]): Map<string, number> {
  const references = new Map(
    records.filter(({ collection }) => collection === 'job').map(({ id, data }) => [id, String(data.externalId)]),
  );
  const found = new Map<string, number>();
  for (const { simulator, entity, data, id, position } of ledger) {
    const project = references.get(id);
    if (simulator === 'netsuite' && entity === 'job' && data?.allowTime === true && project && !found.has(project))
      found.set(project, position);
  }
  return found;
}

/** Every hire has an account, every won deal an active project. */
export function arrived({ hires, deals, hours, records }: Evidence): Violation[] {
  const of = (collection: string, field: string): Set<string> =>
    new Set(
      records.filter((one) => one.collection === collection).map(({ data }) => String(data[field]).toLowerCase()),
    );
  const accounts = of('user', 'userName');
  const people = of('users', 'email_address');
  const jobs = new Set(
    records
      .filter(({ collection, data }) => collection === 'job' && data.allowTime === true)
      .map(({ data }) => data.externalId),
  );
  const approved = records.filter(
    ({ collection, data }) => collection === 'time_entries' && /^entry \d/.test(String(data.notes)),
  );
  const lost = [
    ...hires
      .filter((email) => !accounts.has(email) || !people.has(email))
      .map((email) => `hire ${email} did not arrive`),
    ...deals.filter((project) => !jobs.has(project)).map((project) => `${project} did not become an active project`),
    ...(approved.length === hours ? [] : [`${approved.length} of ${hours} hours were recorded`]),
  ];
  return lost.map((what) => ({ kind: 'lost', what }));
}
