import type { World } from '../../core/simulator.js';
import { turnedAway } from '../../core/throttle.js';
import { GraphError } from './errors.js';

/** Uploads let through (learn.microsoft.com, Troubleshoot inbound provisioning API issues). */
const windows = [
  { name: 'burst', ms: 5000, most: 40 },
  { name: 'day', ms: 24 * 60 * 60 * 1000, most: 6000 },
] as const;

interface Count {
  window: number;
  calls: number;
}

const tooMany = (headers: Record<string, string>): GraphError =>
  new GraphError(429, 'TooManyRequests', 'Too many requests.', headers);

/** Assumption, unconfirmed by the vendor: windows begin at fixed times, and the refusal says when the next one does. */
export function countUpload(world: World): void {
  const now = world.now().getTime();
  for (const { name, ms, most } of windows) {
    const window = Math.floor(now / ms);
    const last = world.store.get<Count>('calls', name);
    const calls = last?.window === window ? last.calls : 0;
    if (calls >= most) throw tooMany({ 'Retry-After': String(Math.ceil(((window + 1) * ms - now) / 1000)) });
    world.store.put('calls', name, { window, calls: calls + 1 });
  }
}

/** Graph as a whole turns callers away as it sees fit. */
export function obeyThrottle(world: World): void {
  const away = turnedAway(world);
  if (away) throw tooMany(away);
}
