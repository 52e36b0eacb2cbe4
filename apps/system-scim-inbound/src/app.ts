import { ChangeRepository, scim, systemApp } from '#connector';
import { type AppDefinition, AppLogger } from '#platform';
import { scimInbound, scimInboundFrom } from './connector.js';
import { ScimDiscoveryController } from './discovery.controller.js';
import { Provisioning } from './provisioning.js';
import { ScimUsersController } from './users.controller.js';
import { CreateUsers1700000000060, UserRepository } from './users.repository.js';

const asSystem = systemApp('system-scim-inbound', scimInbound);

/** A system app that is also a SCIM service provider: what it answers to the layers above is what it was told. */
export const app: AppDefinition = {
  ...asSystem,
  controllers: [...asSystem.controllers, ScimUsersController, ScimDiscoveryController],
  migrations: [...asSystem.migrations, CreateUsers1700000000060],
  async assemble(context) {
    const users = new UserRepository(context.database);
    const parts = await systemApp(asSystem.name, scimInboundFrom(users)).assemble(context);
    const provisioning = new Provisioning(users, new ChangeRepository(context.database), context.estate);
    return {
      ...parts,
      providers: [
        ...parts.providers,
        { provide: Provisioning, useValue: provisioning },
        { provide: AppLogger, useValue: context.logger },
      ],
      prepare: (server) => {
        const fastify = server.getHttpAdapter().getInstance();
        fastify.addContentTypeParser(scim.json, { parseAs: 'string' }, fastify.getDefaultJsonParser('error', 'error'));
      },
    };
  },
};
