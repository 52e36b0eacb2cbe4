import { assignmentReference, type erp } from '#contracts';
import { inForceOrFirst } from '#kernel';
import type { EstateView } from '#platform';
import { byWeek, plannedByDay } from '../calendar.js';
import { employedOf, workingTimeOf } from '../people/calendars.js';
import { ratesOf } from '../rates.js';
import { bookingOf, type Facts } from './assignment-rules.js';
import type { Carried } from './carried.js';

/** What PSA, ERP and the forecast are told of a valid assignment; `instance` is the scheduler's. */
export function carriedOf(instance: string, facts: Facts, estate: EstateView): Carried {
  const { wanted, calendar } = facts;
  const project = facts.project!;
  const worker = facts.worker!;
  const booking = bookingOf(wanted)!;
  const role = wanted.role!;
  const { hourlyRate } = inForceOrFirst(ratesOf(project, role), booking.startDate)!;
  const shared = {
    project: project.code,
    workerNumber: wanted.workerNumber!,
    startDate: booking.startDate,
    endDate: booking.endDate,
    minutes: wanted.minutes,
  };
  const { holidays } = workingTimeOf(employedOf(worker), calendar);
  return {
    reference: assignmentReference({
      instance,
      id: String(wanted.id),
      workerNumber: shared.workerNumber,
      project: project.code,
    }),
    legalEntity: project.legalEntity,
    ownership: { ...shared, roleName: estate.mapped('roleNames', role) ?? role, hourlyRate },
    labour: {
      ...shared,
      role,
      costCentre: worker.costCentre!,
      hourlyCost: hourlyCostOf(project.legalEntity, role, estate),
    },
    weeks: [...byWeek(plannedByDay(booking, holidays))],
  };
}

function hourlyCostOf(legalEntity: string, role: string, { staffing }: EstateView): erp.LabourState['hourlyCost'] {
  const assumed = staffing.hourlyCosts?.find((cost) => cost.legalEntity === legalEntity && cost.role === role);
  return assumed ? { amount: assumed.amount, currency: assumed.currency } : null;
}
