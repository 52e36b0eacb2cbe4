import type { RunProcess, RunTimeline, RunView, StepView, TimelineStep } from '#contracts';
import { systemOf } from './step-systems.js';

/** A run as people read it: where each step acts, how long it took, and what it waits for. */
export function timelineOf(run: RunView, process: RunProcess, now = new Date()): RunTimeline {
  const { steps, waits, children, ...summary } = run;
  return {
    ...summary,
    process,
    steps: steps.map((step): TimelineStep => ({
      ...step,
      system: systemOf(step.name, run.workflow),
      seconds: secondsOf(step, now),
      wait: waits.find((wait) => wait.step === step.name) ?? null,
    })),
    children: children.map((child) => ({ ...child, process })),
    controls: controlsOf(run),
  };
}

function secondsOf({ startedAt, finishedAt, state, attempts }: StepView, now: Date): number {
  const last = attempts.at(-1);
  const ended = finishedAt ?? (state === 'intent' && last?.outcome !== 'failed' ? null : last?.finishedAt);
  const until = ended ? Date.parse(ended) : now.getTime();
  return Math.max(0, Math.round((until - Date.parse(startedAt)) / 1000));
}

const rerunnable: RunView['state'][] = ['waiting', 'parked', 'completed'];
const cancellable: RunView['state'][] = ['waiting', 'parked'];

function controlsOf({ state, dry }: RunView): string[] {
  if (dry) return [];
  return [
    ...(rerunnable.includes(state) ? ['rerun'] : []),
    ...(cancellable.includes(state) ? ['cancel'] : []),
    'rehearse',
  ];
}
