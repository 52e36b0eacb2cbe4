import { Random } from '../../chaos/random.js';
import { begin, failures } from './failures.js';
import { inTime, isDue, type Job, jobOf, mostInTime } from './in-time.js';
import type { WorkbenchBench } from './workbench-bench.js';

export interface Shift {
  failures: number;
  /** How many people settle in an hour. */
  perHour: number;
  hours: number;
}

/** Cents that are billed in time, by the order in which people take what stopped. */
export interface Outcome {
  /** What is lost by the end unless somebody settles it. */
  atStake: number;
  workbench: number;
  firstInFirstOut: number;
  atRandom: number;
  /** The most that any order could have billed. */
  most: number;
}

const hourMs = 3_600_000;

/** One morning before a cut-off: each hour the people take the first of the workbench as it is then. */
export async function workShift(bench: WorkbenchBench, shift: Shift, seed: number): Promise<Outcome> {
  const { perHour, hours } = shift;
  await bench.stopped(failures(shift.failures, seed));
  const jobs = (await bench.list(begin)).map(jobOf);
  const byId = new Map(jobs.map((job) => [job.id, job]));
  const worked: Job[] = [];
  for (let hour = 0; hour < hours; hour += 1) {
    const now = new Date(begin.getTime() + hour * hourMs);
    const next = (await bench.list(now)).slice(0, perHour).map((item) => item.case.id);
    await bench.settled(next);
    worked.push(...next.map((id) => byId.get(id)!));
  }
  const oldestFirst = jobs.toSorted((a, b) => a.createdAt.localeCompare(b.createdAt));
  const done = (order: Job[]): number => inTime(order, perHour, hours);
  return {
    atStake: jobs.filter((job) => isDue(job, hours)).reduce((sum, { cents }) => sum + cents, 0),
    workbench: done(worked),
    firstInFirstOut: done(oldestFirst),
    atRandom: done(new Random(seed).shuffled(oldestFirst)),
    most: mostInTime(jobs, perHour, hours),
  };
}
