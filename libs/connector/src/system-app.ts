import type { Type } from '@nestjs/common';
import { CreateEvents1700000000000, outboxRelay } from '#events';
import { Failure } from '#kernel';
import type { AppContext, AppDefinition, AppName, AppParts, InstanceConfig } from '#platform';
import { CapabilitiesController } from './capabilities.controller.js';
import { ChangeRepository, CreateChanges1700000000002 } from './changes/change.repository.js';
import { feedPoller } from './changes/feed-poller.js';
import { pacedFeeds, refuseCapture } from './changes/paced-feeds.js';
import { WebhookController } from './changes/webhook.controller.js';
import { WebhookIntake } from './changes/webhook-intake.js';
import type { Connector, DomainOperations } from './connector.js';
import { CrmController } from './domains/crm.js';
import { ErpController } from './domains/erp.js';
import { HrController } from './domains/hr.js';
import { IdentityController } from './domains/identity.js';
import { PayrollController } from './domains/payroll.js';
import { PsaController } from './domains/psa.js';
import { SchedulingController } from './domains/scheduling.js';
import { EffectLedger } from './effects/effect-ledger.js';
import { EffectRepository } from './effects/effect.repository.js';
import { effectMigrations } from './effects/effect-schema.js';
import { addressProblems } from './http/address.js';
import { Gate } from './http/gate.js';
import { limitsOf } from './http/limits.js';
import { CreateLimits1700000000005, LimitsRepository } from './http/limits.repository.js';
import { Vendor, VendorLine } from './http/vendor.js';
import { Instances } from './instances.js';
import { OwnershipRepository } from './ownership/ownership.repository.js';
import { WriteGuard } from './ownership/write-guard.js';
import { settingsOf } from './settings.js';
import { StatusController } from './status/status.controller.js';
import { StatusReader } from './status/status.js';
import { StatusRepository } from './status/status.repository.js';

/** The controllers of each domain contract: written once, served by every platform of the domain. */
export const domainControllers: Record<keyof DomainOperations, Type> = {
  crm: CrmController,
  hr: HrController,
  identity: IdentityController,
  erp: ErpController,
  psa: PsaController,
  scheduling: SchedulingController,
  payroll: PayrollController,
};

/** Makes an app of a connector. */
export function systemApp<S extends object>(name: AppName, typed: Connector<S>): AppDefinition {
  // From here on the settings' type is the connector's own business.
  const connector = typed as unknown as Connector;
  const domains = Object.keys(connector.domains) as (keyof DomainOperations)[];
  return {
    name,
    api: {
      title: `${connector.title} system API`,
      description: `${connector.title} behind the ${domains.join(' and ')} contract.`,
      version: '1.1.0',
      owner: 'integration-platform',
      audience: 'system',
    },
    contracts: domains.map((domain) => `system/${domain}/v1`),
    needs: {},
    controllers: [
      ...domains.map((domain) => domainControllers[domain]),
      CapabilitiesController,
      StatusController,
      WebhookController,
    ],
    migrations: [CreateEvents1700000000000, ...effectMigrations, CreateChanges1700000000002, CreateLimits1700000000005],
    assemble: (context) => assemble(connector, context),
  };
}

function assemble(connector: Connector, context: AppContext): AppParts {
  const vendors = new Map(connectInstances(connector, context).map((vendor) => [vendor.instance, vendor]));
  const effects = new EffectLedger(new EffectRepository(context.database));
  const instances = new Instances(
    connector,
    vendors,
    effects,
    new WriteGuard(new OwnershipRepository(context.database)),
  );
  const changes = new ChangeRepository(context.database);
  const intake = new WebhookIntake(connector.webhook, instances, changes, context.logger);
  const pollers = [...vendors.values()].flatMap((vendor) =>
    pacedFeeds(connector, vendor.config).map((feed) => feedPoller(feed, vendor, changes, context.logger)),
  );
  return {
    providers: [
      { provide: Instances, useValue: instances },
      { provide: WebhookIntake, useValue: intake },
      { provide: StatusReader, useValue: new StatusReader(instances, new StatusRepository(context.database)) },
    ],
    services: () => [outboxRelay(context.database, context.logger), ...intake.readers(), ...pollers],
    release: async () => {
      await Promise.all([...vendors.values()].map(({ line }) => line.gate.stop()));
    },
  };
}

function connectInstances(connector: Connector, context: AppContext): Vendor[] {
  const configured = context.estate.instancesOf(connector.platform);
  if (configured.length === 0) {
    throw new Failure('rejected', `estate.yaml has no instance of platform "${connector.platform}"`, {
      code: 'no-instance',
      remedy: `add one under instances, or do not run ${context.config.app}`,
    });
  }
  refuseWithoutDate(connector, configured);
  refuseCapture(connector, configured);
  return configured.map((instance) => {
    const settings = settingsOf(connector, instance, context.config.secretsDir);
    if (context.config.production && connector.address) refuseAddress(instance, connector.address(settings));
    const gate = new Gate(instance.name, limitsOf(connector.limits, instance), new LimitsRepository(context.database));
    const line = new VendorLine(instance.name, connector, settings, gate);
    return new Vendor(instance, settings, context.estate, line);
  });
}

/** Reading a whole history would set up every old deal and bill every old hour: the day must be said. */
function refuseWithoutDate(connector: Connector, instances: InstanceConfig[]): void {
  const missing = connector.feeds.length > 0 ? instances.filter(({ changesSince }) => !changesSince) : [];
  if (missing.length === 0) return;
  throw new Failure('rejected', `${connector.title} does not say from which day on its changes count`, {
    code: 'broken-instance',
    remedy: 'add `changesSince: YYYY-MM-DD` to the instance in estate.yaml; what changed before is left as it is',
    fields: missing.map(({ name }) => ({ field: `instances[name=${name}].changesSince`, message: 'is not set' })),
  });
}

function refuseAddress(instance: InstanceConfig, address: string): void {
  const field = `instances[name=${instance.name}].settings`;
  const fields = addressProblems(field, address, instance.inOwnNetwork === true);
  if (fields.length === 0) return;
  throw new Failure('rejected', `instance "${instance.name}" has an address that production does not call`, {
    code: 'broken-instance',
    remedy: "give the vendor's own https address in estate.yaml",
    fields,
  });
}
