import type { Change, Feed, Vendor } from '#connector';
import { type EventType, events, schedulerTool } from '#contracts';
import { checked } from './reply.js';

const typeOf: Record<schedulerTool.AssignmentChange['step'], EventType> = {
  confirmed: events.assignmentConfirmed,
  changed: events.assignmentChanged,
  cancelled: events.assignmentCancelled,
};

/** The same change has the same key, whether it was asked for or pushed. */
export const toChange = (vendor: Vendor, { id, at, step, assignment }: schedulerTool.AssignmentChange): Change => ({
  type: typeOf[step],
  subject: `assignment/${assignment.id}`,
  key: id,
  time: at,
  data: { instance: vendor.instance, id: assignment.id, assignment },
});

/** The cursor is the question itself: `since` the first day, later `after` what the tool said. */
export const assignmentFeed: Feed = {
  name: 'assignments',
  everyMs: 60_000,
  since: (moment) => JSON.stringify({ since: new Date(moment).toISOString() }),
  async poll(vendor, cursor) {
    const query = JSON.parse(cursor) as { since?: string; after?: string };
    const answer = await vendor.get('/v1/changes', query);
    const page = checked(schedulerTool.ChangePage, answer, 'GET /v1/changes', 'unavailable');
    const changes = page.items.map((change) => toChange(vendor, change));
    return { changes, cursor: JSON.stringify({ after: page.cursor }), more: page.more };
  },
};
