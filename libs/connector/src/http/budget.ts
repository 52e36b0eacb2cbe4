import { type Limits, type Priority, reservedShare } from './limits.js';

/** How long what was leased may be used without asking again. */
export const freshMs = 1_500;

/** A stretch of time in which a vendor counts requests. */
export interface Window {
  name: 'minute' | 'day';
  limit: number;
  /** Requests are booked in slots of this width. */
  slotMs: number;
  /** What was booked in a slot no older than this may still be counted by the vendor. */
  spanMs: number;
}

/** Requests booked in one slot, and how long ago it began. */
export interface Use {
  window: Window['name'];
  ageMs: number;
  requests: number;
}

const counted = (name: Window['name'], limit: number | undefined, ms: number, slotMs: number): Window[] =>
  limit === undefined ? [] : [{ name, limit, slotMs, spanMs: ms + slotMs + freshMs }];

export const windowsOf = ({ perMinute, perDay }: Limits): Window[] => [
  ...counted('minute', perMinute, 60_000, 10_000),
  ...counted('day', perDay, 86_400_000, 900_000),
];

/** What one priority gets of what it wants; with nothing, when to ask again. */
export interface Grant {
  requests: number;
  retryInMs: number;
}

/** Divides what is left; those who wait come first, and polling leaves them their share. */
export function grantOf(windows: Window[], uses: Use[], wanted: Record<Priority, number>): Record<Priority, Grant> {
  const one = (priority: Priority, taken: number): Grant => {
    const requests = Math.min(
      wanted[priority],
      ...windows.map((each) => Math.max(0, ceiling(each, priority) - used(each, uses) - taken)),
    );
    const waits = windows.map((each) => freeInMs(each, uses, ceiling(each, priority) - taken));
    return { requests, retryInMs: requests > 0 ? 0 : Math.max(0, ...waits) };
  };
  const interactive = one('interactive', 0);
  return { interactive, background: one('background', interactive.requests) };
}

/** The part of polling's daily budget that is left, 0 to 1. */
export function leftForPolling(windows: Window[], uses: Use[]): number {
  const day = windows.find(({ name }) => name === 'day');
  if (!day) return 1;
  return Math.max(0, 1 - used(day, uses) / Math.max(1, ceiling(day, 'background')));
}

/** By how much polling slows down: not at all above half of its budget, then ever more. */
export const pollingPace = (left: number): number => Math.min(32, 0.5 / Math.max(0.001, Math.min(0.5, left)));

const ceiling = ({ limit }: Window, priority: Priority): number =>
  priority === 'interactive' ? limit : Math.floor(limit * (1 - reservedShare));

const within = (window: Window, uses: Use[]): Use[] =>
  uses.filter(({ window: name, ageMs }) => name === window.name && ageMs < window.spanMs);

const used = (window: Window, uses: Use[]): number =>
  within(window, uses).reduce((sum, { requests }) => sum + requests, 0);

/** How long until enough has been forgotten for one more request. */
function freeInMs(window: Window, uses: Use[], limit: number): number {
  const oldestFirst = within(window, uses).sort((a, b) => b.ageMs - a.ageMs);
  let over = used(window, uses) + 1 - limit;
  for (const { ageMs, requests } of oldestFirst) {
    if (over <= 0) return 0;
    over -= requests;
    if (over <= 0) return Math.ceil(window.spanMs - ageMs);
  }
  return over <= 0 ? 0 : window.spanMs;
}
