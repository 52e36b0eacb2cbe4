import { ShadowNotes, Systems } from '#platform';
import { ExceptionRepository, processApp } from '#workflow';
import { CreateAlerts1700000000160 } from './alerts/alert-schema.js';
import { alerting } from './alerts/alerting.js';
import { AlertsController } from './alerts/alerts.controller.js';
import { BulkItems } from './bulk-items.repository.js';
import {
  AddBulkRefusals1700000000140,
  CreateBulkSettlements1700000000040,
  ShareBulks1700000000051,
} from './bulk-schema.js';
import { BulkController } from './bulk.controller.js';
import { BulkRepository } from './bulk.repository.js';
import { BulkService } from './bulk.service.js';
import { settleInBulk, type Settling, type SettlingServices } from './bulk.workflow.js';
import { Cases } from './cases.js';
import { ChaosReportRepository, CreateChaosReports1700000000180 } from './chaos/chaos-report.repository.js';
import { ChaosController } from './chaos/chaos.controller.js';
import { EventLogRepository } from './event-log.repository.js';
import { EventsController } from './events.controller.js';
import { OperationsController } from './operations.controller.js';
import { ProcessApis } from './process-apis.js';
import { ReplayService } from './replay.service.js';
import { replayInBulk, type Replaying, type ReplayingServices } from './replay.workflow.js';
import { refusedChanges } from './refused-changes.js';
import { ShadowWriteRepository } from './swap/shadow-write.repository.js';
import { ShadowWriter } from './swap/shadow-writer.js';
import { SwapReports } from './swap/swap-report.js';
import { SwapController } from './swap/swap.controller.js';
import { SwapRepository } from './swap/swap.repository.js';
import { SwapService } from './swap/swap.service.js';
import { probesOf } from './synthetic/probes.js';
import { SyntheticCheckRepository } from './synthetic/synthetic-check.repository.js';
import { SyntheticChecks } from './synthetic/synthetic-checks.js';
import { CreateSyntheticChecks1700000000152 } from './synthetic/synthetic-schema.js';
import { SyntheticController } from './synthetic/synthetic.controller.js';
import { RecordSettlement, unreadableRecords } from './unreadable-records.js';

export const app = processApp<SettlingServices & ReplayingServices>({
  name: 'process-operations',
  api: {
    title: 'Operations process API',
    description: 'What stopped and needs a person, and the record of everything that happened.',
    version: '1.2.0',
    owner: 'integration-operations',
    audience: 'process',
  },
  needs: {
    process: ['exceptions.read', 'exceptions.resolve', 'events.read', 'subscriptions.replay', 'act-for-others'],
    system: [
      'capabilities.read',
      'crm.read',
      'hr.read',
      'identity.read',
      'psa.read',
      'scheduling.read',
      'erp.read',
      'erp.write',
    ],
  },
  controllers: [
    OperationsController,
    AlertsController,
    BulkController,
    ChaosController,
    EventsController,
    SwapController,
    SyntheticController,
  ],
  migrations: [
    CreateBulkSettlements1700000000040,
    ShareBulks1700000000051,
    AddBulkRefusals1700000000140,
    CreateSyntheticChecks1700000000152,
    CreateAlerts1700000000160,
    CreateChaosReports1700000000180,
  ],
  workflows: [settleInBulk, replayInBulk],
  services: ({ config, tokens, database, estate }) => {
    const apis = new ProcessApis(config, tokens);
    return {
      apis,
      cases: new Cases(apis, estate),
      settlements: new BulkRepository<Settling>(database, 'settlement'),
      items: new BulkItems(database),
      replays: new BulkRepository<Replaying>(database, 'replay'),
    };
  },
  extras: (context, { service }, { apis, cases, settlements, items, replays }) => {
    const { config, tokens, database, estate, logger } = context;
    const alerts = alerting(context);
    const systems = new Systems(config, estate, tokens, database);
    const writes = new ShadowWriteRepository(database);
    const reports = new SwapReports(writes, systems);
    const swaps = new SwapService({ decisions: new SwapRepository(database), reports, writes, systems, estate });
    const checks = new SyntheticCheckRepository(database);
    const synthetic = new SyntheticChecks({ probes: probesOf(estate.estate), checks, systems, logger });
    return {
      services: [
        new ShadowWriter({ writes, notes: new ShadowNotes(database), systems, logger }).loop(),
        ...alerts.services,
        synthetic.loop(),
      ],
      providers: [
        alerts.provider,
        { provide: SwapService, useValue: swaps },
        { provide: SyntheticCheckRepository, useValue: checks },
        { provide: ChaosReportRepository, useValue: new ChaosReportRepository(database) },
        { provide: Cases, useValue: cases },
        { provide: ProcessApis, useValue: apis },
        { provide: BulkService, useValue: new BulkService(settlements, items, cases, service) },
        { provide: ReplayService, useValue: new ReplayService(replays, apis, service) },
        { provide: EventLogRepository, useValue: new EventLogRepository(database) },
      ],
      subscriptions: [
        ...[unreadableRecords, refusedChanges].map((one) =>
          one(new ExceptionRepository(database, 'process-operations')),
        ),
        alerts.subscription,
      ],
      settlements: { record: new RecordSettlement() },
    };
  },
});
