import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Provider } from '@nestjs/common';
import type { AppConfig, AppContext, AppDefinition } from '#platform';
import { AddDeliveries1700000000032, CreateEvents1700000000000, subscribers } from '#events';
import { CasesController } from './cases/cases.controller.js';
import { CasesService } from './cases/cases.service.js';
import { IntercompanyController } from './billing/intercompany.controller.js';
import { EvidenceRepository } from './cases/evidence.repository.js';
import { EvidenceService } from './cases/evidence.service.js';
import { SettlementsController } from './cases/settlements.controller.js';
import { CutoverRepository } from './cutovers/cutover.repository.js';
import { CutoversController } from './cutovers/cutovers.controller.js';
import { CutoversService } from './cutovers/cutovers.service.js';
import { DetectorRepository, patienceMs } from './detectors/detector.repository.js';
import { DetectorsController } from './detectors/detectors.controller.js';
import { DetectorsService } from './detectors/detectors.service.js';
import { ConsumerLimits, requestsPerMinute } from './http/consumer-limits.js';
import { ViewInterceptor } from './http/view.interceptor.js';
import { KpiRepository } from './kpis/kpi.repository.js';
import { KpisController } from './kpis/kpis.controller.js';
import { KpisService } from './kpis/kpis.service.js';
import { LiveController } from './live/live.controller.js';
import { LiveRepository } from './live/live.repository.js';
import { LiveService } from './live/live.service.js';
import { ObjectiveRepository } from './objectives/objective.repository.js';
import { ObjectivesController } from './objectives/objectives.controller.js';
import { ObjectivesService } from './objectives/objectives.service.js';
import { AcquisitionsController } from './people/acquisitions.controller.js';
import { AcquisitionsService } from './people/acquisitions.service.js';
import { LoansController } from './people/loans.controller.js';
import { LoansService } from './people/loans.service.js';
import { PortalController } from './portal.controller.js';
import { PortalService } from './portal.service.js';
import { FreshnessRepository } from './readmodels/freshness.repository.js';
import { Mirror } from './readmodels/mirror.js';
import { MirrorRepository } from './readmodels/mirror.repository.js';
import { readModels } from './readmodels/projector.repository.js';
import { AddRunObjectives1700000000152, CreateReadModels1700000000110 } from './readmodels/readmodel-schema.js';
import { ReplaysController } from './replays/replays.controller.js';
import { RunsController } from './runs/runs.controller.js';
import { RunsService } from './runs/runs.service.js';
import { Sources } from './sources.js';
import { AlertsController } from './views/alerts.controller.js';
import { AlertsService } from './views/alerts.service.js';
import { ChaosController } from './views/chaos.controller.js';
import { GovernanceController } from './views/governance.controller.js';
import { GovernanceService } from './views/governance.service.js';
import { IntegrationController } from './views/integration.controller.js';
import { IntegrationService } from './views/integration.service.js';
import { StaffingController } from './views/staffing.controller.js';
import { StaffingRepository } from './views/staffing.repository.js';
import { StaffingService } from './views/staffing.service.js';
import { WorkController } from './views/work.controller.js';
import { WorkRepository } from './views/work.repository.js';
import { WorkService } from './views/work.service.js';
import { WorkbenchController } from './views/workbench.controller.js';
import { WorkbenchService } from './views/workbench.service.js';

/** An event that cannot be projected is in the log and in the app's own log; the views go on without it. */
const nobodyToTell = (): Promise<void> => Promise.resolve();

/** The portal's built files, beside the built apps. */
const portalFiles = resolve('dist/portal');

