import { type AppContext, Projects, Systems } from '#platform';
import { processApp } from '#workflow';
import { assignmentExtras, assignmentServices } from './assignments/assignment-parts.js';
import { CreateAssignments1700000000070 } from './assignments/assignment-schema.js';
import { AssignmentsController } from './assignments/assignments.controller.js';
import { type AssignmentServices, synchroniseAssignment } from './assignments/synchronise-assignment.workflow.js';
import { adjustHolidays } from './capacity/adjust-holidays.workflow.js';
import { capacityExtras, capacityServices } from './capacity/capacity-parts.js';
import { CreateCapacity1700000000072, RateBookings1700000000091 } from './capacity/capacity-schema.js';
import { CapacityController } from './capacity/capacity.controller.js';
import { type CapacityServices, updateCapacity } from './capacity/update-capacity.workflow.js';
import { keepWorker, type WorkerServices } from './people/keep-worker.workflow.js';
import { OneDirectory1700000000092 } from './people/people-schema.js';
import { People } from './people/people.js';
import { WorkerRepository } from './people/worker.repository.js';

export const app = processApp<AssignmentServices & WorkerServices & CapacityServices>({
  name: 'process-staffing',
  api: {
    title: 'Staffing process API',
    description: 'Who works on what and when: assignments carried to PSA and ERP, leave carried to capacity.',
    version: '1.2.0',
    owner: 'resource-management',
    audience: 'process',
  },
  needs: {
    system: ['hr.read', 'scheduling.read', 'scheduling.write', 'psa.read', 'psa.write', 'erp.read', 'erp.write'],
    process: ['projects.read'],
  },
  controllers: [AssignmentsController, CapacityController],
  migrations: [
    CreateAssignments1700000000070,
    CreateCapacity1700000000072,
    RateBookings1700000000091,
    OneDirectory1700000000092,
  ],
  workflows: [synchroniseAssignment, keepWorker, updateCapacity, adjustHolidays],
  services: (context: AppContext) => {
    const { config, estate, tokens, database } = context;
    const systems = new Systems(config, estate, tokens, database);
    const people = new People(systems, estate, new WorkerRepository(database));
    const shared = { systems, estate, people, projects: new Projects(config, tokens) };
    return { ...assignmentServices(context, shared), ...capacityServices(context, shared) };
  },
  extras: (context, parts, services) => {
    const assignments = assignmentExtras(context, parts, services);
    const capacity = capacityExtras(context, parts, services);
    return {
      providers: [...assignments.providers, ...capacity.providers],
      subscriptions: [...assignments.subscriptions, ...capacity.subscriptions],
      settlements: capacity.settlements,
    };
  },
});
