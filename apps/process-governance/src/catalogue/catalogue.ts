import 'reflect-metadata';
import { Injectable } from '@nestjs/common';
import { type EventCatalogue, events, type ExemptionList } from '#contracts';
import type { AppConfig, AppName, EstateView } from '#platform';
import { exemptionList, exemptionsIn } from '../registry/exemption-files.js';
import type { RegistryRepository } from '../registry/registry.repository.js';
import { apiCatalog, type Linkset } from './api-catalog.js';

const ours = /^(process|experience)\/([a-z-]+)\/(v\d+)$/;

/** What there is to call, to listen to, and to know about it. */
@Injectable()
export class Catalogue {
  constructor(
    private readonly registry: RegistryRepository,
    private readonly config: AppConfig,
    private readonly estate: Pick<EstateView, 'estate'>,
  ) {}

  async apis(): Promise<Linkset> {
    const contracts = await this.registry.newest(['published', 'deprecated']);
    return apiCatalog(contracts, (contract) => this.addressOf(contract), this.config.addresses['process-governance']);
  }

  events(): EventCatalogue {
    const items = Object.values(events).map(({ type, description, data }) => ({
      type,
      description,
      fields: fieldsOf(data),
    }));
    return { items: items.toSorted((a, b) => (a.type < b.type ? -1 : 1)) };
  }

  exemptions(): ExemptionList {
    return exemptionList(exemptionsIn(this.config.contractsDir));
  }

  /** A domain is served by the app of whatever platform it is routed to; of several, the catalogue names the first. */
  private addressOf(contract: string): string | null {
    const [, layer, api, major] = ours.exec(contract) ?? [];
    if (layer)
      return `${this.config.addresses[layer === 'experience' ? 'experience-api' : (`process-${api!}` as AppName)]}/${major}`;
    const [, domain] = /^system\/([a-z-]+)\/v\d+$/.exec(contract) ?? [];
    const route =
      domain && (this.estate.estate.routing as unknown as Record<string, string | Record<string, string>>)[domain];
    if (!route) return null;
    const name = typeof route === 'string' ? route : Object.values(route)[0];
    const platform = this.estate.estate.instances.find((instance) => instance.name === name)?.platform;
    const address = this.config.addresses[`system-${platform}` as AppName] as string | undefined;
    return address ? `${address}/v1` : null;
  }
}

/** Names of a contract class's fields, as the generator of documents knows them. */
const fieldsOf = (data: new () => object): string[] =>
  ((Reflect.getMetadata('swagger/apiModelPropertiesArray', data.prototype as object) ?? []) as string[]).map((name) =>
    name.replace(/^:/, ''),
  );
