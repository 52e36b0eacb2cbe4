import type { World } from '../../core/simulator.js';
import { refuse } from './errors.js';

/** A set-up that fails, e.g. an extension of the firm's own that turns entities down. */
interface Refusal {
  type: string;
  errorCode: string;
  detail: string;
  times: number;
}

/** Arranges for the next `times` creates in an entity set to be refused. */
export function failNext(world: World, refusal: Refusal): void {
  if (!(refusal.times > 0)) throw new Error('say how many creates are refused: {"times": 1}');
  world.store.put('refusal', refusal.type, refusal);
}

export function refuseAsArranged(world: World, type: string): void {
  const refusal = world.store.get<Refusal>('refusal', type);
  if (!refusal) return;
  const times = refusal.times - 1;
  if (times > 0) world.store.put('refusal', type, { ...refusal, times });
  else world.store.delete('refusal', type);
  throw refuse({ code: refusal.errorCode, message: refusal.detail });
}
