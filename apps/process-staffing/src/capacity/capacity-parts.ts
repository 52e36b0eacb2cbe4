import type { AppContext, EstateView, Projects, Systems } from '#platform';
import { ExceptionRepository, type ProcessExtras, type ProcessParts } from '#workflow';
import type { People } from '../people/people.js';
import { BookingRepository } from './booking.repository.js';
import { capacityIntake } from './capacity-intake.js';
import { CapacityViews } from './capacity-views.js';
import { CapacityRepository } from './capacity.repository.js';
import { CapacityService } from './capacity.service.js';
import { RiskDesk } from './risk-desk.js';
import { RiskSettlement } from './risk-settlement.js';
import type { CapacityServices } from './update-capacity.workflow.js';

const clock = (): Date => new Date();

/** What the workflows of capacity work with. */
export function capacityServices(
  { database }: AppContext,
  shared: { systems: Systems; estate: EstateView; projects: Projects; people: People },
): CapacityServices {
  const capacity = new CapacityRepository(database);
  const bookings = new BookingRepository(database);
  const desk = new RiskDesk(bookings, new ExceptionRepository(database, 'process-staffing'), shared.estate);
  const service = new CapacityService({ ...shared, capacity, bookings, desk, clock });
  return { people: shared.people, capacity: service };
}

/** What capacity listens to, shows and settles. */
export function capacityExtras(
  { database, estate }: AppContext,
  { service }: ProcessParts,
  { people: { workers } }: CapacityServices,
): Required<Pick<ProcessExtras, 'providers' | 'subscriptions' | 'settlements'>> {
  const capacity = new CapacityRepository(database);
  const bookings = new BookingRepository(database);
  const views = new CapacityViews(workers, capacity, bookings, estate, clock);
  return {
    providers: [{ provide: CapacityViews, useValue: views }],
    subscriptions: capacityIntake({ capacity, workers, service }),
    settlements: { assignment: new RiskSettlement(workers, bookings, service) },
  };
}
