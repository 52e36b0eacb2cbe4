import { setTimeout as pause } from 'node:timers/promises';
import type { World } from '../../core/simulator.js';
import type { Delivery } from './announce.js';
import { takeEffect } from './changes.js';
import { signatureOf } from './signature.js';
import { dateTime, type Webhook } from './webhooks.js';

/** The vendor tries again 5, 10, 20, 40 and 80 minutes after a failure; a minute passes in a second here. */
const retryMinutes = [5, 10, 20, 40, 80];
const minuteMs = 1_000;
const tickMs = 100;
/** Assumption, unconfirmed by the vendor: how long a receiver may take. */
const patienceMs = 5_000;

/** Delivers what is queued and makes dated changes effective, until stopped. */
export function startDelivery(world: World): () => Promise<void> {
  const stopping = new AbortController();
  const work = (async () => {
    while (!stopping.signal.aborted) {
      // A journal that is out of reach stops deliveries only as long as that lasts; requests report it.
      await round(world, stopping.signal).catch(() => undefined);
      await pause(tickMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();
  return async () => {
    stopping.abort();
    await work;
  };
}

async function round(world: World, stopping: AbortSignal): Promise<void> {
  takeEffect(world);
  await deliverDue(world, stopping);
  await world.store.settled();
}

async function deliverDue(world: World, stopping: AbortSignal): Promise<void> {
  const now = world.now().getTime();
  const due = world.store
    .list<Delivery>('delivery')
    .filter((delivery) => delivery.state === 'waiting' && delivery.dueAt <= now);
  // Nobody hears of what could still be lost.
  await world.store.settled();
  for (const delivery of due) {
    const webhook = world.store.get<Webhook>('webhook', delivery.webhookId);
    const status = webhook ? await send(world, webhook, delivery, stopping) : 0;
    if (stopping.aborted) return;
    const at = world.now();
    world.store.put(
      'delivery',
      delivery.id,
      webhook ? after(delivery, status, at) : { ...delivery, state: 'given-up' },
    );
    // It may have been changed or removed while its receiver took its time.
    const current = world.store.get<Webhook>('webhook', delivery.webhookId);
    if (current) world.store.put('webhook', current.id, { ...current, lastSent: dateTime(at) });
  }
}

/** 2xx is delivered, a refusal is final, anything else is tried again as long as the ladder reaches. */
function after(delivery: Delivery, status: number, at: Date): Delivery {
  const tried: Delivery = {
    ...delivery,
    attempts: delivery.attempts + 1,
    lastAttempted: dateTime(at),
    statusCode: status,
  };
  if (status >= 200 && status < 300) return { ...tried, state: 'delivered', lastSuccess: dateTime(at) };
  const minutes = retryMinutes[delivery.attempts];
  const final = status >= 300 && status < 500;
  if (final || minutes === undefined) return { ...tried, state: 'given-up' };
  return { ...tried, dueAt: at.getTime() + minutes * minuteMs };
}

/** The status of the answer; 0 where there was none. */
async function send(world: World, webhook: Webhook, { body }: Delivery, stopping: AbortSignal): Promise<number> {
  const timestamp = String(Math.floor(world.now().getTime() / 1000));
  const signature = signatureOf(webhook.privateKey, body, timestamp);
  const headers = {
    'content-type': 'application/json',
    'X-BambooHR-Timestamp': timestamp,
    'X-BambooHR-Signature': signature,
  };
  const signal = AbortSignal.any([stopping, AbortSignal.timeout(patienceMs)]);
  try {
    const reply = await fetch(webhook.url, { method: 'POST', headers, body, redirect: 'manual', signal });
    await reply.arrayBuffer();
    return reply.status;
  } catch {
    return 0;
  }
}
