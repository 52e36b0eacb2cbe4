import type { FastifyRequest } from 'fastify';
import type { World } from '../../core/simulator.js';
import { KantataError } from './errors.js';

/** Lets a caller in who has the account's token, unless the account is being throttled. */
export function admit(world: World, request: FastifyRequest): void {
  if (request.headers.authorization !== `Bearer ${world.credentials.kantata.token}`)
    throw new KantataError(401, [{ type: 'oauth', message: 'Invalid OAuth 2 Request' }]);
  const throttle = world.store.get<{ times: number }>('setting', 'throttle');
  if (!throttle || throttle.times <= 0) return;
  world.store.put('setting', 'throttle', { times: throttle.times - 1 });
  // The vendor documents the status only: no header says when to come back, and the body may be anything.
  throw new KantataError(429, [{ type: 'system', message: 'Too many requests' }]);
}

export function setThrottle(world: World, { times }: { times: number }): void {
  if (!Number.isInteger(times) || times < 0) throw new Error('times must be a whole number of calls');
  world.store.put('setting', 'throttle', { times });
}
