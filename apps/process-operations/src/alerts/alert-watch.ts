import type { AlertPriority } from '#contracts';
import { type AppLogger, BackgroundLoop, type DataSource, type EntityManager, recordAudit } from '#platform';
import type { AlertRoutes } from './alert-routes.js';
import type { AlertRepository, AlertRow, ItemRow } from './alert.repository.js';
import { moneyPerHour, priorityOf, stateOf } from './alert-view.js';
import type { DeliveryRepository } from './delivery.repository.js';

export interface AlertWatchParts {
  database: DataSource;
  alerts: AlertRepository;
  deliveries: DeliveryRepository;
  routes: AlertRoutes;
  logger: AppLogger;
}

const lookEveryMs = 5_000;
const ranks: Record<AlertPriority, number> = { normal: 0, high: 1, critical: 2 };

/** What time does to alerts: they grow more urgent, go unanswered, and are no longer muted. */
export class AlertWatch {
  constructor(private readonly parts: AlertWatchParts) {}

  loop(): BackgroundLoop {
    return new BackgroundLoop({
      name: 'alert watch',
      logger: this.parts.logger,
      idleMs: lookEveryMs,
      work: () => this.look(new Date()).then(() => false),
    });
  }

  look(now: Date): Promise<void> {
    const { database, alerts } = this.parts;
    return database.transaction(async (manager) => {
      const live = await alerts.takeLive(manager);
      const items = await alerts.itemsOf(live, manager);
      const unanswered: AlertRow[] = [];
      for (const alert of live) {
        if (stateOf(alert, now) === 'muted') continue;
        await this.unmute(manager, alert);
        await this.raise(manager, alert, items.get(alert.id)!, now);
        if (this.isUnanswered(alert, now)) unanswered.push(alert);
      }
      // The audit log is appended to last.
      for (const alert of unanswered) await this.escalate(manager, alert, now);
    });
  }

  /** The time it was muted for is over. */
  private async unmute(manager: EntityManager, alert: AlertRow): Promise<void> {
    if (!alert.mutedUntil) return;
    const { alerts, deliveries, routes } = this.parts;
    await alerts.change(manager, alert.id, { mutedUntil: null, mutedBy: null, muteReason: null });
    await deliveries.planUnmuted(manager, alert.id, routes.receivers(alert.owner));
  }

  /** What it is opened with counts as told once it was gathered; more than that is told anew. */
  private async raise(manager: EntityManager, alert: AlertRow, items: ItemRow[], now: Date): Promise<void> {
    const { alerts, deliveries, routes } = this.parts;
    const { gatherMs, settings } = routes;
    if (now.getTime() < alert.openedAt.getTime() + gatherMs) return;
    const priority = priorityOf(moneyPerHour(items, now), settings.priorities);
    if (alert.toldPriority && ranks[priority] <= ranks[alert.toldPriority]) return;
    await alerts.change(manager, alert.id, { toldPriority: priority });
    if (alert.toldPriority) await deliveries.plan(manager, alert.id, 'raised', routes.receivers(alert.owner));
  }

  private isUnanswered(alert: AlertRow, now: Date): boolean {
    const { routes } = this.parts;
    const escalation = routes.escalation(alert.owner);
    return (
      escalation !== null &&
      !alert.acknowledgedAt &&
      !alert.escalatedAt &&
      alert.openedAt.getTime() + escalation.afterMs <= now.getTime()
    );
  }

  private async escalate(manager: EntityManager, alert: AlertRow, now: Date): Promise<void> {
    const { alerts, deliveries, routes } = this.parts;
    const { to } = routes.escalation(alert.owner)!;
    await alerts.change(manager, alert.id, { escalatedAt: now, escalatedTo: to });
    await deliveries.plan(manager, alert.id, 'escalated', routes.receivers(to));
    await recordAudit(manager, {
      actor: 'throughline',
      action: 'alert.escalate',
      subject: `alert/${alert.id}`,
      reason: `${alert.owner} did not acknowledge it in time`,
      before: { state: 'open' },
      after: { state: 'escalated', to },
    });
  }
}
