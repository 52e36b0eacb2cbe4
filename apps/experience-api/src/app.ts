import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Provider } from '@nestjs/common';
import type { AppContext, AppDefinition } from '#platform';
import { AddDeliveries1700000000032, CreateEvents1700000000000, subscriber } from '#events';
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
import { PortalController } from './portal.controller.js';
import { PortalService } from './portal.service.js';
import { FreshnessRepository } from './readmodels/freshness.repository.js';
import { Mirror } from './readmodels/mirror.js';
import { MirrorRepository } from './readmodels/mirror.repository.js';
import { readModels } from './readmodels/projector.repository.js';
import { CreateReadModels1700000000110 } from './readmodels/readmodel-schema.js';
import { Sources } from './sources.js';
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
    version: '1.0.0',
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
      'act-for-others',
    ],
    system: ['capabilities.read'],
  },
  controllers: [
    PortalController,
    KpisController,
    DetectorsController,
    StaffingController,
    WorkController,
    WorkbenchController,
    IntegrationController,
    LiveController,
  ],
  migrations: [CreateEvents1700000000000, AddDeliveries1700000000032, CreateReadModels1700000000110],
  assemble: async ({ config, tokens, database, estate, logger }) => {
    const sources = new Sources(config, tokens);
    const freshness = new FreshnessRepository(database);
    const kept = new MirrorRepository(database);
    await kept.putCosts(estate);
    return {
      providers: views({ config, tokens, database, estate, sources, freshness }),
      services: () => [
        subscriber(database, logger, readModels, nobodyToTell),
        ...new Mirror(sources, kept, estate, logger).loops(),
      ],
      prepare: async (server: NestFastifyApplication) => {
        server.useGlobalInterceptors(new ViewInterceptor(new ConsumerLimits(requestsPerMinute(config.env))));
        await servePortal(server, config.issuer);
      },
    };
  },
};

/** The portal is served where its API is, so that a browser needs one address. */
async function servePortal(server: NestFastifyApplication, issuer: string): Promise<void> {
  const fastify = server.getHttpAdapter().getInstance();
  fastify.get('/portal.json', (_request, reply) => reply.send({ issuer, clientId: 'portal' }));
  if (!existsSync(portalFiles)) return;
  await fastify.register(
    fastifyStatic as never,
    { root: portalFiles, prefix: '/', wildcard: false, decorateReply: false } as never,
  );
}

interface ViewContext extends Pick<AppContext, 'config' | 'tokens' | 'database' | 'estate'> {
  sources: Sources;
  freshness: FreshnessRepository;
}

/** Everything people look at, put together from what each view reads. */
function views({ config, tokens, database, estate, sources, freshness }: ViewContext): Provider[] {
  const work = new WorkRepository(database);
  const staffing = new StaffingRepository(database);
  return [
    { provide: PortalService, useValue: new PortalService(sources) },
    { provide: KpisService, useValue: new KpisService(new KpiRepository(database), freshness) },
    {
      provide: DetectorsService,
      useValue: new DetectorsService(new DetectorRepository(database, patienceMs(config.env)), freshness),
    },
    { provide: StaffingService, useValue: new StaffingService({ staffing, sources, estate, freshness }) },
    { provide: WorkService, useValue: new WorkService(work, estate, freshness) },
    { provide: WorkbenchService, useValue: new WorkbenchService({ sources, work, estate, freshness }) },
    { provide: LiveService, useValue: new LiveService(new LiveRepository(database)) },
    { provide: IntegrationService, useValue: new IntegrationService({ config, tokens, estate, sources, freshness }) },
  ];
}
