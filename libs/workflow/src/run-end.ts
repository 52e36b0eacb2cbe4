import { events } from '#contracts';
import { eventOf, type StoredEvent } from '#events';
import { objectiveSeconds, type WorkflowClass } from './definition.js';
import type { RunRow } from './run.repository.js';

interface Ending {
  state: 'completed' | 'cancelled';
  class: WorkflowClass;
  /** How long it waited by design, in seconds. */
  waited?: number;
}

/** Tells that a run has ended, once for each time it is taken up to its end, and what it was measured by. */
export const runEnded = (app: string, run: RunRow, { state, class: promised, waited = 0 }: Ending): StoredEvent =>
  eventOf({
    type: events.runEnded,
    source: `/apps/${app}`,
    subject: `run/${run.id}`,
    key: `${state} ${run.fence}`,
    correlationId: run.correlationId,
    data: {
      owner: app,
      id: run.id,
      workflow: run.workflow,
      state,
      title: run.title,
      project: run.business.project ?? null,
      begunAt: new Date(run.begun).toISOString(),
      objectiveSeconds: objectiveSeconds(promised),
      waitedSeconds: waited,
    },
  });
