import type { FastifyRequest } from 'fastify';
import type { World } from '../../core/simulator.js';
import { BambooError } from './errors.js';

interface Throttle {
  times: number;
  status: number;
  retryAfterSeconds: number;
}

/** Lets a caller in who has the company's key, unless the company is being throttled. */
export function admit(world: World, request: FastifyRequest): void {
  const [scheme, credentials] = (request.headers.authorization ?? '').split(' ');
  // The key is the user name; the password may be any text.
  const [key, password] = Buffer.from(credentials ?? '', 'base64')
    .toString('utf8')
    .split(':');
  if (scheme?.toLowerCase() !== 'basic' || password === undefined || key !== world.credentials.bamboohr.apiKey) {
    throw new BambooError(401, 'Invalid API key');
  }
  const { company } = request.params as { company?: string };
  if (company !== undefined && company !== companyOf(world)) throw new BambooError(404, 'Company not found');
  const throttle = world.store.get<Throttle>('setting', 'throttle');
  if (!throttle || throttle.times <= 0) return;
  world.store.put('setting', 'throttle', { ...throttle, times: throttle.times - 1 });
  throw new BambooError(throttle.status, 'Limit exceeded', {
    headers: throttle.status === 429 ? { 'Retry-After': String(throttle.retryAfterSeconds) } : {},
  });
}

/** Until 16 September 2026 the vendor throttled with 503 and no Retry-After; since then with 429 and one. */
export function setThrottle(
  world: World,
  input: { times: number; retryAfterSeconds?: number; legacy?: boolean },
): void {
  const throttle: Throttle = {
    times: input.times,
    status: input.legacy ? 503 : 429,
    retryAfterSeconds: input.retryAfterSeconds ?? 1,
  };
  world.store.put('setting', 'throttle', throttle);
}

/** The company's subdomain, part of the older host's addresses: the firm's first word. */
export function nameCompany(world: World, firmName: string): void {
  world.store.put('setting', 'company', { subdomain: firmName.split(' ')[0]!.toLowerCase() });
}

export const companyOf = (world: World): string =>
  world.store.get<{ subdomain: string }>('setting', 'company')?.subdomain ?? '';
