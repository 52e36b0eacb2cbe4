import type { Resolution } from '#contracts';
import { Failure } from '#kernel';
import type { EntityManager } from '#platform';
import type { ExceptionRow, RunService, Settlement } from '#workflow';
import type { WorkerRepository } from '../people/worker.repository.js';
import type { BookingRepository } from './booking.repository.js';
import { updateCapacity } from './update-capacity.workflow.js';

/** Carries out what a person decided about an assignment at risk. */
export class RiskSettlement implements Settlement {
  constructor(
    private readonly workers: WorkerRepository,
    private readonly bookings: BookingRepository,
    private readonly service: RunService,
  ) {}

  async settle(manager: EntityManager, exception: ExceptionRow, { action }: Resolution): Promise<void> {
    const [scheduler, id] = split(exception.subjectId);
    const booking = await this.bookings.find(manager, scheduler, id);
    const worker = booking && (await this.workers.find(booking.number, manager));
    if (!booking || !worker) throw new Failure('defect', `exception "${exception.id}" belongs to no assignment`);
    switch (action) {
      case 'skip':
        return this.bookings.weigh(manager, booking, { ...booking, acceptedMinutes: booking.leaveMinutes });
      case 'retry': {
        const { instance, id: workerId } = worker;
        const span = { from: booking.startDate, to: booking.endDate };
        const reason = `exception/${exception.id}`;
        await this.service.begin(manager, updateCapacity, { instance, workerId, ...span, reason });
        return;
      }
      default:
        throw new Failure('rejected', `an assignment at risk cannot be settled by "${action}"`, {
          code: 'not-here',
          remedy: 'move or shorten it in the scheduler, or the leave in the HR system, and retry; or skip to accept it',
        });
    }
  }
}

function split(subject: string): [scheduler: string, id: string] {
  const at = subject.indexOf('/');
  return [subject.slice(0, at), subject.slice(at + 1)];
}
