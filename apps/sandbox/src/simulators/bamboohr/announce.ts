import type { World } from '../../core/simulator.js';
import type { Employee } from './employee.js';
import { isCustom } from './fields.js';
import type { Webhook } from './webhooks.js';

/** A webhook on its way. */
export interface Delivery {
  id: string;
  webhookId: string;
  employeeId: string;
  body: string;
  attempts: number;
  /** Milliseconds since the epoch. */
  dueAt: number;
  state: 'waiting' | 'delivered' | 'given-up';
  /** `YYYY-MM-DD HH:MM:SS`, UTC. */
  lastAttempted?: string;
  lastSuccess?: string;
  statusCode?: number;
}

type EventName = 'created' | 'updated' | 'deleted';

/** Queues what happened to an employee for every webhook that asked for it; nothing while webhooks are paused. */
export function announce(world: World, employee: Employee, event: EventName, changedFields: string[]): void {
  if (world.store.get<{ paused: boolean }>('setting', 'webhooks')?.paused) return;
  const type = `employee.${event}`;
  for (const webhook of world.store.list<Webhook>('webhook').filter(({ events }) => events.includes(type))) {
    const monitored = changedFields.filter((alias) => webhook.monitorFields.includes(alias));
    if (event !== 'updated') enqueue(world, webhook.id, employee.id, type, []);
    // Fields the company added are told apart from the vendor's own.
    for (const group of [monitored.filter((alias) => !isCustom(alias)), monitored.filter(isCustom)]) {
      if (group.length > 0) enqueue(world, webhook.id, employee.id, type, group);
    }
  }
}

function enqueue(world: World, webhookId: string, employeeId: string, type: string, changedFields: string[]): void {
  const body = JSON.stringify({
    type,
    // An offset without a colon, as the vendor sends it.
    timestamp: `${world.now().toISOString().slice(0, 19)}+0000`,
    data: { companyId: '12345', employeeId, changedFields },
  });
  queue(world, { webhookId, employeeId, body });
}

function queue(world: World, what: Pick<Delivery, 'webhookId' | 'employeeId' | 'body'>): void {
  const id = String(world.store.next('delivery'));
  const delivery: Delivery = { ...what, id, attempts: 0, dueAt: world.now().getTime(), state: 'waiting' };
  world.store.put('delivery', id, delivery);
}

/** Sends the last webhook again, as happens when a reply got lost. */
export function redeliverLast(world: World, { times }: { times: number }): void {
  const last = world.store.list<Delivery>('delivery').at(-1);
  if (!last) throw new Error('no webhook has been sent yet');
  const { webhookId, employeeId, body } = last;
  for (let count = 0; count < times; count += 1) queue(world, { webhookId, employeeId, body });
}
