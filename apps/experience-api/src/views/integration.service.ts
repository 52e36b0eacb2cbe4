import { Injectable } from '@nestjs/common';
import {
  clients,
  type IntegrationHealth,
  type MissingPart,
  type PlatformHealth,
  type SubscriberHealth,
  type SyntheticCheck,
} from '#contracts';
import { type AppConfig, type AppName, type EstateView, serviceClient, type ServiceTokens } from '#platform';
import type { FreshnessRepository } from '../readmodels/freshness.repository.js';
import { Parts, type Sources } from '../sources.js';

type StatusOperations = Pick<clients.erpV1.operations, 'getStatus'>;
type InstanceStatus =
  clients.erpV1.operations['getStatus']['responses'][200]['content']['application/json']['instances'][number];

export interface IntegrationParts {
  config: AppConfig;
  tokens: ServiceTokens;
  estate: EstateView;
  sources: Pick<Sources, 'operations'>;
  freshness: FreshnessRepository;
}

const states = { closed: 'up', 'half-open': 'trying', open: 'away' } as const;

/** How the platforms and those who are told of events do. */
@Injectable()
export class IntegrationService {
  constructor(private readonly parts: IntegrationParts) {}

  async health(): Promise<IntegrationHealth> {
    const { estate, freshness } = this.parts;
    const names = [...new Set(estate.estate.instances.map(({ platform }) => platform))];
    const answers = new Parts();
    const [statuses, subscribers, checks, fresh] = await Promise.all([
      Promise.all(names.map((name) => answers.get(`system-${name}`, () => this.status(name), []))),
      this.subscribers(answers),
      this.checks(answers),
      freshness.now(),
    ]);
    const known = new Map(statuses.flat().map((one) => [one.instance, one]));
    const platforms = estate.estate.instances.map(({ name, platform }) => healthOf(name, platform, known.get(name)));
    return {
      platforms: platforms.sort(byTrouble),
      ...subscribers,
      checks,
      ...fresh,
      missing: [...fresh.missing, ...subscribers.missing, ...answers.missing],
    };
  }

  /** How these instances do; one whose app gives no answer is unknown. */
  async of(instances: string[]): Promise<PlatformHealth[]> {
    const asked = this.parts.estate.estate.instances.filter(({ name }) => instances.includes(name));
    const platforms = [...new Set(asked.map(({ platform }) => platform))];
    const answers = new Parts();
    const statuses = await Promise.all(platforms.map((name) => answers.get(name, () => this.status(name), [])));
    const known = new Map(statuses.flat().map((one) => [one.instance, one]));
    return asked.map(({ name, platform }) => healthOf(name, platform, known.get(name)));
  }

  private async status(platform: string): Promise<InstanceStatus[]> {
    const { config, tokens } = this.parts;
    const baseUrl = config.addresses[`system-${platform}` as AppName];
    const options = { baseUrl, audience: 'system', tokens, timeoutMs: 5_000 } as const;
    return (await serviceClient<StatusOperations>({ getStatus: clients.erpV1.routes.getStatus }, options).getStatus({}))
      .instances;
  }

  private async checks(answers: Parts): Promise<SyntheticCheck[]> {
    const list = () => this.parts.sources.operations.listSyntheticChecks({});
    return (await answers.get('synthetic checks', list, { items: [] })).items;
  }

  private async subscribers(answers: Parts): Promise<{ subscribers: SubscriberHealth[]; missing: MissingPart[] }> {
    const none = { items: [], missing: [] };
    const list = () => this.parts.sources.operations.listAppSubscriptions({});
    const { items, missing } = await answers.get('process-operations', list, none);
    const subscribers = items.map(({ app, name, lagEvents, lagSeconds, failing, quarantined }) => ({
      app,
      name,
      lagEvents,
      lagSeconds,
      failing,
      quarantined,
    }));
    return { subscribers, missing };
  }
}

function healthOf(instance: string, platform: string, status: InstanceStatus | undefined): PlatformHealth {
  return {
    instance,
    platform,
    state: status ? states[status.breaker] : 'unknown',
    since: status?.breakerSince ?? null,
    lastSuccess: status?.lastSuccess ?? null,
    closedUntil: status?.closedUntil ?? null,
    backlog: status ? status.webhooksWaiting + status.unsettledWrites : 0,
    oldestSince: status?.oldestSince ?? null,
    quotaLeftPercent: status?.pollingLeftPercent ?? null,
    inHand: status?.inHand ?? null,
    inLine: status?.inLine ?? null,
    places: status?.places ?? null,
  };
}

const order: PlatformHealth['state'][] = ['away', 'unknown', 'trying', 'up'];
const byTrouble = (a: PlatformHealth, b: PlatformHealth): number =>
  order.indexOf(a.state) - order.indexOf(b.state) || b.backlog - a.backlog || a.instance.localeCompare(b.instance);
