import { takeRefusal } from '../../core/arranged-refusals.js';
import type { World } from '../../core/simulator.js';
import { refuse } from './errors.js';

export { arrangeRefusal as failNext } from '../../core/arranged-refusals.js';

export function refuseAsArranged(world: World, type: string): void {
  const refusal = takeRefusal(world, type);
  if (refusal) throw refuse({ code: refusal.errorCode, message: refusal.detail });
}
