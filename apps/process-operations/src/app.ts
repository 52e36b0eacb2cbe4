import { ExceptionRepository, processApp } from '#workflow';
import { AddBulkPeople1700000000051, CreateBulkSettlements1700000000040 } from './bulk-schema.js';
import { BulkController } from './bulk.controller.js';
import { BulkRepository } from './bulk.repository.js';
import { BulkService } from './bulk.service.js';
import { settleInBulk } from './bulk.workflow.js';
import { Cases } from './cases.js';
import { EventLogRepository } from './event-log.repository.js';
import { EventsController } from './events.controller.js';
import { OperationsController } from './operations.controller.js';
import { ProcessApis } from './process-apis.js';
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
  needs: { process: ['exceptions.read', 'exceptions.resolve', 'events.read', 'events.replay', 'act-for-others'] },
  controllers: [OperationsController, BulkController, EventsController],
  migrations: [CreateBulkSettlements1700000000040, AddBulkPeople1700000000051],
  workflows: [settleInBulk],
  services: ({ config, tokens, database }) => ({
    cases: new Cases(new ProcessApis(config, tokens)),
    bulks: new BulkRepository(database),
  }),
  extras: ({ config, tokens, database }, { service }, { cases, bulks }) => ({
    providers: [
      { provide: Cases, useValue: cases },
      { provide: ProcessApis, useValue: new ProcessApis(config, tokens) },
      { provide: BulkService, useValue: new BulkService(bulks, cases, service) },
      { provide: EventLogRepository, useValue: new EventLogRepository(database) },
    ],
    subscriptions: [unreadableRecords(new ExceptionRepository(database, 'process-operations'))],
    settlements: { record: new RecordSettlement() },
  }),
});
