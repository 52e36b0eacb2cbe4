import type { AppContext, EstateView, Projects, Systems } from '#platform';
import type { ProcessExtras, ProcessParts } from '#workflow';
import type { People } from '../people/people.js';
import { AssignmentCheckService } from './assignment-check.service.js';
import { mendedElsewhere, reportedAssignments } from './assignment-intake.js';
import { AssignmentRepository } from './assignment.repository.js';
import { ForecastService } from './forecast.service.js';
import { StaffingFacts } from './staffing-facts.js';
import type { AssignmentServices } from './synchronise-assignment.workflow.js';

/** What the workflows of assignments work with. */
export function assignmentServices(
  { database }: AppContext,
  { projects, ...shared }: { systems: Systems; estate: EstateView; projects: Projects; people: People },
): AssignmentServices {
  const assignments = new AssignmentRepository(database);
  const facts = new StaffingFacts({ systems: shared.systems, projects, assignments });
  return { ...shared, facts, assignments };
}

export const assignmentExtras = (
  { database, estate }: AppContext,
  { service }: ProcessParts,
  { people, facts, assignments }: AssignmentServices,
): Required<Pick<ProcessExtras, 'providers' | 'subscriptions'>> => ({
  providers: [
    { provide: AssignmentCheckService, useValue: new AssignmentCheckService(people, facts, estate) },
    { provide: ForecastService, useValue: new ForecastService(database, people) },
  ],
  subscriptions: [reportedAssignments(assignments, service), mendedElsewhere(assignments, service)],
});
