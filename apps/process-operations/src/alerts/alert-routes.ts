import { Failure, type FieldProblem } from '#kernel';
import {
  type AlertRoute,
  type AlertsConfig,
  type AppConfig,
  durationMs,
  type Mailer,
  openMailer,
  referredSecret,
} from '#platform';
import type { Receiver } from './delivery.repository.js';
import { signingKeys } from './webhook.js';

/** A webhook with the keys its messages are signed with. */
export interface SignedWebhook {
  url: string;
  keys: Buffer[];
}

/** Where alerts go: the routes of the estate with their secrets read; every problem is in one Failure. */
export class AlertRoutes {
  readonly portalUrl: string;
  readonly mailer: Mailer | null;
  private readonly webhooks = new Map<string, SignedWebhook>();

  constructor(
    readonly settings: AlertsConfig,
    config: AppConfig,
  ) {
    this.portalUrl = settings.portalUrl ?? config.addresses['experience-api'];
    const problems: FieldProblem[] = [];
    const noted = <T>(field: string, read: () => T): T | null => {
      try {
        return read();
      } catch (error) {
        problems.push({ field, message: Failure.from(error).message });
        return null;
      }
    };
    const secretOf = (reference: string): string => referredSecret(config.secretsDir, reference);
    for (const { owner, webhook } of settings.routes) {
      if (!webhook) continue;
      const field = `alerts.routes[owner=${owner}].webhook`;
      if (config.production && !webhook.url.startsWith('https:'))
        problems.push({ field: `${field}.url`, message: 'is not https: production posts to no other address' });
      const keys = noted(`${field}.secret`, () => signingKeys(secretOf(webhook.secret)));
      if (keys) this.webhooks.set(owner, { url: webhook.url, keys });
    }
    const { mail } = settings;
    const password = mail?.password && noted('alerts.mail.password', () => secretOf(mail.password!));
    this.mailer = mail ? openMailer(mail, password || null) : null;
    if (problems.length > 0)
      throw new Failure('rejected', 'alerts are not set up', {
        code: 'broken-alerts',
        remedy: 'correct alerts in estate.yaml, or put the secret where it is looked for',
        fields: problems,
      });
  }

  of(owner: string): AlertRoute | undefined {
    return this.settings.routes.find((route) => route.owner === owner);
  }

  receivers(owner: string): Receiver[] {
    const route = this.of(owner);
    return [
      ...(route?.webhook ? [{ route: owner, channel: 'webhook', address: null } as const] : []),
      ...(route?.email ?? []).map((address) => ({ route: owner, channel: 'email', address }) as const),
    ];
  }

  webhook(owner: string): SignedWebhook | undefined {
    return this.webhooks.get(owner);
  }

  get gatherMs(): number {
    return durationMs(this.settings.gather);
  }

  /** How long an owner has before an alert is escalated, and to whom; null where it is not. */
  escalation(owner: string): { afterMs: number; to: string } | null {
    const route = this.of(owner);
    if (!route?.acknowledgeWithin || !route.escalatesTo) return null;
    return { afterMs: durationMs(route.acknowledgeWithin), to: route.escalatesTo };
  }
}
