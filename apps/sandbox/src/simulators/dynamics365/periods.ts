import type { World } from '../../core/simulator.js';

interface Period {
  month: string;
}

/** What is wrong with a day of a month that finance has closed. Assumption, unconfirmed by the vendor: the words. */
export const periodProblems = (world: World, day: unknown): string[] =>
  world.store.get('locked-period', String(day).slice(0, 7)) ? [`Fiscal period for ${String(day)} is not open.`] : [];

export function lockPeriod(world: World, { month }: Period): void {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) throw new Error('say which month: {"month": "2026-10"}');
  if (world.store.get('locked-period', month)) throw new Error(`the period ${month} is locked already`);
  world.store.put('locked-period', month, { month });
  world.store.record({ operation: 'lock', entity: 'fiscalPeriod', id: month, by: 'person' });
}

export function unlockPeriod(world: World, { month }: Period): void {
  if (!world.store.get('locked-period', month)) throw new Error(`the period ${month} is not locked`);
  world.store.delete('locked-period', month);
  world.store.record({ operation: 'unlock', entity: 'fiscalPeriod', id: month, by: 'person' });
}
