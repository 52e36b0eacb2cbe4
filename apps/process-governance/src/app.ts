import { type AppDefinition, CreateAudit1700000000030, GuardAuditHead1700000000052, UsageRepository } from '#platform';
import { CatalogueController } from './catalogue/catalogue.controller.js';
import { Catalogue } from './catalogue/catalogue.js';
import { ConsumerRepository, CreateConsumers1700000000121 } from './consumers/consumer.repository.js';
import { ConsumersController } from './consumers/consumers.controller.js';
import { ImpactController } from './impact/impact.controller.js';
import { ImpactService } from './impact/impact.service.js';
import { ContractsController } from './registry/contracts.controller.js';
import { exemptionsIn } from './registry/exemption-files.js';
import { Publication } from './registry/publication.js';
import { CreateRegistry1700000000120 } from './registry/registry-schema.js';
import { RegistryRepository } from './registry/registry.repository.js';
import { RegistryService } from './registry/registry.service.js';

export const app: AppDefinition = {
  name: 'process-governance',
  api: {
    title: 'Governance process API',
    description: 'Published contracts, their versions and lives, who calls them, and whom a change hurts.',
    version: '1.0.0',
    owner: 'integration-governance',
    audience: 'process',
  },
  contracts: ['process/governance/v1'],
  needs: {},
  controllers: [ContractsController, ImpactController, ConsumersController, CatalogueController],
  migrations: [
    CreateAudit1700000000030,
    GuardAuditHead1700000000052,
    CreateRegistry1700000000120,
    CreateConsumers1700000000121,
  ],
  assemble: ({ config, database, estate, logger }) => {
    const registry = new RegistryRepository(database);
    const consumers = new ConsumerRepository(database);
    const impact = new ImpactService(registry, consumers, new UsageRepository(database));
    const service = new RegistryService(registry, {
      today: () => new Date().toISOString().slice(0, 10),
      exemptions: () => exemptionsIn(config.contractsDir).valid,
      callingOf: (manager, contract) => impact.calling(manager, contract),
    });
    return {
      providers: [
        { provide: RegistryService, useValue: service },
        { provide: ConsumerRepository, useValue: consumers },
        { provide: ImpactService, useValue: impact },
        { provide: Catalogue, useValue: new Catalogue(registry, config, estate) },
      ],
      services: () => [new Publication(service, { contractsDir: config.contractsDir, estate, logger })],
    };
  },
};
