import type { AppContext, EstateView, Projects, Systems } from '#platform';
import { ExceptionRepository, type ProcessExtras, type ProcessParts } from '#workflow';
import { BookingRepository } from './booking.repository.js';
import { capacityIntake } from './capacity-intake.js';
import { CapacityViews } from './capacity-views.js';
import { CapacityRepository } from './capacity.repository.js';
import { CapacityService } from './capacity.service.js';
import { ProjectRates } from './project-rates.js';
import { RiskDesk } from './risk-desk.js';
import { RiskSettlement } from './risk-settlement.js';
import type { CapacityServices } from './update-capacity.workflow.js';

const clock = (): Date => new Date();

/** What the workflows of capacity work with. */
export function capacityServices(
  { database }: AppContext,
  { systems, estate, projects }: { systems: Systems; estate: EstateView; projects: Projects },
): CapacityServices {
  const capacity = new CapacityRepository(database);
  const bookings = new BookingRepository(database);
  const desk = new RiskDesk(bookings, new ExceptionRepository(database, 'process-staffing'), estate);
  const rates = new ProjectRates(projects, estate);
  const service = new CapacityService({ capacity, bookings, rates, desk, systems, estate, clock });
  return { systems, estate, capacity: service };
}

/** What capacity listens to, shows and settles. */
export function capacityExtras(
  { database, estate }: AppContext,
  { service }: ProcessParts,
): Required<Pick<ProcessExtras, 'providers' | 'subscriptions' | 'settlements'>> {
  const capacity = new CapacityRepository(database);
  const bookings = new BookingRepository(database);
  return {
    providers: [{ provide: CapacityViews, useValue: new CapacityViews(capacity, bookings, estate, clock) }],
    subscriptions: capacityIntake({ capacity, service }),
    settlements: { assignment: new RiskSettlement(capacity, bookings, service) },
  };
}
