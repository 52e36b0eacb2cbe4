import { type AppContext, Systems } from '#platform';
import { processApp } from '#workflow';
import { acquisition, type Acquiring } from './acquisition/acquisition.js';
import { AcquisitionController } from './acquisition/acquisition.controller.js';
import { CreateAcquisitions1700000000080 } from './acquisition/acquisition-schema.js';
import { loadAcquisition } from './acquisition/load-acquisition.workflow.js';
import { changeIntake } from './change-intake.js';
import { changeWorker } from './change-worker.workflow.js';
import { commitContractor } from './commit-contractor.workflow.js';
import { handOver } from './hand-over.workflow.js';
import { ImpactReader } from './impact-reader.js';
import { lendWorker } from './loans/lend-worker.workflow.js';
import { CreateLoans1700000000200, LoanRepository } from './loans/loan.repository.js';
import { LoansController } from './loans/loans.controller.js';
import { LoansService } from './loans/loans.service.js';
import { offBoardWorker } from './off-board-worker.workflow.js';
import { onboardWorker } from './onboard-worker.workflow.js';
import { CreatePeople1700000000070, PersonRepository } from './person.repository.js';
import type { WorkforceServices } from './services.js';
import { Workers } from './workers.js';
import { WorkersController } from './workers.controller.js';

export const app = processApp<WorkforceServices & Omit<Acquiring, 'people'>>({
  name: 'process-workforce',
  api: {
    title: 'Workforce process API',
    description: 'Onboarding and the working life of people, across HR, identity, finance and scheduling.',
    version: '1.3.0',
    owner: 'people-operations',
    audience: 'process',
  },
  needs: {
    system: ['hr.read', 'identity.write', 'erp.read', 'erp.write', 'psa.write', 'scheduling.read', 'scheduling.write'],
    process: ['projects.read', 'billing.read'],
  },
  controllers: [WorkersController, LoansController, AcquisitionController],
  migrations: [CreatePeople1700000000070, CreateAcquisitions1700000000080, CreateLoans1700000000200],
  workflows: [onboardWorker, changeWorker, offBoardWorker, handOver, commitContractor, loadAcquisition, lendWorker],
  services: ({ config, estate, tokens, database }: AppContext, { service: runs, exceptions }) => {
    const systems = new Systems(config, estate, tokens, database);
    const people = new PersonRepository(database);
    const { people: acquired, ...acquiring } = acquisition({ systems, estate, database, runs, exceptions });
    const workers = new Workers(systems, acquired);
    const loans = new LoanRepository(database);
    const impacts = new ImpactReader(config, tokens, systems);
    return { systems, estate, people, loans, workers, impacts, ...acquiring };
  },
  extras: (_context, { service }, { people, loans, estate, provider, settlement }) => ({
    providers: [
      { provide: PersonRepository, useValue: people },
      { provide: LoanRepository, useValue: loans },
      { provide: LoansService, useValue: new LoansService({ people, loans, estate, runs: service }) },
      provider,
    ],
    subscriptions: [changeIntake(people, service)],
    settlements: { acquisition: settlement },
  }),
});
