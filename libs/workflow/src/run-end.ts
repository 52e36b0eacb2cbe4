import { events } from '#contracts';
import { eventOf, type StoredEvent } from '#events';
import type { RunRow } from './run.repository.js';

/** Tells that a run has ended, once for each time it is taken up to its end. */
export const runEnded = (app: string, run: RunRow, state: 'completed' | 'cancelled'): StoredEvent =>
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
    },
  });
