import type { FastifyInstance } from 'fastify';
import type { World } from '../../core/simulator.js';
import { requireToken, tokenPath } from './auth.js';
import { NetsuiteError } from './errors.js';

/** What the smallest account may have in flight at once. */
const defaultLimit = 5;
/** Long enough that requests overlap, as they do over a real network. */
const usualWorkMs = 2;

/**
 * Lets in who has a token and while fewer requests than the account's limit are in flight. The reply names no time to
 * come back. Assumption, unconfirmed by the vendor: asking for a token takes no place.
 */
export function govern(app: FastifyInstance, world: World): void {
  let inFlight = 0;
  app.addHook('onRequest', async (request, reply) => {
    if (request.url === tokenPath) return;
    requireToken(world, request);
    if (inFlight >= limitOf(world)) {
      throw new NetsuiteError(429, 'CONCURRENCY_LIMIT_EXCEEDED', 'Concurrent request limit exceeded. Request blocked.');
    }
    // A caller that hung up already would never give its place back.
    if (!reply.raw.destroyed) {
      inFlight += 1;
      reply.raw.once('close', () => (inFlight -= 1));
    }
    await new Promise((resolve) => setTimeout(resolve, workMsOf(world)));
  });
}

const limitOf = (world: World): number =>
  world.store.get<{ limit: number }>('setting', 'concurrency')?.limit ?? defaultLimit;

export function setConcurrency(world: World, { limit }: { limit: number }): void {
  if (!Number.isInteger(limit) || limit < 1) throw new Error('the concurrency limit must be a whole number above zero');
  world.store.put('setting', 'concurrency', { limit });
}

const workMsOf = (world: World): number => world.store.get<{ ms: number }>('setting', 'work')?.ms ?? usualWorkMs;

/** How long the account takes over each call. */
export function setWork(world: World, { ms }: { ms: number }): void {
  if (!Number.isInteger(ms) || ms < 1)
    throw new Error('the work on a call takes a whole number of milliseconds above zero');
  world.store.put('setting', 'work', { ms });
}
