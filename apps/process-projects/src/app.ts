import { type AppContext, Systems } from '#platform';
import { processApp } from '#workflow';
import { mobiliseProject } from './mobilise-project.workflow.js';
import { CreateProjects1700000000010, ProjectRepository } from './project.repository.js';
import { ProjectsController } from './projects.controller.js';

export const app = processApp({
  name: 'process-projects',
  api: {
    title: 'Projects process API',
    description: 'From a won deal to a project that is financially active, staffed and open to time.',
    version: '1.0.0',
    owner: 'pmo',
    audience: 'process',
  },
  needs: { system: ['crm.read', 'erp.read', 'erp.write', 'psa.read', 'psa.write', 'scheduling.write'] },
  controllers: [ProjectsController],
  migrations: [CreateProjects1700000000010],
  workflows: [mobiliseProject],
  services: ({ config, estate, tokens, database }: AppContext) => ({
    systems: new Systems(config, estate, tokens),
    estate,
    projects: new ProjectRepository(database),
  }),
  extras: (_context, _parts, { projects }) => ({ providers: [{ provide: ProjectRepository, useValue: projects }] }),
});
