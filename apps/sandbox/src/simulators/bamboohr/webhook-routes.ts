import type { FastifyInstance } from 'fastify';
import type { World } from '../../core/simulator.js';
import type { Delivery } from './announce.js';
import { sentFields } from './wire.js';
import { createWebhook, dateTime, findWebhook, replaceWebhook, type Webhook } from './webhooks.js';

type ById = { Params: { id: string } };

/** Registration of webhooks, and the log of what became of them; always JSON. */
export function webhookRoutes(app: FastifyInstance, world: World): void {
  app.get('/webhooks', () => ({
    webhooks: world.store
      .list<Webhook>('webhook')
      .map(({ id, name, created, lastSent, url }) => ({ id, name, created, lastSent, url })),
  }));

  app.post('/webhooks', (request, reply) => {
    const webhook = createWebhook(world, sentFields(request));
    world.ledger(request, { operation: 'create', entity: 'webhook', id: webhook.id, data: { name: webhook.name } });
    // The only time the key is told.
    return reply.code(201).send(webhook);
  });

  app.get<ById>('/webhooks/:id', ({ params }) => withoutKey(findWebhook(world, params.id)));

  app.put<ById>('/webhooks/:id', (request) => {
    const webhook = replaceWebhook(world, findWebhook(world, request.params.id), sentFields(request));
    world.ledger(request, { operation: 'update', entity: 'webhook', id: webhook.id, data: { name: webhook.name } });
    return withoutKey(webhook);
  });

  app.delete<ById>('/webhooks/:id', (request, reply) => {
    const { id } = findWebhook(world, request.params.id);
    world.store.delete('webhook', id);
    world.ledger(request, { operation: 'delete', entity: 'webhook', id });
    return reply.type('text/plain').send('Web hook has been deleted.');
  });

  logRoute(app, world);
}

/** Assumption, unconfirmed by the vendor, who publishes only that there is a limit. */
const logRequestsPerMinute = 10;
const logDays = 14;
const logRows = 200;
const dayMs = 24 * 60 * 60 * 1000;

function logRoute(app: FastifyInstance, world: World): void {
  let asked: number[] = [];
  app.get<ById>('/webhooks/:id/log', ({ params }) => {
    const webhook = findWebhook(world, params.id);
    const now = world.now().getTime();
    asked = [...asked.filter((at) => at > now - 60_000), now];
    // The vendor answers 200 here, with the refusal in the body.
    if (asked.length > logRequestsPerMinute) {
      return { error: { code: 429, message: 'Over rate limit, please try again in 60 seconds' } };
    }
    const oldest = dateTime(new Date(now - logDays * dayMs));
    return world.store
      .list<Delivery>('delivery')
      .filter(({ webhookId, lastAttempted }) => webhookId === webhook.id && lastAttempted && lastAttempted >= oldest)
      .slice(-logRows)
      .reverse()
      .map((delivery) => ({
        webhookId: webhook.id,
        url: webhook.url,
        lastAttempted: delivery.lastAttempted,
        // Text stands where no moment does.
        lastSuccess: delivery.lastSuccess ?? 'Webhook Not Found',
        statusCode: String(delivery.statusCode),
        format: webhook.format,
        employeeIds: [delivery.employeeId],
      }));
  });
}

const withoutKey = (webhook: Webhook): object => ({ ...webhook, privateKey: undefined });