export const app: AppDefinition = {
  name: 'experience-api',
  api: {
    title: 'Portal experience API',
    description: 'Views for people and partners, composed from the process APIs.',
    version: '1.4.0',
    owner: 'portal-team',
    audience: 'experience',
  },
  contracts: ['experience/portal/v1'],
  needs: {
    process: [
      'runs.read',
      'exceptions.read',
      'exceptions.resolve',
      'billing.read',
      'projects.read',
      'staffing.read',
      'events.read',
      'contracts.read',
      'contracts.approve',
      'events.replay',
      'synthetic-checks.read',
      'chaos-reports.read',
      'swaps.read',
      'workers.read',
      'workers.lend',
      'acquisitions.read',
      'acquisitions.write',
      'act-for-others',
    ],
    system: ['capabilities.read'],
  },
  controllers: [
    PortalController,
    CasesController,
    SettlementsController,
    KpisController,
    DetectorsController,
    StaffingController,
    WorkController,
    IntercompanyController,
    WorkbenchController,
    AlertsController,
    IntegrationController,
    ChaosController,
    GovernanceController,
    RunsController,
    ObjectivesController,
    ReplaysController,
    AcquisitionsController,
    LoansController,
    CutoversController,
    LiveController,
  ],
  migrations: [
    CreateEvents1700000000000,
    AddDeliveries1700000000032,
    CreateReadModels1700000000110,
    AddRunObjectives1700000000152,
  ],
  assemble: async ({ config, tokens, database, estate, logger }) => {
    const sources = new Sources(config, tokens);
    const freshness = new FreshnessRepository(database);
    const kept = new MirrorRepository(database);
    await kept.putCosts(estate);
    return {
      providers: views({ config, tokens, database, estate, sources, freshness }),
      services: () => [
        ...subscribers(database, logger, [readModels], nobodyToTell),
        ...new Mirror(sources, kept, estate, logger).loops(),
      ],
      prepare: async (server: NestFastifyApplication) => {
        server.useGlobalInterceptors(new ViewInterceptor(new ConsumerLimits(requestsPerMinute(config.env))));
        await servePortal(server, config);
      },
    };
  },
};

/** The portal is served where its API is, so that a browser needs one address. */
async function servePortal(server: NestFastifyApplication, config: AppConfig): Promise<void> {
  const fastify = server.getHttpAdapter().getInstance();
  const settings = { issuer: config.issuer, clientId: 'portal', developerClient: developerClientOf(config) };
  fastify.get('/portal.json', (_request, reply) => reply.send(settings));
  if (!existsSync(portalFiles)) return;
  await fastify.register(
    fastifyStatic as never,
    { root: portalFiles, prefix: '/', wildcard: false, decorateReply: false } as never,
  );
}

/** The client of whoever tries the APIs: only the development issuer makes its secret, and production knows none. */
const developerClientOf = ({ production, secretsDir }: AppConfig): string | null =>
  !production && existsSync(join(secretsDir, 'developer.client-secret')) ? 'developer' : null;

interface ViewContext extends Pick<AppContext, 'config' | 'tokens' | 'database' | 'estate'> {
  sources: Sources;
  freshness: FreshnessRepository;
}

/** Everything people look at, put together from what each view reads. */
function views({ config, tokens, database, estate, sources, freshness }: ViewContext): Provider[] {
  const work = new WorkRepository(database);
  const integration = new IntegrationService({ config, tokens, estate, sources, freshness });
  const told = new EvidenceRepository(database);
  const evidence = new EvidenceService({ told, sources, estate, platforms: integration });
  const staffing = new StaffingRepository(database);
  const figures = new KpisService(new KpiRepository(database), freshness);
  return [
    { provide: Sources, useValue: sources },
    { provide: PortalService, useValue: new PortalService(sources) },
    { provide: CasesService, useValue: new CasesService({ sources, evidence, estate, freshness }) },
    { provide: KpisService, useValue: figures },
    {
      provide: DetectorsService,
      useValue: new DetectorsService(new DetectorRepository(database, patienceMs(config.env)), freshness),
    },
    { provide: StaffingService, useValue: new StaffingService({ staffing, sources, estate, freshness }) },
    { provide: WorkService, useValue: new WorkService(work, estate, freshness) },
    { provide: WorkbenchService, useValue: new WorkbenchService({ sources, evidence, estate, freshness }) },
    { provide: AlertsService, useValue: new AlertsService(sources, freshness) },
    { provide: LoansService, useValue: new LoansService(sources) },
    { provide: AcquisitionsService, useValue: new AcquisitionsService(sources, estate) },
    {
      provide: CutoversService,
      useValue: new CutoversService(sources, new CutoverRepository(database), freshness),
    },
    { provide: RunsService, useValue: new RunsService(sources) },
    {
      provide: ObjectivesService,
      useValue: new ObjectivesService(new ObjectiveRepository(database), figures, freshness),
    },
    { provide: LiveService, useValue: new LiveService(new LiveRepository(database)) },
    { provide: IntegrationService, useValue: integration },
    { provide: GovernanceService, useValue: new GovernanceService({ config, estate, sources }) },
  ];
}
