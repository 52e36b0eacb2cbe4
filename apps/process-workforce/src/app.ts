import { Systems } from '#platform';
import { processApp } from '#workflow';
import { onboardWorker } from './onboard-worker.workflow.js';

export const app = processApp({
  name: 'process-workforce',
  api: {
    title: 'Workforce process API',
    description: 'Onboarding and the working life of people, across HR, identity, finance and scheduling.',
    version: '1.0.0',
    owner: 'people-operations',
    audience: 'process',
  },
  needs: { system: ['hr.read', 'identity.write', 'erp.read', 'erp.write', 'scheduling.write'] },
  controllers: [],
  workflows: [onboardWorker],
  services: ({ config, estate, tokens }) => ({ systems: new Systems(config, estate, tokens), estate }),
});
