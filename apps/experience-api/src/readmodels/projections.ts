import { events, type EventType } from '#contracts';
import type { StoredEvent } from '#events';
import type { Write } from './write.repository.js';

type Projection = (event: StoredEvent) => Write | null;

/** An event, its data typed by the catalogue, as the row it makes. */
function told<T extends object>(
  type: EventType<T>,
  row: (data: T, event: StoredEvent) => Write | null,
): [string, Projection] {
  return [type.type, (event) => row(event.data as T, event)];
}

type Won = InstanceType<typeof events.opportunityWon.data>;
type State = InstanceType<typeof events.projectCreated.data>;
type Decided = InstanceType<typeof events.timeApproved.data>;
type Reported = InstanceType<typeof events.assignmentConfirmed.data>;
type Raised = InstanceType<typeof events.exceptionRaised.data>;

const deal = ({ instance, id, opportunity: won }: Won, wonAt: string | null): Write => ({
  table: 'deal',
  key: { code: won.code },
  values: {
    id,
    instance,
    name: won.name,
    client: won.account?.name ?? null,
    segment: won.account?.segment ?? null,
    legal_entity: won.legalEntity,
    practice: won.practice,
    region: won.region,
    cost_centre: won.costCentre,
    amount: won.amount?.amount ?? null,
    currency: won.amount?.currency ?? null,
    billing_type: won.billingType,
    start_date: won.startDate,
    end_date: won.endDate,
    contract_number: won.contractNumber,
    lines: JSON.stringify(won.lines),
  },
  first: { won_at: wonAt },
  version: won.modifiedAt,
});

type Moments = Record<string, string>;

const project = (
  { project: code, deal: from, name, legalEntity }: State,
  first: Moments,
  last: Moments = {},
): Write => ({
  table: 'project',
  key: { code },
  values: { ...(from && { deal: from }), name, legal_entity: legalEntity, ...last },
  first,
});

const time = ({ instance, id, entry }: Decided): Write => ({
  table: 'time_entry',
  key: { instance, id },
  values: {
    project: entry.project,
    worker: entry.workerNumber,
    role: entry.roleName,
    work_date: entry.date,
    minutes: entry.minutes,
    billable: entry.billable,
    approved: entry.approved,
    rate: entry.hourlyRate?.amount ?? null,
    currency: entry.hourlyRate?.currency ?? null,
  },
  version: entry.modifiedAt,
});

const assignment = ({ instance, id, assignment: now }: Reported, { time: at, correlationId }: StoredEvent): Write => ({
  table: 'assignment',
  key: { instance, id },
  values: {
    worker: now.workerNumber,
    project: now.project,
    role: now.roleName,
    start_date: now.startDate,
    end_date: now.endDate,
    minutes: now.minutes,
    status: now.status,
    correlation_id: correlationId,
  },
  first: { first_told_at: at, confirmed_at: now.status === 'confirmed' ? at : null },
  version: at,
});

/** Told by an older version of the gateway without what it is about, an exception cannot be counted. */
function exception({ owner, id, exception: said }: Raised, event: StoredEvent, isSettled: boolean): Write | null {
  if (!said) return null;
  const { project: code, client, legalEntity, billingCycle, moneyAtRisk } = said.business;
  return {
    table: 'exception',
    key: { app: owner, id },
    values: {
      code: said.code,
      class: said.class,
      role: said.role,
      stopped: said.stopped,
      record: said.record,
      project: code,
      client,
      legal_entity: legalEntity,
      cycle: billingCycle,
      amount: moneyAtRisk?.amount ?? null,
      currency: moneyAtRisk?.currency ?? null,
      due_at: said.dueAt,
      settled_by: said.settledBy,
      correlation_id: event.correlationId,
      ...(isSettled && { settled_at: event.time }),
    },
    first: isSettled ? {} : { raised_at: event.time },
    version: event.time,
  };
}

