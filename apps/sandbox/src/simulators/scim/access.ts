import type { FastifyRequest } from 'fastify';
import type { World } from '../../core/simulator.js';
import { ScimError } from './errors.js';

interface Throttle {
  times: number;
  retryAfterSeconds?: number;
}

/** Lets a caller in who has the bearer token, unless the provider is throttling. */
export function admit(world: World, { headers }: FastifyRequest): void {
  const [scheme = '', token] = (headers.authorization ?? '').split(' ');
  if (scheme.toLowerCase() !== 'bearer' || token !== world.credentials.scim.token)
    throw new ScimError(401, 'Authorization failure', undefined, { 'WWW-Authenticate': 'Bearer realm="scim"' });
  const throttle = world.store.get<Throttle>('setting', 'throttle');
  if (!throttle || throttle.times <= 0) return;
  world.store.put('setting', 'throttle', { ...throttle, times: throttle.times - 1 });
  const { retryAfterSeconds: wait } = throttle;
  throw new ScimError(429, 'Too many requests', undefined, wait ? { 'Retry-After': String(wait) } : {});
}

/** The RFC says nothing of throttling; providers answer 429, some of them with a time to wait. */
export function setThrottle(world: World, throttle: Throttle): void {
  if (!Number.isInteger(throttle.times) || throttle.times < 0) throw new Error('times must be a whole number of calls');
  world.store.put('setting', 'throttle', { ...throttle });
}
