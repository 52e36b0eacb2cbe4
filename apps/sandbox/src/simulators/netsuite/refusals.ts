import { arrangeRefusal, type Refusal, takeRefusal } from '../../core/arranged-refusals.js';
import type { World } from '../../core/simulator.js';
import { NetsuiteError } from './errors.js';
import { typeOf } from './record-types.js';

/** Arranges for the next `times` creates of a record type to be refused. */
export function failNext(world: World, refusal: Refusal): void {
  typeOf(refusal.type);
  arrangeRefusal(world, refusal);
}

export function refuseAsArranged(world: World, type: string): void {
  const refusal = takeRefusal(world, type);
  if (refusal) throw new NetsuiteError(400, refusal.errorCode, refusal.detail);
}
