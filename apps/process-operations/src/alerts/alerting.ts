import type { Provider } from '@nestjs/common';
import type { Subscription } from '#events';
import type { AppContext, BackgroundService } from '#platform';
import { journalDays } from '#workflow';
import { AlertBook } from './alert-book.js';
import { alertRetention } from './alert-retention.js';
import { AlertRoutes } from './alert-routes.js';
import { AlertSender } from './alert-sender.js';
import { AlertWatch } from './alert-watch.js';
import { AlertRepository } from './alert.repository.js';
import { AlertsService } from './alerts.service.js';
import { DeliveryRepository } from './delivery.repository.js';

/** Everything about alerts, put together. */
export function alerting({ config, database, estate, logger }: Omit<AppContext, 'tokens'>): {
  provider: Provider;
  subscription: Subscription;
  services: BackgroundService[];
} {
  const routes = new AlertRoutes(estate.estate.alerts, config);
  const alerts = new AlertRepository(database);
  const deliveries = new DeliveryRepository(database);
  return {
    provider: { provide: AlertsService, useValue: new AlertsService({ database, alerts, deliveries, routes }) },
    subscription: new AlertBook({ alerts, deliveries, routes, estate }).subscription(),
    services: [
      new AlertSender({ alerts, deliveries, routes, logger }).loop(),
      new AlertWatch({ database, alerts, deliveries, routes, logger }).loop(),
      alertRetention(alerts, journalDays(config.env), logger),
    ],
  };
}
