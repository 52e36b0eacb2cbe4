import type { World } from '../../core/simulator.js';
import { refuse } from './errors.js';

interface Period {
  month: string;
}

/** Months finance has closed: nothing is posted in one. Assumption, unconfirmed by the vendor: code and wording. */
export function refuseLockedPeriod(world: World, day: string): void {
  const month = day.slice(0, 7);
  if (!world.store.get('locked-period', month)) return;
  const [year, number] = month.split('-');
  throw refuse({ code: 'F5/201', message: `Posting period 0${number} ${year} is not open` });
}

export function lockPeriod(world: World, { month }: Period): void {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) throw new Error('say which month: {"month": "2026-10"}');
  if (world.store.get('locked-period', month)) throw new Error(`the period ${month} is locked already`);
  world.store.put('locked-period', month, { month });
  world.store.record({ operation: 'lock', entity: 'postingPeriod', id: month, by: 'person' });
}

export function unlockPeriod(world: World, { month }: Period): void {
  if (!world.store.get('locked-period', month)) throw new Error(`the period ${month} is not locked`);
  world.store.delete('locked-period', month);
  world.store.record({ operation: 'unlock', entity: 'postingPeriod', id: month, by: 'person' });
}