const person = (instance: string, id: string, values: Record<string, unknown>, first = {}): Write => ({
  table: 'person',
  key: { instance, id },
  values: { ...values },
  first,
});

const refusal = (
  id: string,
  kind: string,
  at: string,
  said: { instance: string; record: string; reason: string },
): Write => ({
  table: 'refusal',
  key: { id },
  values: { kind, instance: said.instance, record: said.record, reason: said.reason, told_at: at },
});

/** What each kind of event says of which row. Pure: the same event always makes the same row. */
export const projections: ReadonlyMap<string, Projection> = new Map([
  told(events.opportunityWon, (data, { time: at }) => deal(data, at)),
  told(events.opportunityChanged, (data) => deal(data, null)),
  told(events.projectCreated, (data, { time: at }) => project(data, { created_at: at })),
  told(events.projectActivated, (data, { time: at }) => project(data, { activated_at: at })),
  told(events.projectStaffingReady, (data, { time: at }) => project(data, { staffing_ready_at: at })),
  told(events.projectChanged, (data) => project(data, {}, { changed_at: data.dealVersion })),
  told(events.workerHired, ({ instance, id }, { time: at, correlationId }) =>
    person(instance, id, { changed_at: at }, { hired_at: at, correlation_id: correlationId }),
  ),
  told(events.workerChanged, ({ instance, id }, { time: at }) => person(instance, id, { changed_at: at })),
  told(events.workerReady, ({ instance, workerId, workerNumber, resourceId }, { time: at }) =>
    instance && workerId
      ? person(
          instance,
          workerId,
          { number: workerNumber, resource: resourceId, off_boarded_at: null },
          { ready_at: at },
        )
      : null,
  ),
  told(events.workerTerminated, ({ instance, workerId, workerNumber, lastDay }) =>
    person(instance, workerId, { number: workerNumber, last_day: lastDay }),
  ),
  told(events.workerTerminationWithdrawn, ({ instance, workerId, workerNumber }) =>
    person(instance, workerId, { number: workerNumber, last_day: null }),
  ),
  told(events.workerOffBoarded, ({ instance, workerId, workerNumber }, { time: at }) =>
    person(instance, workerId, { number: workerNumber, off_boarded_at: at }),
  ),
  told(events.timeApproved, (data) => time(data)),
  told(events.timeRejected, (data) => time(data)),
  told(events.assignmentConfirmed, (data, event) => assignment(data, event)),
  told(events.assignmentChanged, (data, event) => assignment(data, event)),
  told(events.assignmentCancelled, (data, event) => assignment(data, event)),
  told(events.invoiceGenerated, ({ project: code, reference, number, total, minutes }, { time: at }) => ({
    table: 'invoice',
    key: { reference },
    values: {
      project: code,
      number,
      amount: total?.amount ?? null,
      currency: total?.currency ?? null,
      minutes: minutes ?? null,
      told_at: at,
    },
  })),
  told(events.recordUnreadable, (data, { id, time: at }) => refusal(id, 'unreadable', at, data)),
  told(events.changeRefused, (data, { id, time: at }) => (data.echo ? null : refusal(id, 'refused', at, data))),
  told(events.exceptionRaised, (data, event) => exception(data, event, false)),
  told(events.exceptionSettled, (data, event) => exception(data, event, true)),
  told(events.runEnded, (data, { time: at, correlationId }) => ({
    table: 'run',
    key: { app: data.owner, id: data.id },
    values: {
      workflow: data.workflow,
      state: data.state,
      title: data.title ?? null,
      project: data.project ?? null,
      begun_at: data.begunAt ?? null,
      objective_seconds: data.objectiveSeconds ?? null,
      waited_seconds: data.waitedSeconds ?? null,
      ended_at: at,
      correlation_id: correlationId,
    },
  })),
]);

export const projectedTypes: EventType[] = Object.values(events).filter(({ type }) => projections.has(type));
