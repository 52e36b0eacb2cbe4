import type { FastifyRequest } from 'fastify';
import type { World } from '../../core/simulator.js';
import { turnedAway } from '../../core/throttle.js';
import { KantataError } from './errors.js';

/** Lets a caller in who has the account's token, unless the account is being throttled. */
export function admit(world: World, request: FastifyRequest): void {
  if (request.headers.authorization !== `Bearer ${world.credentials.kantata.token}`)
    throw new KantataError(401, [{ type: 'oauth', message: 'Invalid OAuth 2 Request' }]);
  // The vendor documents the status only: no header says when to come back, and the body may be anything.
  if (turnedAway(world)) throw new KantataError(429, [{ type: 'system', message: 'Too many requests' }]);
}
