import { isCalendarDate } from '#kernel';
import type { Closure, Estate, PostingWindow } from './estate.js';
import type { EstateProblem } from './load-estate.js';
import { closureTime, readMonthly } from './posting-window.js';

/** Each legal entity is posted for, and each closure has a beginning before its end. */
export function checkWindows({ legalEntities, postingWindows }: Estate): EstateProblem[] {
  const entities = legalEntities.map(({ code }) => code);
  const covered = new Set(postingWindows.map(({ legalEntity }) => legalEntity));
  const missing = entities.filter((entity) => !covered.has(entity));
  return [
    ...postingWindows.flatMap((window, index) => checkWindow(window, entities, ['postingWindows', index])),
    ...missing.map((entity) => ({
      path: ['postingWindows'],
      message: `has no window for ${entity}: its approved time would never be billed`,
    })),
  ];
}

function checkWindow(window: PostingWindow, entities: string[], path: EstateProblem['path']): EstateProblem[] {
  const { legalEntity, timeZone } = window;
  const closed = Array.isArray(window.closed) ? window.closed : [];
  const problems = closed.flatMap((closure, index) => checkClosure(closure, [...path, 'closed', index]));
  if (!entities.includes(legalEntity)) {
    const message = `"${legalEntity}" is not a legal entity of this estate`;
    problems.push({ path: [...path, 'legalEntity'], message });
  }
  if (closed.length > 0 && timeZone === undefined) {
    problems.push({ path: [...path, 'timeZone'], message: 'is missing: say where the closures are meant' });
  }
  if (window.cutOff !== undefined && timeZone === undefined) {
    problems.push({ path: [...path, 'timeZone'], message: 'is missing: say where the cut-off is meant' });
  }
  return problems;
}

/** What is spelt wrongly has been complained of already. */
function checkClosure({ from, until }: Closure, path: EstateProblem['path']): EstateProblem[] {
  const times = Object.entries({ from, ...(until && { until }) });
  if (!times.every(([, time]) => closureTime.test(time))) return [];
  const unreal = times.filter(([, time]) => !readMonthly(time) && !isCalendarDate(time.slice(0, 10)));
  if (unreal.length > 0) {
    return unreal.map(([field, time]) => ({ path: [...path, field], message: `"${time}" is no day of the calendar` }));
  }
  const isMonthly = readMonthly(from) !== null;
  if (until ? isMonthly !== (readMonthly(until) !== null) : isMonthly) {
    return [{ path, message: 'must begin and end both once, or both every month' }];
  }
  if (until && (until === from || (!isMonthly && until < from))) {
    return [{ path: [...path, 'until'], message: `must be later than "${from}"` }];
  }
  return [];
}
