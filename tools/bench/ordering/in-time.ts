import type { WorkItem } from '#contracts';
import { begin } from './failures.js';

/** A case as far as this counts: what it is worth, and how many hours of work there are before it is too late. */
export interface Job {
  id: string;
  cents: number;
  hours: number;
  createdAt: string;
}

const hourMs = 3_600_000;

export const jobOf = ({ case: { id, business, createdAt }, lateAt }: WorkItem): Job => ({
  id,
  cents: Math.round(Number(business.moneyAtRisk?.amount ?? 0) * 100),
  hours: Math.floor((Date.parse(lateAt!) - begin.getTime()) / hourMs),
  createdAt,
});

/** What is too late in the shift is lost by its end; the rest can be settled another day, and counts for nothing here. */
export const isDue = (job: Job, hours: number): boolean => job.hours <= hours;

/** What is due and settled in time where people take them in this order, so many an hour, for so many hours. */
export const inTime = (order: Job[], perHour: number, hours: number): number =>
  order
    .slice(0, perHour * hours)
    .filter((job, at) => isDue(job, hours) && Math.floor(at / perHour) + 1 <= job.hours)
    .reduce((sum, { cents }) => sum + cents, 0);

/** The most that any order can settle in time: the dearest first, each as late as it may be. */
export function mostInTime(jobs: Job[], perHour: number, hours: number): number {
  const free = Array.from({ length: hours }, () => perHour);
  return jobs
    .filter((job) => isDue(job, hours))
    .toSorted((a, b) => b.cents - a.cents)
    .reduce((sum, job) => {
      const at = free.findLastIndex((left, hour) => left > 0 && hour + 1 <= job.hours);
      if (at < 0) return sum;
      free[at]! -= 1;
      return sum + job.cents;
    }, 0);
}
