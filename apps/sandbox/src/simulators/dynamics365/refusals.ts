import { type Refusal as Arranged, takeRefusal } from '../../core/arranged-refusals.js';
import type { World } from '../../core/simulator.js';
import { Refusal } from './errors.js';

export { arrangeRefusal as failNext } from '../../core/arranged-refusals.js';

/** What an extension of the firm's own has against the next row of a set; its words stand in the infolog. */
export function refusalArranged({ store }: World, set: string): Refusal | undefined {
  const arranged = store.get<Arranged>('refusal', set);
  return arranged && new Refusal([arranged.detail], 'Warning', set);
}

/** Called once the refused work is taken back, since that would give the refusal back too. */
export const useUp = (world: World, set: string): void => void takeRefusal(world, set);
