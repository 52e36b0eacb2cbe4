import { Failure } from '#kernel';
import { type AppLogger, BackgroundLoop } from '#platform';
import type { AlertNotice } from '#contracts';
import type { AlertRoutes } from './alert-routes.js';
import type { AlertRepository } from './alert.repository.js';
import { factsOf, stateOf } from './alert-view.js';
import type { DeliveryRepository, Outgoing } from './delivery.repository.js';
import { noticeOf, subjectOf, textOf } from './notice.js';
import { post } from './webhook.js';

export interface AlertSenderParts {
  alerts: AlertRepository;
  deliveries: DeliveryRepository;
  routes: AlertRoutes;
  logger: AppLogger;
}

/** With pauses from 5 seconds to an hour between them: a receiver may be away for three hours. */
const mostTries = 12;
const firstPauseMs = 5_000;
const longestPauseMs = 3_600_000;

/** Sends what is planned. A receiver may get a message twice, under one id; it never misses one in silence. */
export class AlertSender {
  constructor(private readonly parts: AlertSenderParts) {}

  loop(): BackgroundLoop {
    const { logger } = this.parts;
    return new BackgroundLoop({ name: 'alert sender', logger, idleMs: 1_000, work: () => this.sendNext() });
  }

  /** False where nothing is due. */
  async sendNext(): Promise<boolean> {
    const { deliveries } = this.parts;
    const message = await deliveries.take();
    if (!message) return false;
    const body = message.body ?? (await this.write(message));
    if (body === null) {
      await deliveries.dropped(message);
      return true;
    }
    const failure = await this.hand(message, body).then(
      () => null,
      (error: unknown) => Failure.from(error),
    );
    if (failure) await this.putOff(message, failure);
    else await deliveries.sent(message);
    return true;
  }

  /** Written when it is sent first, so that it says what has come together by then; null where nobody needs it any more. */
  private async write({ id, alert: about, route, occasion }: Outgoing): Promise<string | null> {
    const { alerts, deliveries, routes } = this.parts;
    const now = new Date();
    const alert = await alerts.get(about);
    const state = stateOf(alert, now);
    if (occasion !== 'resolved' && (state === 'resolved' || state === 'muted')) return null;
    const items = (await alerts.itemsOf([alert])).get(alert.id)!;
    const facts = factsOf(alert, items, {
      portalUrl: routes.portalUrl,
      priorities: routes.settings.priorities,
      now,
    });
    const withAmounts = routes.of(route)?.withAmounts ?? false;
    return deliveries.keepBody(id, JSON.stringify(noticeOf(facts, occasion, { withAmounts, at: now })));
  }

  private async hand({ id, route, channel, address }: Outgoing, body: string): Promise<void> {
    const { routes } = this.parts;
    if (channel === 'webhook') {
      const webhook = routes.webhook(route);
      if (!webhook) throw gone(`"${route}" has no webhook in estate.yaml any more`);
      return post(webhook, { id, body });
    }
    if (!routes.mailer) throw gone('estate.yaml has no alerts.mail any more');
    const notice = JSON.parse(body) as AlertNotice;
    return routes.mailer({ id, to: address!, subject: subjectOf(notice), text: textOf(notice) });
  }

  private async putOff(message: Outgoing, { kind, message: reason, detail }: Failure): Promise<void> {
    const { deliveries, logger } = this.parts;
    const { id, tries } = message;
    if (kind === 'unavailable' && tries < mostTries) {
      const pause = Math.min(longestPauseMs, firstPauseMs * 2 ** (tries - 1));
      return deliveries.later(
        message,
        reason,
        Math.round(Math.max(pause, Math.min(detail.retryAfterMs ?? 0, longestPauseMs))),
      );
    }
    logger.problem('alert message given up', { subject: `delivery/${id}`, count: tries, reason });
    return deliveries.dead(message, reason);
  }
}

const gone = (message: string): Failure => new Failure('not-found', message);
