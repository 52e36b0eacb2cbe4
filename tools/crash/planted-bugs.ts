import { randomUUID } from 'node:crypto';
import { Journal } from '../../libs/workflow/src/journal.js';
import { Journaling } from '../../libs/workflow/src/journaling.js';

/** Deliberate defects, and the case that must give each away. */
export const plantedBugs: { name: string; caughtBy: string; plant: () => void }[] = [
  {
    name: 'a step gets a new key for each try',
    caughtBy: 'project-mobilisation after-reply #4 pause',
    plant: () => replace(Journaling.prototype, 'keyOf', () => () => randomUUID()),
  },
  {
    name: 'an undo is noted as done before it is done',
    caughtBy: 'cancellation before-undo #2 kill',
    plant: () =>
      replace(
        Journal.prototype,
        'mark',
        (sound) =>
          function (this: Journal, manager: unknown, held: unknown, step: unknown, state: unknown) {
            return sound.call(this, manager, held, step, state === 'undoing' ? 'undone' : state);
          },
      ),
  },
];

type Method = (...args: unknown[]) => unknown;

function replace(prototype: object, name: string, change: (sound: Method) => Method): void {
  const methods = prototype as Record<string, Method>;
  methods[name] = change(methods[name]!);
}

export function plant(name: string): void {
  const bug = plantedBugs.find((one) => one.name === name);
  if (!bug) throw new Error(`no planted bug "${name}": use one of ${plantedBugs.map((one) => one.name).join('; ')}`);
  bug.plant();
}
