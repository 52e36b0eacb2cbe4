import { setTimeout as pause } from 'node:timers/promises';
import type { ArmedFaults } from './armed-faults.js';
import type { Assignments } from './assignments.js';
import type { PlannedFault } from './fault-schedule.js';
import type { Injector } from './injector.js';
import type { KeyedRequests } from './keyed-requests.js';
import type { Outages } from './outages.js';
import type { PacedClock } from './paced-clock.js';
import { exampleMonth } from './work.js';

export interface Mayhem {
  work: Assignments;
  plan: PlannedFault[];
  spanMs: number;
  clock: PacedClock;
  injector: Injector;
  faults: ArmedFaults;
  outages: Outages;
  requests: KeyedRequests;
  controlUrl: string;
  tell: (line: string) => void;
}

const tickMs = 100;
const tellings = 10;
/** Between two hires that were not planned: a breaker needs time to close, and the gateway to do what it has. */
const pauseMs = 3_000;
/** More than any killed process needs to come back, and any breaker to let calls through again. */
const longestWaitMs = 240_000;

/**
 * Work and faults side by side, each at its time, until every fault has happened: while one waits for a call that it
 * can spoil, there is more work.
 */
export async function mayhem(parts: Mayhem): Promise<void> {
  const over = { yes: false };
  const working = [keepWorking(parts, over), parts.requests.keepAsking(over)];
  try {
    const waiting = await breakAll(parts);
    await untilAllHappened(waiting, parts);
    await parts.outages.over();
  } finally {
    over.yes = true;
    await Promise.all(working);
  }
}

/** Goes through the plan; answers what could not happen at its time. */
async function breakAll({ plan, spanMs, clock, injector, work, tell }: Mayhem): Promise<PlannedFault[]> {
  const waiting: PlannedFault[] = [];
  let next = 0;
  let told = 0;
  for (; next < plan.length || clock.now < spanMs; await pause(tickMs)) {
    await clock.advance();
    while (plan[next] && plan[next]!.at <= clock.now) waiting.push(plan[next++]!);
    await tryAll(waiting, injector);
    if (clock.now - told < spanMs / tellings) continue;
    told = clock.now;
    tell(`${next - waiting.length} faults, ${work.done} pieces of work`);
  }
  return waiting;
}

async function tryAll(waiting: PlannedFault[], injector: Injector): Promise<void> {
  for (const fault of waiting.splice(0)) {
    const happened = await injector.inject(fault.kind).catch((cause: unknown) => {
      throw new Error(`the fault "${fault.kind}" could not be made: ${String(cause)}`, { cause });
    });
    if (!happened) waiting.push(fault);
  }
}

/** Each fault that waits for a call is given one. */
async function untilAllHappened(waiting: PlannedFault[], { faults, injector, work, tell }: Mayhem): Promise<void> {
  const until = Date.now() + longestWaitMs;
  for (let turn = 0; (waiting.length > 0 || faults.left > 0) && Date.now() < until; turn += 1) {
    await tryAll(waiting, injector);
    if (turn === 0) tell(`what is left: ${[...waiting.map(({ kind }) => kind), ...faults.kindsLeft].join(', ')}`);
    await injector.again();
    if (faults.left > faults.webhooksLeft) {
      work.hireMore(1);
      work.recordMore(4);
    }
    await pause(pauseMs);
  }
  tell(`the faults are over, ${work.done} pieces of work`);
}

/** People do not wait until the machines are well again. */
async function keepWorking({ work, clock, controlUrl, spanMs }: Mayhem, over: { yes: boolean }): Promise<void> {
  let monthAt = spanMs / 4;
  for (; !over.yes; await pause(tickMs)) {
    await work.doDue(clock.now);
    if (clock.now < monthAt) continue;
    monthAt += spanMs / 4;
    await exampleMonth(controlUrl);
  }
}

const longestFinishMs = 300_000;

/** The rest of the work, now that nothing hinders it. */
export async function finish(work: Assignments, controlUrl: string): Promise<void> {
  for (const until = Date.now() + longestFinishMs; !work.isDone && Date.now() < until; await pause(500))
    await work.doDue(Infinity);
  await exampleMonth(controlUrl);
}
