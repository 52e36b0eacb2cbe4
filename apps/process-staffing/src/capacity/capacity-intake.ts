import {
  type AssignmentReported,
  events,
  type HolidaysAdjusted,
  type LeaveRecorded,
  type RunEnded,
  type WorkerReady,
} from '#contracts';
import type { StoredEvent, Subscription } from '#events';
import { addDays } from '#kernel';
import type { EntityManager } from '#platform';
import type { RunService } from '#workflow';
import { keepWorker } from '../people/keep-worker.workflow.js';
import type { Span, StaffedWorker, WorkerRepository } from '../people/worker.repository.js';
import { adjustHolidays } from './adjust-holidays.workflow.js';
import type { CapacityRepository } from './capacity.repository.js';
import { updateCapacity } from './update-capacity.workflow.js';

interface Intake {
  capacity: CapacityRepository;
  workers: WorkerRepository;
  service: RunService;
}

/** What changes how much somebody can work, or what they are booked for while they are away. */
export const capacityIntake = (intake: Intake): Subscription[] => [
  leaveIntake(intake),
  holidayIntake(intake),
  workIntake(intake),
];

/** Every version of a leave is noted in place of the one before; an older one that comes late changes nothing. */
const leaveIntake = ({ capacity, service }: Intake): Subscription => ({
  name: 'leave changes capacity',
  types: [events.leaveRecorded],
  handle: async (event, manager) => {
    const { instance, id, leave } = event.data as LeaveRecorded;
    const days = await capacity.noteLeave(manager, { instance, id, leave }, event.time);
    if (!days) return 'superseded';
    if (days.length > 0) {
      const span = { from: days[0]!, to: days.at(-1)! };
      const reason = `leave/${id}/${event.id}`;
      await service.begin(manager, updateCapacity, { instance, workerId: leave.workerId, ...span, reason }, event);
    }
    return 'applied';
  },
});

const holidayIntake = ({ service }: Intake): Subscription => ({
  name: 'holidays change capacity',
  types: [events.holidaysAdjusted],
  handle: async (event, manager) => {
    const { instance, from, to } = event.data as HolidaysAdjusted;
    const { isNew } = await service.begin(manager, adjustHolidays, { instance, from, to, event: event.id }, event);
    return isNew ? 'applied' : 'superseded';
  },
});

/** Leave of somebody the directory or the scheduler learns of later, and assignments of somebody who is away. */
const workIntake = ({ capacity, workers, service }: Intake): Subscription => ({
  name: 'assignments meet capacity',
  types: [
    events.workerReady,
    events.assignmentConfirmed,
    events.assignmentChanged,
    events.assignmentCancelled,
    events.runEnded,
  ],
  handle: async (event, manager) => {
    const worker = await workerOf(event, workers, manager);
    if (worker) await again({ capacity, service }, manager, worker, event);
    return 'applied';
  },
});

async function workerOf({ type, data }: StoredEvent, workers: WorkerRepository, manager: EntityManager) {
  if (type === events.runEnded.type) {
    const { workflow, id } = data as RunEnded;
    return workflow === keepWorker.name ? workers.keptBy(id, manager) : null;
  }
  const { workerNumber } =
    type === events.workerReady.type ? (data as WorkerReady) : (data as AssignmentReported).assignment;
  return workerNumber === null ? null : workers.find(workerNumber, manager);
}

const weekDays = 7;

/** Looks at a worker's capacity again, unless all their leave is over. */
async function again(
  { capacity, service }: Omit<Intake, 'workers'>,
  manager: EntityManager,
  { instance, id }: Pick<StaffedWorker, 'instance' | 'id'>,
  event: StoredEvent,
): Promise<void> {
  const span: Span | null = await capacity.leaveSpan(manager, { instance, id });
  if (!span || span.to < addDays(event.time.slice(0, 10), -weekDays)) return;
  const reason = `${event.subject}/${event.id}`;
  await service.begin(manager, updateCapacity, { instance, workerId: id, ...span, reason }, event);
}
