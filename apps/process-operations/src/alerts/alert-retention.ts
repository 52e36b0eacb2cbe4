import { type AppLogger, BackgroundLoop } from '#platform';
import type { AlertRepository } from './alert.repository.js';

const hourMs = 3_600_000;

/** Lets go of alerts that were resolved long ago; what people did about them stays in the audit log. */
export const alertRetention = (alerts: AlertRepository, days: number, logger: AppLogger): BackgroundLoop =>
  new BackgroundLoop({
    name: 'alert retention',
    logger,
    idleMs: hourMs,
    work: async () => (await alerts.forget(days)) > 0,
  });
