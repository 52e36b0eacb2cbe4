import type { AlertItem, AlertPriority, AlertQuery, ExceptionFacts } from '#contracts';
import { Failure, isId, newId } from '#kernel';
import { type DataSource, type EntityManager, rows } from '#platform';
import { exceptionTypes } from '#workflow';
import type { Cause } from './cause.js';

/** An alert as it is kept. */
export interface AlertRow {
  id: string;
  code: string;
  class: string;
  scope: string;
  system: string | null;
  owner: string;
  cause: string;
  remedy: string;
  /** The highest priority that its owner was told. */
  toldPriority: AlertPriority | null;
  openedAt: Date;
  resolvedAt: Date | null;
  acknowledgedBy: string | null;
  acknowledgedAt: Date | null;
  mutedBy: string | null;
  mutedUntil: Date | null;
  muteReason: string | null;
  escalatedTo: string | null;
  escalatedAt: Date | null;
  deadDeliveries: number;
}

/** One of its exceptions. */
export interface ItemRow extends Omit<AlertItem, 'moneyAtRisk' | 'lateAt' | 'raisedAt' | 'settledAt'> {
  alert: string;
  amount: string | null;
  currency: string | null;
  lateAt: Date | null;
  raisedAt: Date;
  settledAt: Date | null;
}

/** An exception as its event tells it. */
export interface Raised {
  app: string;
  id: string;
  at: string;
  /** When it is too late for it. */
  lateAt: string | null;
  facts: ExceptionFacts;
}

const alertColumns = `id, code, class, scope, system, owner, cause, remedy, told_priority as "toldPriority",
  opened_at as "openedAt", resolved_at as "resolvedAt", acknowledged_by as "acknowledgedBy",
  acknowledged_at as "acknowledgedAt", muted_by as "mutedBy", muted_until as "mutedUntil",
  mute_reason as "muteReason", escalated_to as "escalatedTo", escalated_at as "escalatedAt",
  (select count(*)::int from alert_delivery where alert = alert.id and state = 'dead') as "deadDeliveries"`;

const itemColumns = `app, id, alert, record, project, client, legal_entity as "legalEntity",
  billing_cycle as "billingCycle", minutes, amount, currency, late_at as "lateAt", raised_at as "raisedAt",
  settled_at as "settledAt"`;

/** Exceptions of one alert that are read at most. */
export const mostItems = 1_000;

const forgottenAtOnce = 200;

/** Alerts and the exceptions they are made of. */
export class AlertRepository {
  constructor(readonly database: DataSource) {}

  /** The live alert of a cause, opened where there is none; while the cause is muted, so is a new alert of it. */
  async open(
    manager: EntityManager,
    { key, scope, system }: Cause,
    facts: ExceptionFacts,
  ): Promise<{ id: string; isNew: boolean; isMuted: boolean }> {
    const [live] = await rows<{ id: string; isMuted: boolean }>(
      manager,
      `select id, coalesce(muted_until > clock_timestamp(), false) as "isMuted" from alert
        where cause_key = $1 and resolved_at is null for update`,
      [key],
    );
    if (live) return { ...live, isNew: false };
    const type = exceptionTypes[facts.code];
    const [made] = await rows<{ id: string; isMuted: boolean }>(
      manager,
      `insert into alert (id, cause_key, code, class, scope, system, owner, cause, remedy,
                          muted_by, muted_until, mute_reason)
       select $1, $2, $3, $4, $5, $6, $7, $8, $9, muted_by, muted_until, mute_reason
         from (values (1)) as one left join lateral (
           select muted_by, muted_until, mute_reason from alert where cause_key = $2
              and muted_until > clock_timestamp() order by opened_at desc limit 1) as before on true
       returning id, muted_until is not null as "isMuted"`,
      [
        newId(),
        key,
        facts.code,
        facts.class,
        scope,
        system,
        facts.role,
        type?.cause ?? facts.cause ?? 'Another system refused the work.',
        type?.remedy ?? facts.remedy ?? 'see what each exception says',
      ],
    );
    return { ...made!, isNew: true };
  }

  /** Puts an exception into an alert; answers the one it was in, null where it is new, or that it is settled for good. */
  async put(
    manager: EntityManager,
    alert: string,
    { app, id, at, lateAt, facts }: Raised,
  ): Promise<{ before: string | null }> {
    const before = await this.alertOf(manager, app, id);
    const { project, client, legalEntity, billingCycle, minutes, moneyAtRisk } = facts.business;
    await manager.query(
      `insert into alert_item (app, id, alert, record, project, client, legal_entity, billing_cycle, minutes, amount,
                               currency, late_at, raised_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
       on conflict (app, id) do update set alert = excluded.alert, record = excluded.record, project = excluded.project,
         client = excluded.client, legal_entity = excluded.legal_entity, billing_cycle = excluded.billing_cycle,
         minutes = excluded.minutes, amount = excluded.amount, currency = excluded.currency, late_at = excluded.late_at`,
      [
        app,
        id,
        alert,
        facts.record,
        project,
        client,
        legalEntity,
        billingCycle,
        minutes ?? null,
        moneyAtRisk?.amount ?? null,
        moneyAtRisk?.currency ?? null,
        lateAt,
        at,
      ],
    );
    return { before };
  }

