import type { AppContext, EstateView, Projects, Systems } from '#platform';
import type { ProcessExtras, ProcessParts } from '#workflow';
import { AssignmentCheckService } from './assignment-check.service.js';
import { mendedElsewhere, reportedAssignments } from './assignment-intake.js';
import { AssignmentRepository } from './assignment.repository.js';
import { ForecastService } from './forecast.service.js';
import type { WorkerServices } from './keep-worker.workflow.js';
import { StaffingFacts } from './staffing-facts.js';
import type { AssignmentServices } from './synchronise-assignment.workflow.js';
import { WorkerRepository } from './worker.repository.js';

/** What the workflows of assignments and the directory of workers work with. */
export function assignmentServices(
  { database }: AppContext,
  shared: { systems: Systems; estate: EstateView; projects: Projects },
): AssignmentServices & WorkerServices {
  const workers = new WorkerRepository(database);
  const assignments = new AssignmentRepository(database);
  const facts = new StaffingFacts({ ...shared, workers, assignments });
  return { ...shared, facts, assignments, workers };
}

export const assignmentExtras = (
  { database, estate }: AppContext,
  { service }: ProcessParts,
  { facts, workers, assignments }: AssignmentServices & WorkerServices,
): Required<Pick<ProcessExtras, 'providers' | 'subscriptions'>> => ({
  providers: [
    { provide: AssignmentCheckService, useValue: new AssignmentCheckService(facts, estate) },
    { provide: ForecastService, useValue: new ForecastService(database, workers, facts) },
  ],
  subscriptions: [reportedAssignments(assignments, service), mendedElsewhere(assignments, service)],
});
