import type { RunState } from '#contracts';
import { nothingThere } from '#kernel';
import { type AppContext, Systems } from '#platform';
import { processApp, WorkflowViews } from '#workflow';
import { changeProject } from './change-project.workflow.js';
import { mobiliseProject } from './mobilise-project.workflow.js';
import { newerChange } from './newer-change.js';
import { CreateProjects1700000000010, KeepDeals1700000000011, ProjectRepository } from './project.repository.js';
import { ProjectsV2Controller } from './projects-v2.controller.js';
import { ProjectsController } from './projects.controller.js';

export const app = processApp({
  name: 'process-projects',
  api: {
    title: 'Projects process API',
    description: 'From a won deal to a project that is financially active, staffed and open to time.',
    version: '1.3.0',
    later: ['2.0.0'],
    owner: 'pmo',
    audience: 'process',
  },
  needs: {
    system: ['crm.read', 'erp.read', 'erp.write', 'psa.read', 'psa.write', 'scheduling.read', 'scheduling.write'],
  },
  contracts: ['process/projects/v1', 'process/projects/v2'],
  controllers: [ProjectsController, ProjectsV2Controller],
  migrations: [CreateProjects1700000000010, KeepDeals1700000000011],
  workflows: [mobiliseProject, changeProject],
  services: ({ config, estate, tokens, database }: AppContext) => ({
    systems: new Systems(config, estate, tokens, database),
    estate,
    projects: new ProjectRepository(database),
    stateOf: runStates(new WorkflowViews(database)),
  }),
  extras: (_context, { service }, { projects }) => ({
    providers: [{ provide: ProjectRepository, useValue: projects }],
    subscriptions: [newerChange(service)],
  }),
});

/** Where a run stands; null where there is none. */
const runStates =
  (views: WorkflowViews) =>
  (id: string): Promise<RunState | null> =>
    views.run(id).then(({ state }) => state, nothingThere);
