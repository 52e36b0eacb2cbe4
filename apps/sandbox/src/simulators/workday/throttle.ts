import type { World } from '../../core/simulator.js';
import { RestError } from './rest-error.js';
import { processingFault } from './soap-fault.js';

interface Throttle {
  times: number;
}

/** Turns away the next calls. SOAP says so with a 500 like any other fault, REST with a 429; neither says until when. */
export function setThrottle(world: World, { times }: Throttle): void {
  world.store.put('setting', 'throttle', { times });
}

interface Failing {
  message: string;
  times: number;
}

/** Arranges for the next SOAP calls to fail inside the vendor. */
export function failNext(world: World, { message, times }: Failing): void {
  if (!(times > 0)) throw new Error('say how many calls fail: {"times": 1}');
  world.store.put('setting', 'failing', { message, times });
}

export function admitSoap(world: World): void {
  // Assumption, unconfirmed by the vendor: the words.
  if (takeOne(world, 'throttle')) throw processingFault('Too many requests.  Please try again later.');
  const failing = takeOne(world, 'failing') as Failing | undefined;
  if (failing) throw processingFault(failing.message);
}

export function admitRest(world: World): void {
  if (takeOne(world, 'throttle')) throw new RestError(429, 'too many requests');
}

function takeOne(world: World, name: string): Throttle | undefined {
  const setting = world.store.get<Throttle>('setting', name);
  if (!setting || setting.times <= 0) return undefined;
  world.store.put('setting', name, { ...setting, times: setting.times - 1 });
  return setting;
}
