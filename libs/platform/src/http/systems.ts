import { clients } from '#contracts';
import type { AppName } from '../addresses.js';
import type { ServiceTokens } from '../auth/tokens.js';
import type { AppConfig } from '../config.js';
import type { EstateView } from '../estate/estate-view.js';
import type { Domain } from '../estate/estate.js';
import { type Routes, serviceClient, type ServiceClient } from './service-client.js';

interface DomainOperations {
  crm: clients.crmV1.operations;
  hr: clients.hrV1.operations;
  identity: clients.identityV1.operations;
  erp: clients.erpV1.operations;
  psa: clients.psaV1.operations;
  scheduling: clients.schedulingV1.operations;
  payroll: clients.payrollV1.operations;
}

/** Method and path of every operation of the domain contracts. */
export const domainRoutes: Record<Domain, Routes> = {
  crm: clients.crmV1.routes,
  hr: clients.hrV1.routes,
  identity: clients.identityV1.routes,
  erp: clients.erpV1.routes,
  psa: clients.psaV1.routes,
  scheduling: clients.schedulingV1.routes,
  payroll: clients.payrollV1.routes,
};

type WithoutInstance<Request> = Request extends { instance: string } ? Omit<Request, 'instance'> : Request;

/** A domain's client with the instance already chosen. */
export type DomainClient<D extends Domain> = {
  [Id in keyof DomainOperations[D]]: ServiceClient<DomainOperations[D]>[Id] extends (request: infer R) => infer Result
    ? (request: WithoutInstance<R>) => Result
    : never;
};

/** The firm's systems by what they do, never by who made them: the estate decides which instance serves whom. */
export class Systems {
  constructor(
    private readonly config: AppConfig,
    private readonly estate: EstateView,
    private readonly tokens: ServiceTokens,
  ) {}

  for<D extends Domain>(domain: D, legalEntity?: string): DomainClient<D> {
    const instance = this.estate.instanceFor(domain, legalEntity);
    return this.at(domain, instance.platform, instance.name);
  }

  /** The instance an event came from. */
  named<D extends Domain>(domain: D, name: string): DomainClient<D> {
    const instance = this.estate.instance(name);
    return this.at(domain, instance.platform, instance.name);
  }

  private at<D extends Domain>(domain: D, platform: string, instance: string): DomainClient<D> {
    const client = serviceClient<DomainOperations[D]>(domainRoutes[domain], {
      baseUrl: this.config.addresses[`system-${platform}` as AppName],
      audience: 'system',
      tokens: this.tokens,
    });
    const bound = Object.entries(client).map(([id, call]) => [
      id,
      (request: object) => (call as (request: object) => unknown)({ ...request, instance }),
    ]);
    return Object.fromEntries(bound) as DomainClient<D>;
  }
}
