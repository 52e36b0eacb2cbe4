import {
  type AssignmentReported,
  events,
  type HolidaysAdjusted,
  type LeaveRecorded,
  type RecordChanged,
  type WorkerReady,
} from '#contracts';
import type { StoredEvent, Subscription } from '#events';
import { addDays } from '#kernel';
import type { EntityManager } from '#platform';
import type { RunService } from '#workflow';
import { adjustHolidays } from './adjust-holidays.workflow.js';
import type { CapacityRepository, CapacityWorker, Span } from './capacity.repository.js';
import { updateCapacity } from './update-capacity.workflow.js';

interface Intake {
  capacity: CapacityRepository;
  service: RunService;
}

/** What changes how much somebody can work, or what they are booked for while they are away. */
export const capacityIntake = (intake: Intake): Subscription[] => [
  leaveIntake(intake),
  holidayIntake(intake),
  workerIntake(intake),
  bookingIntake(intake),
];

/** Every version of a leave is noted in place of the one before; an older one that comes late changes nothing. */
const leaveIntake = ({ capacity, service }: Intake): Subscription => ({
  name: 'leave changes capacity',
  types: [events.leaveRecorded],
  handle: async (event, manager) => {
    const { instance, id, leave } = event.data as LeaveRecorded;
    const days = await capacity.noteLeave(manager, { instance, id, leave }, event.time);
    if (!days) return 'superseded';
    await capacity.register(instance, leave.workerId, manager);
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

/** Holidays are kept by people who were never on leave, too; and who changed may work more or less, or elsewhere. */
const workerIntake = ({ capacity, service }: Intake): Subscription => ({
  name: 'workers have capacity',
  types: [events.workerHired, events.workerChanged],
  handle: async (event, manager) => {
    const { instance, id } = event.data as RecordChanged;
    await capacity.register(instance, id, manager);
    await again({ capacity, service }, manager, { instance, workerId: id }, event);
    return 'applied';
  },
});

/** Leave of somebody whom the scheduler learns of later, and assignments of somebody who is away. */
const bookingIntake = ({ capacity, service }: Intake): Subscription => ({
  name: 'assignments meet capacity',
  types: [events.workerReady, events.assignmentConfirmed, events.assignmentChanged, events.assignmentCancelled],
  handle: async (event, manager) => {
    const number = numberIn(event);
    const worker = number === null ? null : await capacity.find(number, manager);
    if (worker) await again({ capacity, service }, manager, worker, event);
    return 'applied';
  },
});

function numberIn({ type, data }: StoredEvent): string | null {
  if (type === events.workerReady.type) return (data as WorkerReady).workerNumber;
  return (data as AssignmentReported).assignment.workerNumber;
}

const weekDays = 7;

/** Looks at a worker's capacity again, unless all their leave is over. */
async function again(
  { capacity, service }: Intake,
  manager: EntityManager,
  { instance, workerId }: Pick<CapacityWorker, 'instance' | 'workerId'>,
  event: StoredEvent,
): Promise<void> {
  const span: Span | null = await capacity.leaveSpan(manager, { instance, workerId });
  if (!span || span.to < addDays(event.time.slice(0, 10), -weekDays)) return;
  const reason = `${event.subject}/${event.id}`;
  await service.begin(manager, updateCapacity, { instance, workerId, ...span, reason }, event);
}
