import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AppDefinition } from '#platform';
import { AddDeliveries1700000000032, CreateEvents1700000000000, subscriber } from '#events';
import { ConsumerLimits, requestsPerMinute } from './http/consumer-limits.js';
import { ViewInterceptor } from './http/view.interceptor.js';
import { KpiRepository } from './kpis/kpi.repository.js';
import { KpisController } from './kpis/kpis.controller.js';
import { KpisService } from './kpis/kpis.service.js';
import { PortalController } from './portal.controller.js';
import { PortalService } from './portal.service.js';
import { FreshnessRepository } from './readmodels/freshness.repository.js';
import { Mirror } from './readmodels/mirror.js';
import { MirrorRepository } from './readmodels/mirror.repository.js';
import { readModels } from './readmodels/projector.repository.js';
import { CreateReadModels1700000000110 } from './readmodels/readmodel-schema.js';
import { Sources } from './sources.js';

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
  needs: {
    process: [
      'runs.read',
      'exceptions.read',
      'exceptions.resolve',
      'billing.read',
      'projects.read',
      'staffing.read',
      'workers.read',
      'events.read',
      'act-for-others',
    ],
  },
  controllers: [PortalController, KpisController],
  migrations: [CreateEvents1700000000000, AddDeliveries1700000000032, CreateReadModels1700000000110],
  assemble: async ({ config, tokens, database, estate, logger }) => {
    const sources = new Sources(config, tokens);
    const freshness = new FreshnessRepository(database);
    const kept = new MirrorRepository(database);
    await kept.putCosts(estate);
    return {
      providers: [
        { provide: PortalService, useValue: new PortalService(sources) },
        { provide: KpisService, useValue: new KpisService(new KpiRepository(database), freshness) },
      ],
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
