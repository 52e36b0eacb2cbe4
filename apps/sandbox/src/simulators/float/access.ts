import type { FastifyRequest } from 'fastify';
import type { World } from '../../core/simulator.js';
import { turnedAway } from '../../core/throttle.js';
import { badRequest, FloatError } from './errors.js';

/** `App name (contact@email)`; that another form is answered with 400 is an assumption, unconfirmed by the vendor. */
const introduction = /^.+ \(\S+@\S+\)$/;

/** Lets a caller in who has the token, says who it is, and does not ask too often. */
export function admit(world: World, request: FastifyRequest): void {
  if (request.headers.authorization !== `Bearer ${world.credentials.float.token}`)
    throw new FloatError(401, 'Unauthorized', 'Your request was made with invalid credentials.');
  if (!introduction.test(request.headers['user-agent'] ?? ''))
    throw badRequest('Identify your application and a contact in the User-Agent header.');
  const away = turnedAway(world);
  if (away) throw tooMany(away);
  count(world, request.method === 'GET' ? 'reads' : 'writes');
}

const tooMany = (headers: Record<string, string> = {}): FloatError =>
  Object.assign(new FloatError(429, 'Too Many Requests', 'Rate limit exceeded.'), { headers });

/** Calls a company may make; those within a minute are documented, those within a second reported by others. */
const windows = [
  { name: 'minute', ms: 60_000, reads: 200, writes: 100 },
  { name: 'second', ms: 1000, reads: 10, writes: 4 },
] as const;

interface Count {
  window: number;
  reads: number;
  writes: number;
}

function count(world: World, what: 'reads' | 'writes'): void {
  for (const { name, ms, [what]: most } of windows) {
    const window = Math.floor(world.now().getTime() / ms);
    const last = world.store.get<Count>('calls', name);
    const counted = last?.window === window ? last : { window, reads: 0, writes: 0 };
    if (counted[what] >= most * allowanceOf(world)) throw tooMany();
    world.store.put('calls', name, { ...counted, [what]: counted[what] + 1 });
  }
}

const allowanceOf = (world: World): number => world.store.get<{ times: number }>('setting', 'allowance')?.times ?? 1;

/** The company may call so many times as often; no such offer is published. */
export function setAllowance(world: World, { times }: { times: number }): void {
  if (!(times > 0)) throw new Error('times must be more than 0');
  world.store.put('setting', 'allowance', { times });
}
