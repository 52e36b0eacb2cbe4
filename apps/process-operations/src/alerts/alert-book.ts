import { events, type ExceptionChanged } from '#contracts';
import type { StoredEvent, Subscription } from '#events';
import type { EntityManager, EstateView } from '#platform';
import type { AlertRoutes } from './alert-routes.js';
import type { AlertRepository, Raised } from './alert.repository.js';
import { causeOf } from './cause.js';
import type { DeliveryRepository } from './delivery.repository.js';

export interface AlertBookParts {
  alerts: AlertRepository;
  deliveries: DeliveryRepository;
  routes: AlertRoutes;
  estate: EstateView;
}

/** Keeps an alert for each cause that stops work: opened with its first exception, resolved with its last. */
export class AlertBook {
  constructor(private readonly parts: AlertBookParts) {}

  subscription(): Subscription {
    return {
      name: 'alerts',
      types: [events.exceptionRaised, events.exceptionSettled],
      handle: async (event, manager) => {
        const { owner: app, id } = event.data as ExceptionChanged;
        if (event.type === events.exceptionSettled.type) return this.settled(manager, app, id, event.time);
        const raised = this.raisedBy(event);
        if (!raised || (await this.parts.alerts.isSettled(manager, app, id))) return 'superseded';
        await this.raised(manager, raised);
        return 'applied';
      },
    };
  }

  /** What was told before events said what an exception is about is in no alert. */
  private raisedBy({ data, time }: StoredEvent): Raised | null {
    const { owner: app, id, exception } = data as ExceptionChanged;
    if (!exception) return null;
    const lateAt = this.parts.estate.tooLateAt(exception.business, exception.dueAt);
    return { app, id, at: time, lateAt, facts: exception };
  }

  private async raised(manager: EntityManager, raised: Raised): Promise<void> {
    const { alerts, deliveries, routes } = this.parts;
    const { facts, app } = raised;
    const alert = await alerts.open(manager, causeOf(facts, app), facts);
    const { before } = await alerts.put(manager, alert.id, raised);
    if (alert.isNew && !alert.isMuted)
      await deliveries.plan(manager, alert.id, 'opened', routes.receivers(facts.role), routes.gatherMs);
    // It stopped for another reason than before.
    if (before && before !== alert.id) await this.resolveIfEmpty(manager, before);
  }

  private async settled(
    manager: EntityManager,
    app: string,
    id: string,
    at: string,
  ): Promise<'applied' | 'superseded'> {
    const alert = await this.parts.alerts.settle(manager, app, id, at);
    if (!alert) return 'superseded';
    await this.resolveIfEmpty(manager, alert);
    return 'applied';
  }

  /** Who was told of it is told that it is over; nobody else is. */
  private async resolveIfEmpty(manager: EntityManager, alert: string): Promise<void> {
    const { alerts, deliveries } = this.parts;
    if (!(await alerts.resolveEmpty(manager, alert))) return;
    await deliveries.plan(manager, alert, 'resolved', await deliveries.told(manager, alert));
  }
}
