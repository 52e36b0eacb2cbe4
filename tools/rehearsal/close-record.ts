import type pg from 'pg';
import type { Firm } from '../../apps/sandbox/src/firm/firm.js';

/** One approved entry, as the simulated vendors' ledgers and the gateway's journal tell of it; moments in epoch milliseconds. */
export interface ClosedEntry {
  id: string;
  legalEntity: string;
  currency: string;
  /** Minor units, by the PSA's own minutes and rate. */
  worth: number;
  approvedAt: number;
  /** When the ERP noted its charge; null while it has none. */
  chargedAt: number | null;
  /** When it began to wait for a person, and until when; null where it never did, or still does. */
  stoppedAt: number | null;
  settledAt: number | null;
}

type Row = Omit<ClosedEntry, 'legalEntity'> & { project: string };

/** Every entry that was approved, in the order of the approvals. */
export async function readClose(database: pg.Pool, { opportunities }: Firm): Promise<ClosedEntry[]> {
  const { rows } = await database.query<Row>(`
    with approval as (
      select id, min(at) as at from sandbox.ledger
       where simulator = 'kantata' and entity = 'time_entry' and operation = 'approve' group by id),
    charge as (
      select record.data ->> 'externalId' as reference, min(at) as at from sandbox.ledger join sandbox.record using (simulator, id)
       where simulator = 'netsuite' and entity = 'timeBill' and operation = 'create' and collection = 'timeBill' group by 1),
    stop as (
      select subject_id as reference, min(created_at) as at, max(settled_at) as settled, bool_or(state = 'open') as open
        from process_billing.exception where subject_kind = 'billing-line' group by 1),
    workspace as (
      select data ->> 'subject_id' as id, data ->> 'service_model_ref' as reference from sandbox.record
       where simulator = 'kantata' and collection = 'external_references' and data ->> 'subject_type' = 'Workspace')
    select entry.id, entry.data ->> 'currency' as currency, workspace.reference as project,
           round((entry.data ->> 'rate_in_cents')::numeric * (entry.data ->> 'time_in_minutes')::int / 60)::float8 as worth,
           ${epoch('approval.at')} as "approvedAt", ${epoch('charge.at')} as "chargedAt", ${epoch('stop.at')} as "stoppedAt",
           case when stop.open then null else ${epoch('stop.settled')} end as "settledAt"
      from approval join sandbox.record entry
        on entry.simulator = 'kantata' and entry.collection = 'time_entries' and entry.id = approval.id
      join workspace on workspace.id = entry.data ->> 'workspace_id'
      left join charge on charge.reference = 'TE-kantata-' || entry.id
      left join stop on stop.reference = 'TE-kantata-' || entry.id
     order by approval.at, entry.id`);
  const entities = new Map(opportunities.map(({ code, legalEntity }) => [`P-${code}`, legalEntity]));
  return rows.map(({ project, ...entry }) => ({ ...entry, legalEntity: entities.get(project) ?? project }));
}

const epoch = (column: string): string => `(extract(epoch from ${column}) * 1000)::float8`;
