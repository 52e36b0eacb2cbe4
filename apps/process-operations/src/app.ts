import { ExceptionRepository, processApp } from '#workflow';
import { Cases } from './cases.js';
import { EventLogRepository } from './event-log.repository.js';
import { OperationsController } from './operations.controller.js';
import { RecordSettlement, unreadableRecords } from './unreadable-records.js';

export const app = processApp({
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
  workflows: [],
  services: () => null,
  extras: ({ config, tokens, database }) => ({
    providers: [
      { provide: Cases, useValue: new Cases(config, tokens) },
      { provide: EventLogRepository, useValue: new EventLogRepository(database) },
    ],
    subscriptions: [unreadableRecords(new ExceptionRepository(database, 'process-operations'))],
    settlements: { record: new RecordSettlement() },
  }),
});
