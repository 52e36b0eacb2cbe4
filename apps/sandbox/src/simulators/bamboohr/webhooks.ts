import { createHmac } from 'node:crypto';
import type { World } from '../../core/simulator.js';

/** A webhook on its way. */
interface Delivery {
  id: string;
  body: string;
  attempts: number;
  /** Milliseconds since the epoch. */
  dueAt: number;
  state: 'waiting' | 'delivered' | 'given-up';
}

/** The vendor retries 5xx after 5, 10, 20, 40 and 80 minutes; a minute passes in a second here. */
const retryMinutes = [5, 10, 20, 40, 80];
const minuteMs = 1_000;

/** Queues what happened to an employee: a new one is reported as created and then as updated. */
export function announce(
  world: World,
  employeeId: string,
  type: 'created' | 'updated' | 'deleted',
  changedFields: string[],
): void {
  if (world.store.get<{ paused: boolean }>('setting', 'webhooks')?.paused) return;
  for (const event of type === 'created' ? ['created', 'updated'] : [type]) {
    const id = String(world.store.next('delivery'));
    const body = JSON.stringify({
      type: `employee.${event}`,
      // An offset without a colon, as the vendor sends it.
      timestamp: `${world.now().toISOString().slice(0, 19)}+0000`,
      data: { companyId: '12345', employeeId, changedFields },
    });
    world.store.put('delivery', id, {
      id,
      body,
      attempts: 0,
      dueAt: world.now().getTime(),
      state: 'waiting',
    } satisfies Delivery);
  }
}

/** Sends the last deliveries once more, as happens when a reply got lost. */
export function redeliver(world: World, times: number): void {
  const last = world.store.list<Delivery>('delivery').at(-1);
  if (!last) throw new Error('nothing was delivered yet');
  for (let count = 0; count < times; count += 1) {
    const id = String(world.store.next('delivery'));
    world.store.put('delivery', id, { ...last, id, attempts: 0, dueAt: world.now().getTime(), state: 'waiting' });
  }
}

/** Keeps delivering until stopped. */
export function startDelivery(world: World): () => Promise<void> {
  let running = Promise.resolve();
  const timer = setInterval(() => {
    running = running.then(() => deliverDue(world));
  }, 100);
  return async () => {
    clearInterval(timer);
    await running;
  };
}

async function deliverDue(world: World): Promise<void> {
  const now = world.now().getTime();
  const due = world.store
    .list<Delivery>('delivery')
    .filter((delivery) => delivery.state === 'waiting' && delivery.dueAt <= now);
  for (const delivery of due) {
    const status = await send(world, delivery.body);
    world.store.put('delivery', delivery.id, after(delivery, status, world.now().getTime()));
  }
  if (due.length > 0) await world.store.settled();
}

function after(delivery: Delivery, status: number, now: number): Delivery {
  const attempts = delivery.attempts + 1;
  if (status >= 200 && status < 300) return { ...delivery, attempts, state: 'delivered' };
  const pause = retryMinutes[delivery.attempts];
  if ((status >= 400 && status < 500) || pause === undefined) return { ...delivery, attempts, state: 'given-up' };
  return { ...delivery, attempts, dueAt: now + pause * minuteMs };
}

/** The status of the answer; 0 where there was none. */
async function send(world: World, body: string): Promise<number> {
  const { webhookUrl, webhookKey } = world.credentials.bamboohr;
  const timestamp = String(Math.floor(world.now().getTime() / 1000));
  const signature = createHmac('sha256', webhookKey)
    .update(body + timestamp)
    .digest('hex');
  const headers = {
    'content-type': 'application/json',
    'X-BambooHR-Timestamp': timestamp,
    'X-BambooHR-Signature': signature,
  };
  return fetch(webhookUrl, { method: 'POST', headers, body, signal: AbortSignal.timeout(5_000) }).then(
    async (reply) => {
      await reply.arrayBuffer();
      return reply.status;
    },
    () => 0,
  );
}
