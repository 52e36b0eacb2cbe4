import type { FastifyRequest } from 'fastify';
import type { World } from '../../core/simulator.js';
import { turnedAway } from '../../core/throttle.js';
import { ScimError } from './errors.js';

/** Lets a caller in who has the bearer token, unless the provider is throttling. */
export function admit(world: World, { headers }: FastifyRequest): void {
  const [scheme = '', token] = (headers.authorization ?? '').split(' ');
  if (scheme.toLowerCase() !== 'bearer' || token !== world.credentials.scim.token)
    throw new ScimError(401, 'Authorization failure', undefined, { 'WWW-Authenticate': 'Bearer realm="scim"' });
  // The RFC says nothing of throttling; providers answer 429, some of them with a time to wait.
  const away = turnedAway(world);
  if (away) throw new ScimError(429, 'Too many requests', undefined, away);
}
