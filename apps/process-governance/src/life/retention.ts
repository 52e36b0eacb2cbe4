import { type AppLogger, BackgroundLoop, type BreachRepository, type UsageRepository } from '#platform';

const hourMs = 3_600_000;

/** Lets the record of use, and of what answers broke, grow no older than is said in docs/governance.md. */
export const retention = (usage: UsageRepository, breaches: BreachRepository, logger: AppLogger): BackgroundLoop =>
  new BackgroundLoop({
    name: 'retention of use',
    logger,
    idleMs: hourMs,
    work: async () => {
      await usage.condense();
      await breaches.forget();
      return false;
    },
  });
