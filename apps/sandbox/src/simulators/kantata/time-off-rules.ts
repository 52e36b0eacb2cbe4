import type { World } from '../../core/simulator.js';
import { workdayHours } from './account.js';
import { dates, required } from './checks.js';
import { invalid } from './errors.js';
import type { Body, Stored } from './resource.js';
import { stamp } from './rows.js';
import type { Rule } from './rules.js';

/** Hours of the same person and day add up in one entry, within the hours they work that day. */
export const timeOff: Rule = (world, values, before) => {
  dates(values, 'requested_date');
  if (!before) required(world, 'users', values.user_id, 'user_id', 'User');
  const asked = Number(values.hours ?? Number.NaN);
  // Assumption, unconfirmed by the vendor: no time off of no hours. That the hours are needed is the vendor's.
  if (!(asked > 0)) throw invalid('hours', 'Hours must be greater than 0');
  const hours = asked + (before ? 0 : Number(entryOfDay(world, values)?.hours ?? 0));
  if (hours > workdayHours(String(before?.requested_date ?? values.requested_date)))
    throw invalid('hours', 'Hours cannot exceed the workday of the user');
  return before ? { hours } : { ...values, hours, submission_date: stamp(world).slice(0, 10) };
};

/** The entry further hours of a person and day are added to. Assumption, unconfirmed: it keeps its id. */
export const entryOfDay = (world: World, { user_id: user, requested_date: day }: Body): Stored | undefined =>
  world.store.find<Stored>(
    'time_off_entries',
    (entry) => entry.user_id === String(user) && entry.requested_date === day,
  );
