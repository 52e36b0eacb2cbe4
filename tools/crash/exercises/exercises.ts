import { billing } from './billing.js';
import type { Exercises } from './exercise.js';
import { operations } from './operations.js';
import { projects } from './projects.js';
import { staffing } from './staffing.js';
import { workforce } from './workforce.js';

/** Every workflow the process apps define, and the taking back of one. */
export const exercises: Exercises = { ...workforce, ...projects, ...billing, ...staffing, ...operations };

/** Those whose cases may have a name that holds the text: one where it begins with its name. */
export function exercisesOf(text: string): Exercises {
  const [name] = text.split(' ');
  const one = exercises[name!];
  return one ? { [name!]: one } : exercises;
}
