import { type DataSource, instant, rows } from '#platform';
import { gateway, type Side, sideOf } from './evidence.js';

type Row = Record<string, string | null>;

/** What a deal sold, and at which rates. */
const rolesSold = `(select string_agg(coalesce(sold ->> 'roleName', sold ->> 'role') || ' at ' || (sold -> 'hourlyRate' ->> 'amount')
  || ' ' || (sold -> 'hourlyRate' ->> 'currency'), ', ') from jsonb_array_elements(deal.lines) sold)`;

const days = (moment: string): string => `to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD')`;

/** What the systems told of records that cases are about. */
export class EvidenceRepository {
  constructor(private readonly database: DataSource) {}

  /** The approved entry behind a billing line: worked in the PSA, sold in the CRM, charged in the ERP. */
  async entry(reference: string): Promise<Side[]> {
    const [found] = await rows<Row>(
      this.database,
      `select entry.instance, entry.id, entry.worker, entry.role, entry.work_date::text as day, entry.project,
              entry.minutes || ' min' as time, entry.rate || ' ' || entry.currency as rate, ${instant('entry.version')} as "entryAt",
              deal.instance as crm, deal.code as deal, deal.client, deal.legal_entity as "dealEntity",
              ${instant('deal.version')} as "dealAt", ${rolesSold} as roles,
              (select string_agg((sold -> 'hourlyRate' ->> 'amount') || ' ' || (sold -> 'hourlyRate' ->> 'currency'), ', ')
                 from jsonb_array_elements(deal.lines) sold where sold ->> 'roleName' = entry.role) as sold,
              project.legal_entity as "projectEntity", ${days('project.activated_at')} as active,
              line.state, line.rate || ' ' || line.currency as "lineRate", line.amount || ' ' || line.currency as charged,
              line.minutes || ' min' as "lineTime", line.role as "lineRole", line.project as "lineProject",
              line.erp_id as erp, line.invoice, ${instant('line.updated_at')} as "lineAt"
         from billing_line line join time_entry entry on line.reference = 'TE-' || entry.instance || '-' || entry.id
         left join project on project.code = entry.project left join deal on deal.code = project.deal
        where line.reference = $1`,
      [reference],
    );
    return found ? [psaOf(found), crmOf(found), erpOf(found), chargeOf(found)] : [];
  }

  /** The deal of a project, and how far its project is. */
  async deal(project: string): Promise<Side[]> {
    const [found] = await rows<Row>(
      this.database,
      `select deal.instance, deal.code, deal.name, deal.client, coalesce(deal.legal_entity, '–') as entity,
              deal.amount || ' ' || deal.currency as value, deal.start_date::text as "start", deal.contract_number as contract,
              deal.billing_type as billing, deal.cost_centre as "costCentre", ${rolesSold} as roles,
              ${instant('deal.version')} as at, project.legal_entity as "projectEntity", ${days('project.created_at')} as created,
              ${days('project.activated_at')} as active, ${days('project.staffing_ready_at')} as ready
         from deal left join project on project.deal = deal.code
        where project.code = $1 or 'P-' || deal.code = $1 limit 1`,
      [project],
    );
    if (!found) return [];
    const {
      instance,
      code,
      at,
      projectEntity,
      created,
      active,
      ready,
      entity,
      costCentre,
      start,
      name,
      client,
      value,
      contract,
      billing,
      roles,
    } = found;
    const sold = { deal: name!, client: client!, 'legal entity': entity!, value: value!, 'first day': start! };
    const terms = { contract: contract!, billing: billing!, 'cost centre': costCentre!, 'roles sold': roles! };
    return [
      sideOf('CRM', { ...sold, ...terms }, { instance: instance!, record: code!, asOf: at! }),
      sideOf('ERP', { 'legal entity': projectEntity!, 'active since': active! }),
      sideOf(gateway, { 'project created': created!, 'ready for staffing': ready! }),
    ];
  }

  /** Somebody on the way from hired to staffable. */
  async person(correlationId: string): Promise<Side[]> {
    const [found] = await rows<Row>(
      this.database,
      `select instance, id, number, ${days('hired_at')} as hired, ${instant('coalesce(changed_at, hired_at)')} as at
         from person where correlation_id = $1 limit 1`,
      [correlationId],
    );
    if (!found) return [];
    const { instance, id, number, hired, at } = found;
    return [
      sideOf(
        'HR',
        { 'worker number': number!, 'told of the hire': hired! },
        { instance: instance!, record: id!, asOf: at! },
      ),
    ];
  }

  /** What somebody is promised to, as the scheduler has it. */
  async assignment(instance: string, id: string): Promise<Side[]> {
    const [found] = await rows<Row>(
      this.database,
      `select worker, project, role, start_date || ' to ' || end_date as days, minutes || ' min' as time, status,
              ${instant('version')} as at from assignment where instance = $1 and id = $2`,
      [instance, id],
    );
    if (!found) return [];
    const { at, ...facts } = found;
    return [sideOf('scheduling', facts, { instance, record: id, asOf: at! })];
  }
}

const psaOf = ({ instance, id, project, worker, day, time, role, rate, entryAt }: Row): Side =>
  sideOf(
    'PSA',
    { rate: rate!, role: role!, project: project!, worker: worker!, day: day!, time: time! },
    { instance: instance!, record: id!, asOf: entryAt! },
  );

function crmOf({ crm, deal, client, dealEntity, dealAt, roles, sold, role }: Row): Side {
  const isSold = deal === null ? null : sold === null ? 'not sold' : role;
  return sideOf(
    'CRM',
    { rate: sold!, role: isSold!, client: client!, 'legal entity': dealEntity!, 'roles sold': roles! },
    { instance: crm!, record: deal!, asOf: dealAt! },
  );
}

const erpOf = ({ projectEntity, active, erp, charged, invoice, lineAt, state }: Row): Side =>
  sideOf(
    'ERP',
    {
      'legal entity': projectEntity!,
      'active since': active!,
      charged: state === 'posted' ? charged! : null,
      invoice: invoice!,
    },
    { record: erp!, asOf: lineAt! },
  );

const chargeOf = ({ state, lineRate, lineTime, lineRole, lineProject, lineAt }: Row): Side =>
  sideOf(
    gateway,
    { rate: lineRate!, role: lineRole!, project: lineProject!, time: lineTime!, 'billing line': state! },
    { asOf: lineAt! },
  );
