import { Injectable } from '@nestjs/common';
import type {
  AlertDetail,
  AlertItem,
  AlertList,
  AlertQuery,
  AlertReason,
  AlertView,
  Acknowledgement,
  Mute,
} from '#contracts';
import { type AtStake, byUrgency, Failure, secondsUntil } from '#kernel';
import { type AuditRefs, type Caller, type DataSource, type EntityManager, nameOf, recordAudit } from '#platform';
import type { AlertRoutes } from './alert-routes.js';
import { type AlertRepository, type AlertRow, type ItemRow, mostItems } from './alert.repository.js';
import { moneyAtRisk, stateOf, viewOf } from './alert-view.js';
import type { DeliveryRepository } from './delivery.repository.js';

export interface AlertsParts {
  database: DataSource;
  alerts: AlertRepository;
  deliveries: DeliveryRepository;
  routes: AlertRoutes;
}

const longestMuteMs = 31 * 24 * 3_600_000;

interface Act {
  name: string;
  reason: string | null;
  after?: AuditRefs;
}

/** Alerts as people see them, and what they do about them. */
@Injectable()
export class AlertsService {
  constructor(private readonly parts: AlertsParts) {}

  async list(query: AlertQuery, now = new Date()): Promise<AlertList> {
    const { alerts } = this.parts;
    const found = await alerts.list(query);
    const items = await alerts.itemsOf(found);
    const views = found.map((alert) => this.view(alert, items.get(alert.id)!, now));
    return { items: query.state === 'resolved' ? views : views.sort((a, b) => byUrgencyOf(a, b, now)) };
  }

  async get(id: string, now = new Date()): Promise<AlertDetail> {
    const { alerts, deliveries } = this.parts;
    const alert = await alerts.get(id);
    const items = (await alerts.itemsOf([alert])).get(alert.id)!;
    const order = items.toSorted((a, b) => byUrgency(stakeOf(a, now), stakeOf(b, now)));
    return {
      ...this.view(alert, items, now),
      items: order.slice(0, mostItems).map(itemOf),
      deliveries: await deliveries.of(id),
    };
  }

  acknowledge(id: string, { reason }: Acknowledgement, caller: Caller): Promise<AlertDetail> {
    const by = nameOf(caller);
    return this.act(id, caller, { name: 'acknowledge', reason: reason ?? null }, (manager, alert) => {
      if (alert.acknowledgedAt) throw already(`${alert.acknowledgedBy} sees to it already`);
      return this.parts.alerts.change(manager, id, { acknowledgedAt: new Date(), acknowledgedBy: by });
    });
  }

  /** Nobody is told of it for a while; what its cause stops in the meantime stays as quiet. */
  async mute(id: string, { until, reason }: Mute, caller: Caller, now = new Date()): Promise<AlertDetail> {
    const end = new Date(until);
    if (!(end > now && end.getTime() <= now.getTime() + longestMuteMs))
      throw new Failure('rejected', `alert ${id} cannot be muted until ${until}`, {
        code: 'no-such-mute',
        fields: [{ field: 'until', message: 'must be in the next 31 days' }],
      });
    const mute = { mutedUntil: end, mutedBy: nameOf(caller), muteReason: reason };
    return this.act(id, caller, { name: 'mute', reason, after: { until: end.toISOString() } }, (manager) =>
      this.parts.alerts.change(manager, id, mute),
    );
  }

  unmute(id: string, { reason }: AlertReason, caller: Caller): Promise<AlertDetail> {
    const { alerts, deliveries, routes } = this.parts;
    return this.act(id, caller, { name: 'unmute', reason }, async (manager, alert) => {
      if (stateOf(alert, new Date()) !== 'muted') throw already('it is not muted');
      await alerts.change(manager, id, { mutedUntil: null, mutedBy: null, muteReason: null });
      await deliveries.planUnmuted(manager, id, routes.receivers(alert.owner));
    });
  }

  /** Messages that were given up are sent again, under the ids they had. */
  async resend(id: string, { reason }: AlertReason, caller: Caller): Promise<AlertDetail> {
    const { database, alerts, deliveries } = this.parts;
    await database.transaction(async (manager) => {
      await alerts.get(id, manager, 'for update');
      const messages = await deliveries.revive(manager, id);
      if (messages === 0) throw already('no message about it was given up');
      await this.audit(manager, id, caller, { name: 'resend', reason, after: { messages: String(messages) } });
    });
    return this.get(id);
  }

  private async act(
    id: string,
    caller: Caller,
    act: Act,
    change: (manager: EntityManager, alert: AlertRow) => Promise<void>,
  ): Promise<AlertDetail> {
    const { database, alerts } = this.parts;
    await database.transaction(async (manager) => {
      const alert = await alerts.get(id, manager, 'for update');
      if (alert.resolvedAt) throw already('it is resolved');
      await change(manager, alert);
      await this.audit(manager, id, caller, act, { state: stateOf(alert, new Date()) });
    });
    return this.get(id);
  }

  private audit(manager: EntityManager, id: string, caller: Caller, act: Act, before: AuditRefs = {}): Promise<void> {
    const { name, reason, after = {} } = act;
    const entry = { actor: nameOf(caller), action: `alert.${name}`, subject: `alert/${id}`, reason, before, after };
    return recordAudit(manager, entry);
  }

  private view(alert: AlertRow, items: ItemRow[], now: Date): AlertView {
    const { routes } = this.parts;
    return viewOf(alert, items, { portalUrl: routes.portalUrl, priorities: routes.settings.priorities, now });
  }
}

const already = (message: string): Failure => new Failure('conflict', message, { code: 'not-as-it-stands' });

const stakeOf = ({ amount, lateAt, raisedAt }: ItemRow, now: Date): AtStake => ({
  amount,
  secondsLeft: secondsUntil(lateAt, now),
  since: raisedAt.toISOString(),
});

/** By what each loses an hour, then by what is left of its time, then by age. */
const byUrgencyOf = (a: AlertView, b: AlertView, now: Date): number => {
  const stake = ({ lateAt, openedAt }: AlertView): AtStake => ({
    amount: null,
    secondsLeft: secondsUntil(lateAt, now),
    since: openedAt,
  });
  return (b.moneyPerHour ?? 0) - (a.moneyPerHour ?? 0) || byUrgency(stake(a), stake(b));
};

const itemOf = ({ alert: _alert, amount, currency, lateAt, raisedAt, settledAt, ...item }: ItemRow): AlertItem => ({
  ...item,
  moneyAtRisk: moneyAtRisk({ amount, currency }),
  lateAt: lateAt?.toISOString() ?? null,
  raisedAt: raisedAt.toISOString(),
  settledAt: settledAt?.toISOString() ?? null,
});
