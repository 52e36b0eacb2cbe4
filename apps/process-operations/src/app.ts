import { CreateEvents1700000000000 } from '#events';
import type { AppDefinition } from '#platform';
import { Cases } from './cases.js';
import { EventLogRepository } from './event-log.repository.js';
import { OperationsController } from './operations.controller.js';

export const app: AppDefinition = {
  name: 'process-operations',
  api: {
    title: 'Operations process API',
    description: 'What stopped and needs a person, and the record of everything that happened.',
    version: '1.0.0',
    owner: 'integration-operations',
    audience: 'process',
  },
  needs: { process: ['exceptions.read', 'exceptions.resolve', 'act-for-others'] },
  controllers: [OperationsController],
  migrations: [CreateEvents1700000000000],
  assemble: ({ config, tokens, database }) => ({
    providers: [
      { provide: Cases, useValue: new Cases(config, tokens) },
      { provide: EventLogRepository, useValue: new EventLogRepository(database) },
    ],
    services: () => [],
  }),
};
