import type { Firm } from '../../../apps/sandbox/src/firm/firm.js';
import { habits } from './habits/habits.js';
import { type Habit, Life, type PlannedDeed } from './life.js';

/**
 * What the firm's people do, one deed after the other, without end: a seed says all of it, whatever becomes of it at the
 * vendors. Its own record is bounded: deals end, mistakes are put right, hiring and new customers stop at some number.
 */
export function* plan(firm: Firm, seed: number, among: Habit[] = habits): Generator<PlannedDeed, never> {
  const life = new Life(firm, seed);
  for (;;) {
    const { name, drafts } = occasion(life, among);
    for (const draft of drafts) {
      yield { ...draft, number: life.number, habit: name };
      life.number += 1;
    }
  }
}

/** Of the habits that have an occasion now, one by its weight. */
function occasion(life: Life, among: Habit[]): { name: string; drafts: PlannedDeed[] } {
  const left = [...among];
  while (left.length > 0) {
    const habit = weighted(life, left);
    const drafts = habit.occasion(life);
    if (drafts) return { name: habit.name, drafts: drafts as PlannedDeed[] };
    left.splice(left.indexOf(habit), 1);
  }
  throw new Error('nobody at the firm has anything to do');
}

function weighted({ random }: Life, among: Habit[]): Habit {
  const all = among.reduce((sum, { weight }) => sum + weight, 0);
  let left = random.next() * all;
  return among.find(({ weight }) => (left -= weight) < 0) ?? among.at(-1)!;
}
