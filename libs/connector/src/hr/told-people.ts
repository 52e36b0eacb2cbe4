import { events, type hr } from '#contracts';
import type { Change } from '../connector.js';

const about = (instance: string, id: string) => ({ subject: `worker/${id}`, data: { instance, id } });

/** Somebody was hired at `time` (RFC 3339). `hire` tells it from a later hire of the same person, where there may be one. */
export const workerHired = (instance: string, id: string, time: string, hire?: string): Change => ({
  ...about(instance, id),
  type: events.workerHired,
  key: hire ? `${id}/${hire}` : id,
  time,
});

/** Somebody changed at `time` (RFC 3339). `version` is the record's own, so that each report of the change has it. */
export const workerChanged = (instance: string, id: string, time: string, version: string): Change => ({
  ...about(instance, id),
  type: events.workerChanged,
  key: `${id}/${version}`,
  time,
});

/** Leave as it is at `time` (RFC 3339). */
export const leaveRecorded = (instance: string, leave: hr.Leave, time: string, version: string): Change => ({
  type: events.leaveRecorded,
  subject: `leave/${leave.id}`,
  key: `${leave.id}/${version}`,
  time,
  data: { instance, id: leave.id, leave },
});