  /** Whether an exception is known to be settled: nothing raises it again. */
  async isSettled(manager: EntityManager, app: string, id: string): Promise<boolean> {
    const found = await rows(
      manager,
      'select 1 from alert_item where app = $1 and id = $2 and settled_at is not null',
      [app, id],
    );
    return found.length > 0;
  }

  /** Notes that an exception is settled; answers the alert it belongs to. */
  async settle(manager: EntityManager, app: string, id: string, at: string): Promise<string | null> {
    const [settled] = await rows<{ alert: string }>(
      manager,
      'update alert_item set settled_at = $3 where app = $1 and id = $2 and settled_at is null returning alert',
      [app, id, at],
    );
    return settled?.alert ?? null;
  }

  /** Resolves an alert of which nothing is open any more; true where that is so now. */
  async resolveEmpty(manager: EntityManager, id: string): Promise<boolean> {
    const resolved = await rows(
      manager,
      `update alert set resolved_at = clock_timestamp() where id = $1 and resolved_at is null
          and not exists (select 1 from alert_item where alert = $1 and settled_at is null) returning id`,
      [id],
    );
    return resolved.length > 0;
  }

  /** Deletes a portion of what was resolved so many days ago, with its messages; answers how many alerts. */
  async forget(days: number): Promise<number> {
    const forgotten = await rows(
      this.database,
      `with old as (
         select id from alert where resolved_at < clock_timestamp() - $1::int * interval '1 day'
            and (muted_until is null or muted_until < clock_timestamp())
            and not exists (select 1 from alert_delivery where alert = alert.id and state = 'waiting')
          order by resolved_at limit ${forgottenAtOnce} for update skip locked),
       items as (delete from alert_item using old where alert_item.alert = old.id),
       messages as (delete from alert_delivery using old where alert_delivery.alert = old.id)
       delete from alert using old where alert.id = old.id returning alert.id`,
      [days],
    );
    return forgotten.length;
  }

  async list({ owner, state = 'live' }: AlertQuery): Promise<AlertRow[]> {
    return rows<AlertRow>(
      this.database,
      `select ${alertColumns} from alert where (resolved_at is null) = $1
          and ($2::text is null or owner = $2 or escalated_to = $2)
        order by coalesce(resolved_at, opened_at) desc limit 500`,
      [state === 'live', owner ?? null],
    );
  }

  async get(id: string, manager: EntityManager | DataSource = this.database, lock = ''): Promise<AlertRow> {
    const found = isId(id)
      ? await rows<AlertRow>(manager, `select ${alertColumns} from alert where id = $1 ${lock}`, [id])
      : [];
    if (!found[0]) throw new Failure('not-found', `no alert "${id}"`);
    return found[0];
  }

  /** Every alert that is live, each kept from others until the transaction ends; those in other hands are left out. */
  takeLive(manager: EntityManager): Promise<AlertRow[]> {
    return rows<AlertRow>(
      manager,
      `select ${alertColumns} from alert where resolved_at is null order by id for update skip locked`,
    );
  }

  /** What is open in live alerts, and everything that was in resolved ones. */
  async itemsOf(
    alerts: AlertRow[],
    manager: EntityManager | DataSource = this.database,
  ): Promise<Map<string, ItemRow[]>> {
    const items = await rows<ItemRow>(
      manager,
      `select ${itemColumns} from alert_item as item where alert = any($1)
          and (settled_at is null or (select resolved_at is not null from alert where alert.id = item.alert))`,
      [alerts.map(({ id }) => id)],
    );
    const byAlert = new Map(alerts.map(({ id }) => [id, [] as ItemRow[]]));
    for (const item of items) byAlert.get(item.alert)!.push(item);
    return byAlert;
  }

  /** Changes what people and the clock say about an alert. */
  async change(manager: EntityManager, id: string, changes: Partial<Omit<AlertRow, 'id'>>): Promise<void> {
    const entries = Object.entries(changes).map(([name, value]) => [columnOf(name), value] as const);
    const set = entries.map(([column], index) => `${column} = $${index + 2}`).join(', ');
    await manager.query(`update alert set ${set} where id = $1`, [id, ...entries.map(([, value]) => value)]);
  }

  private async alertOf(manager: EntityManager, app: string, id: string): Promise<string | null> {
    const [found] = await rows<{ alert: string }>(manager, 'select alert from alert_item where app = $1 and id = $2', [
      app,
      id,
    ]);
    return found?.alert ?? null;
  }
}

const columnOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
