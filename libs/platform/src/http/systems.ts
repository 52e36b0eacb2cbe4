import { clients } from '#contracts';
import { Failure } from '#kernel';
import type { AppName } from '../addresses.js';
import type { ServiceTokens } from '../auth/tokens.js';
import type { AppConfig } from '../config.js';
import type { EstateView } from '../estate/estate-view.js';
import type { Domain } from '../estate/estate.js';
import type { DataSource } from '../database.js';
import { type RoutePair, Routing } from '../routing/routing.js';
import { type AnsweredCall, ShadowNotes } from '../routing/shadow-notes.js';
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

type AnyCall = (request: object) => Promise<unknown>;

/**
 * The firm's systems by what they do, never by who made them: the routing decides which instance serves whom, and which
 * one shadows it. What the live system has done is noted for its shadow; nobody waits for that one.
 */
export class Systems {
  private readonly routing: Routing;
  private readonly notes: ShadowNotes;
  private readonly clients = new Map<string, Record<string, AnyCall>>();

  constructor(
    private readonly config: AppConfig,
    private readonly estate: EstateView,
    private readonly tokens: ServiceTokens,
    database: DataSource,
  ) {
    this.routing = new Routing(estate, database);
    this.notes = new ShadowNotes(database);
  }

  for<D extends Domain>(domain: D, legalEntity?: string): DomainClient<D> {
    // A domain nothing is routed for is refused here, not by the first call.
    this.estate.instanceFor(domain, legalEntity);
    return this.client(domain, async (operation, request) => {
      const pair = await this.routing.pairOf(domain, legalEntity);
      const answer = await this.ask(domain, pair.live, operation, request);
      if (!isShadowed(pair)) return answer;
      const isWrite = domainRoutes[domain][operation]![0] !== 'GET';
      const asked = { operation, isWrite, request: request as AnsweredCall['request'], answer };
      await this.notes.note({ domain, legalEntity: legalEntity ?? '', pair, ...asked });
      return answer;
    });
  }

  /** The instance an event came from. */
  named<D extends Domain>(domain: D, name: string): DomainClient<D> {
    this.estate.instance(name);
    return this.client(domain, (operation, request) => this.ask(domain, name, operation, request));
  }

  /** The instance that serves a legal entity now. */
  async liveInstance(domain: Domain, legalEntity?: string): Promise<string> {
    return (await this.routing.pairOf(domain, legalEntity)).live;
  }

  private client<D extends Domain>(
    domain: D,
    call: (operation: string, request: object) => Promise<unknown>,
  ): DomainClient<D> {
    const operations = Object.keys(domainRoutes[domain]);
    return Object.fromEntries(
      operations.map((operation) => [operation, (request: object) => call(operation, request)]),
    ) as DomainClient<D>;
  }

  /** Whatever goes wrong there says where it was. */
  private async ask(domain: Domain, instance: string, operation: string, request: object): Promise<unknown> {
    const { platform } = this.estate.instance(instance);
    try {
      return await this.clientOf(domain, platform)[operation]!({ ...request, instance });
    } catch (error) {
      throw error instanceof Failure ? error.at(instance) : error;
    }
  }

  private clientOf(domain: Domain, platform: string): Record<string, AnyCall> {
    const place = `${domain} ${platform}`;
    const known = this.clients.get(place);
    if (known) return known;
    const client = serviceClient<Record<string, unknown>>(domainRoutes[domain], {
      baseUrl: this.config.addresses[`system-${platform}` as AppName],
      audience: 'system',
      tokens: this.tokens,
    }) as Record<string, AnyCall>;
    this.clients.set(place, client);
    return client;
  }
}

const isShadowed = (pair: RoutePair): pair is RoutePair & { shadow: string } => pair.shadow !== null;
