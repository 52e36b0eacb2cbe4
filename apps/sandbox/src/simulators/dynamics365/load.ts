import type { FastifyReply } from 'fastify';
import type { World } from '../../core/simulator.js';

/** How much the product cares for an application's requests when it is busy, least first. */
const priorities = ['Low', 'Medium', 'High'] as const;
type Priority = (typeof priorities)[number];

interface Load {
  /** Requests of this priority, and of those below it, are turned away. */
  turnsAway: Priority;
  retryAfterSeconds: number;
  /** How many requests more; without it, until the load is gone. */
  times?: number;
}

const words = 'This request could not be processed at this time due to system experiencing high resource utilization.';

/** Makes the product busy, or idle again. */
export function setLoad(world: World, load: Load | { turnsAway: null }): void {
  if (load.turnsAway === null) return world.store.delete('setting', 'load');
  if (!priorities.includes(load.turnsAway) || !(load.retryAfterSeconds > 0)) {
    throw new Error('say who is turned away and for how long: {"turnsAway": "Medium", "retryAfterSeconds": 5}');
  }
  world.store.put('setting', 'load', load);
}

/** Maps the gateway's application to a priority. */
export function setPriority(world: World, { priority }: { priority: Priority }): void {
  if (!priorities.includes(priority)) throw new Error(`the priorities are ${priorities.join(', ')}`);
  world.store.put('setting', 'priority', { priority });
}

/** Turns a request away where the product is too busy for it. Assumption, unconfirmed by the vendor: the form of the body. */
export function turnAway(world: World, reply: FastifyReply): FastifyReply | undefined {
  const load = world.store.get<Load>('setting', 'load');
  if (!load) return undefined;
  // Assumption, unconfirmed by the vendor: who has no priority has the middle one.
  const { priority } = world.store.get<{ priority: Priority }>('setting', 'priority') ?? { priority: 'Medium' };
  if (priorities.indexOf(priority) > priorities.indexOf(load.turnsAway)) return undefined;
  if (load.times !== undefined) {
    if (load.times > 1) world.store.put('setting', 'load', { ...load, times: load.times - 1 });
    else world.store.delete('setting', 'load');
  }
  const body = { error: { code: '', message: words } };
  return reply.code(429).header('retry-after', String(load.retryAfterSeconds)).send(body);
}
