import { today as todayIn } from '#kernel';
import {
  type AppContext,
  type AppDefinition,
  type BackgroundService,
  BreachRepository,
  CreateAudit1700000000030,
  GuardAuditHead1700000000052,
  openMailer,
  referredSecret,
  UsageRepository,
} from '#platform';
import { CatalogueController } from './catalogue/catalogue.controller.js';
import { Catalogue } from './catalogue/catalogue.js';
import { ComparisonController } from './comparison/comparison.controller.js';
import { ComparisonService } from './comparison/comparison.service.js';
import { ConsumerRepository, CreateConsumers1700000000121 } from './consumers/consumer.repository.js';
import { ConsumerService } from './consumers/consumer.service.js';
import { ConsumersController } from './consumers/consumers.controller.js';
import { EventConsumers } from './impact/event-consumers.js';
import { ImpactController } from './impact/impact.controller.js';
import { ImpactService } from './impact/impact.service.js';
import { ContractFindings } from './life/contract-findings.js';
import { ContractLifeController } from './life/contract-life.controller.js';
import { Deprecations } from './life/deprecations.js';
import { EndingCallers } from './life/ending-callers.js';
import { retention } from './life/retention.js';
import { ConsumerNotices } from './notices/consumer-notices.js';
import { NoticeRepository } from './notices/notice.repository.js';
import { CreateConsumerNotices1700000000170 } from './notices/notice-schema.js';
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
    version: '1.2.0',
    owner: 'integration-governance',
    audience: 'process',
  },
  contracts: ['process/governance/v1'],
  needs: { process: ['events.read'] },
  controllers: [
    ContractsController,
    ComparisonController,
    ImpactController,
    ConsumersController,
    CatalogueController,
    ContractLifeController,
  ],
  migrations: [
    CreateAudit1700000000030,
    GuardAuditHead1700000000052,
    CreateRegistry1700000000120,
    CreateConsumers1700000000121,
    CreateConsumerNotices1700000000170,
  ],
  assemble: ({ config, database, estate, logger, tokens }) => {
    const registry = new RegistryRepository(database);
    const consumers = new ConsumerRepository(database);
    const [usage, breaches] = [new UsageRepository(database), new BreachRepository(database)];
    const impact = new ImpactService(registry, consumers, usage, new EventConsumers(config, tokens, logger));
    const deprecations = new Deprecations(new EndingCallers(usage, consumers), registry, config.contractsDir);
    const service = new RegistryService(registry, {
      today: () => todayIn(new Date(), 'UTC'),
      exemptions: () => exemptionsIn(config.contractsDir).valid,
      callingOf: (manager, contract) => impact.calling(manager, contract),
      callingEach: (manager, before, endings) => deprecations.calling(manager, before, endings),
    });
    return {
      providers: [
        { provide: RegistryService, useValue: service },
        { provide: ConsumerService, useValue: new ConsumerService(consumers, registry) },
        { provide: ImpactService, useValue: impact },
        { provide: Deprecations, useValue: deprecations },
        { provide: ContractFindings, useValue: new ContractFindings(breaches, registry) },
        { provide: ComparisonService, useValue: new ComparisonService(service, impact) },
        { provide: Catalogue, useValue: new Catalogue(registry, config, estate) },
      ],
      services: () => [
        new Publication(service, { contractsDir: config.contractsDir, estate, logger }),
        retention(usage, breaches, logger),
        ...letters({ config, database, estate, logger }, deprecations),
      ],
    };
  },
};

/** Consumers are written to where the estate says which server takes e-mail. */
function letters(
  { config, database, estate, logger }: Omit<AppContext, 'tokens'>,
  deprecations: Deprecations,
): BackgroundService[] {
  const { mail, portalUrl = config.addresses['experience-api'] } = estate.estate.alerts;
  if (!mail) return [];
  const password = mail.password ? referredSecret(config.secretsDir, mail.password) : null;
  const notices = new NoticeRepository(database);
  return new ConsumerNotices({ deprecations, notices, mailer: openMailer(mail, password), portalUrl, logger }).loops();
}
