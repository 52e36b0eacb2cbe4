import {
  type AssignmentReported,
  events,
  type HolidaysAdjusted,
  type LeaveRecorded,
  type ProjectState,
  type RunEnded,
} from '#contracts';
import type { StoredEvent, Subscription } from '#events';
import type { RunService } from '#workflow';
import { keepWorker } from '../people/keep-worker.workflow.js';
import type { AssignmentRepository, Mended } from './assignment.repository.js';
import { synchroniseAssignment } from './synchronise-assignment.workflow.js';

/** Each report of an assignment is carried by the run at work on it, or by a new one; what says nothing new by none. */
export const reportedAssignments = (assignments: AssignmentRepository, service: RunService): Subscription => ({
  name: 'assignments are carried through',
  types: [events.assignmentConfirmed, events.assignmentChanged, events.assignmentCancelled],
  handle: async (event, manager) => {
    const { instance, id, assignment } = event.data as AssignmentReported;
    const turn = await assignments.report(manager, { instance, id }, assignment, event);
    if (!turn) return 'superseded';
    const run = await service.begin(manager, synchroniseAssignment, turn, event);
    if (run.isNew) await assignments.begun(manager, turn, run.id);
    else await service.nudge(manager, run.id, `${event.subject} changed at its source`);
    return 'applied';
  },
});

/**
 * What speaks against an assignment may be mended elsewhere: the project becomes ready for staffing, a worker was kept
 * anew in the directory, their leave or the holidays of their HR system change.
 */
export const mendedElsewhere = (assignments: AssignmentRepository, service: RunService): Subscription => ({
  name: 'assignments go on when their project or worker is ready',
  types: [events.projectStaffingReady, events.runEnded, events.leaveRecorded, events.holidaysAdjusted],
  handle: async (event, manager) => {
    const mended = mendedBy(event);
    if (!mended) return 'superseded';
    if ('project' in mended) await assignments.projectIsReady(manager, mended.project);
    for (const run of await assignments.openRuns(manager, mended)) {
      await service.nudge(manager, run, `${event.subject} changed at its source`);
    }
    return 'applied';
  },
});

function mendedBy({ type, data }: StoredEvent): Mended | null {
  switch (type) {
    case events.projectStaffingReady.type:
      return { project: (data as ProjectState).project };
    case events.leaveRecorded.type: {
      const { instance, leave } = data as LeaveRecorded;
      return { worker: { instance, id: leave.workerId } };
    }
    case events.holidaysAdjusted.type:
      return { instance: (data as HolidaysAdjusted).instance };
    default: {
      const { workflow, id } = data as RunEnded;
      return workflow === keepWorker.name ? { keptBy: id } : null;
    }
  }
}
