import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AppDefinition } from '#platform';
import { PortalController } from './portal.controller.js';
import { PortalService } from './portal.service.js';
import { Sources } from './sources.js';

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
    process: ['runs.read', 'exceptions.read', 'exceptions.resolve', 'billing.read', 'projects.read', 'act-for-others'],
  },
  controllers: [PortalController],
  migrations: [],
  assemble: ({ config, tokens }) => ({
    providers: [{ provide: PortalService, useValue: new PortalService(new Sources(config, tokens)) }],
    services: () => [],
    prepare: (server: NestFastifyApplication) => servePortal(server, config.issuer),
  }),
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
