import { Failure, type Money } from '#kernel';
import type { EntityManager, EstateView } from '#platform';
import type { ExceptionRepository } from '#workflow';
import type { BookingRepository, WeighedBooking } from './booking.repository.js';

/** What was found of a booking, from the current week on. */
export interface Risk {
  booking: WeighedBooking;
  atRiskMinutes: number;
  leaveMinutes: number;
  /** What these are sold for; null where no rate is agreed. */
  atRiskWorth: Money | null;
  leaveWorth: Money | null;
}

export const total = <K extends string>(items: Record<K, number>[], name: K): number =>
  items.reduce((sum, item) => sum + item[name], 0);

/** The subject of an exception about a booking. */
export const subjectOf = ({ scheduler, id }: { scheduler: string; id: string }) =>
  ({ kind: 'assignment', id: `${scheduler}/${id}` }) as const;

/** Work that leave puts at risk is somebody's to staff (K17); once it fits again, nobody's. */
export class RiskDesk {
  constructor(
    private readonly bookings: BookingRepository,
    private readonly exceptions: ExceptionRepository,
    private readonly estate: EstateView,
  ) {}

  async settle(manager: EntityManager, risks: Risk[], correlationId: string): Promise<void> {
    for (const risk of risks) {
      const { booking, atRiskMinutes, atRiskWorth, leaveMinutes } = risk;
      const limit = this.estate.policies.capacity.riskAboveMinutes;
      // What somebody accepted counts until it is over, or gets worse.
      const acceptedMinutes = leaveMinutes > limit ? booking.acceptedMinutes : 0;
      const needsPerson = booking.status === 'confirmed' && leaveMinutes > Math.max(limit, acceptedMinutes);
      await this.bookings.weigh(manager, booking, { atRiskMinutes, atRiskWorth, leaveMinutes, acceptedMinutes });
      const open = await this.exceptions.openOn(subjectOf(booking), manager);
      if (!needsPerson && open) await this.lift(manager, open);
      if (needsPerson && (!open || leaveMinutes !== booking.leaveMinutes)) {
        await this.exceptions.raise(manager, { ...exceptionOf(risk), correlationId });
      }
    }
  }

  private async lift(manager: EntityManager, id: string): Promise<void> {
    const exception = await this.exceptions.find(id, manager);
    await this.exceptions.settle(manager, exception, 'throughline', 'the assignment fits again');
  }
}

function exceptionOf(risk: Risk) {
  const { booking, leaveWorth: moneyAtRisk } = risk;
  const { project, client, legalEntity } = booking;
  return {
    subject: subjectOf(booking),
    failure: awayFailure(risk),
    record: `assignment ${booking.id}`,
    business: { project, client, legalEntity, moneyAtRisk },
  };
}

function awayFailure({ booking, leaveMinutes }: Risk): Failure {
  const { id, number, project, startDate, endDate, minutes } = booking;
  const where = project ? `on ${project}` : 'on a project without our code';
  const what = `${leaveMinutes} of ${minutes} minutes from ${startDate} to ${endDate} find no place while they are away`;
  return new Failure('conflict', `worker ${number} is promised ${where}: ${what}`, {
    code: 'assignment-at-risk',
    record: `assignment ${id} of worker ${number}`,
    fields: [{ field: 'minutes', message: `${leaveMinutes} minutes are not there` }],
  });
}
