import type { FastifyReply } from 'fastify';
import type { World } from '../../core/simulator.js';
import { SalesforceError } from './errors.js';

/** Calls within 24 hours: an Enterprise org's 100,000 and 1,000 for each of its hundred users. */
const bought = 200_000;
const hourMs = 3_600_000;

interface Hour {
  /** Hours since 1970. */
  hour: number;
  calls: number;
}

/** What the org may call within 24 hours, and what it has. */
export function allocation(world: World): { max: number; used: number } {
  const now = hourOf(world);
  const used = world.store
    .list<Hour>('usage')
    .filter(({ hour }) => hour > now - 24)
    .reduce((sum, { calls }) => sum + calls, 0);
  return { max: world.store.get<{ max: number }>('setting', 'allocation')?.max ?? bought, used };
}

const hourOf = (world: World): number => Math.floor(world.now().getTime() / hourMs);

/** Counts a call and says so in a header; refuses it once the allocation is used up, without saying until when. */
export function meter(world: World, reply: FastifyReply): void {
  const { max, used } = allocation(world);
  const counted = Math.min(used + 1, Math.max(used, max));
  void reply.header('Sforce-Limit-Info', `api-usage=${counted}/${max}`);
  if (used >= max) throw new SalesforceError(403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.');
  const hour = hourOf(world);
  const calls = world.store.get<Hour>('usage', String(hour))?.calls ?? 0;
  world.store.put('usage', String(hour), { hour, calls: calls + 1 });
  for (const old of world.store.list<Hour>('usage')) {
    if (old.hour <= hour - 24) world.store.delete('usage', String(old.hour));
  }
}

/** Leaves the org `remaining` calls. */
export function leave(world: World, remaining: number): void {
  if (!Number.isInteger(remaining) || remaining < 0) throw new Error('remaining must be a whole number of calls');
  world.store.put('setting', 'allocation', { max: allocation(world).used + remaining });
}
