import type { World } from './simulator.js';

/** A set-up of the account's own that turns records down, e.g. a workflow script. */
export interface Refusal {
  type: string;
  errorCode: string;
  detail: string;
  times: number;
}

/** Arranges for the next `times` creates of a type to be refused. */
export function arrangeRefusal(world: World, refusal: Refusal): void {
  if (!(refusal.times > 0)) throw new Error('say how many creates are refused: {"times": 1}');
  world.store.put('refusal', refusal.type, refusal);
}

/** The refusal this create meets, which is used up by it; undefined where none is arranged. */
export function takeRefusal(world: World, type: string): Refusal | undefined {
  const refusal = world.store.get<Refusal>('refusal', type);
  if (!refusal) return undefined;
  const times = refusal.times - 1;
  if (times > 0) world.store.put('refusal', type, { ...refusal, times });
  else world.store.delete('refusal', type);
  return refusal;
}
