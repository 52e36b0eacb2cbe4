import type { World } from '../../core/simulator.js';
import { userError } from './errors.js';
import type { Values } from './record-type.js';

/** Months finance has closed: nothing dated in one is made, changed or removed. */
export function refuseLockedPeriods(world: World, ...records: (Values | undefined)[]): void {
  for (const record of records) {
    const month = typeof record?.tranDate === 'string' ? record.tranDate.slice(0, 7) : '';
    if (world.store.get('locked-period', month)) {
      throw userError('You cannot create or change transactions in a locked period.', 'tranDate');
    }
  }
}

interface Period {
  month: string;
}

export function lockPeriod(world: World, { month }: Period): void {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) throw new Error('say which month: {"month": "2026-10"}');
  if (world.store.get('locked-period', month)) throw new Error(`the period ${month} is locked already`);
  world.store.put('locked-period', month, { month });
  world.store.record({ operation: 'lock', entity: 'accountingPeriod', id: month, by: 'person' });
}

export function unlockPeriod(world: World, { month }: Period): void {
  if (!world.store.get('locked-period', month)) throw new Error(`the period ${month} is not locked`);
  world.store.delete('locked-period', month);
  world.store.record({ operation: 'unlock', entity: 'accountingPeriod', id: month, by: 'person' });
}
