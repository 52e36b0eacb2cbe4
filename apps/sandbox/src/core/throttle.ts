import type { World } from './simulator.js';

interface Throttle {
  /** How many calls are still turned away. */
  times: number;
  /** What `Retry-After` says; few vendors publish that there is such a header, so it may be left out. */
  retryAfterSeconds?: number;
}

/** A product turns its next calls away; each in its vendor's own words. */
export function setThrottle(world: World, throttle: Throttle): void {
  if (!Number.isInteger(throttle.times) || throttle.times < 0) throw new Error('times must be a whole number of calls');
  world.store.put('setting', 'throttle', { ...throttle });
}

/** Whether this call is one of them, which is then used up: the headers of the refusal, else null. */
export function turnedAway(world: World): Record<string, string> | null {
  const throttle = world.store.get<Throttle>('setting', 'throttle');
  if (!throttle || throttle.times <= 0) return null;
  world.store.put('setting', 'throttle', { ...throttle, times: throttle.times - 1 });
  const { retryAfterSeconds: seconds } = throttle;
  return seconds === undefined ? {} : { 'Retry-After': String(seconds) };
}
