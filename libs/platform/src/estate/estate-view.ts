import { type CalendarDate, Failure, inForce } from '#kernel';
import type { IntercompanyPrice } from './billing-config.js';
import type { Domain, Estate, InstanceConfig, LegalEntityConfig, PostingWindow } from './estate.js';
import { Ownership } from '../ownership/ownership.js';
import type { Policies } from './policies.js';
import type { StaffingConfig } from './staffing-config.js';
import { cutOffOf, postingOpens } from './posting-window.js';

/** Where somebody works, as far as it is known. */
interface Place {
  location: string | null;
  country: string | null;
  legalEntity: string | null;
}

/** What apps ask of the estate; a question without an answer is a Failure that says which line to add. */
export class EstateView {
  /** Who owns what. */
  readonly ownership: Ownership;

  constructor(readonly estate: Estate) {
    this.ownership = new Ownership(estate);
  }

  instancesOf(platform: string): InstanceConfig[] {
    return this.estate.instances.filter((instance) => instance.platform === platform);
  }

  instance(name: string): InstanceConfig {
    const instance = this.estate.instances.find((candidate) => candidate.name === name);
    if (!instance)
      throw new Failure('not-found', `"${name}" is not an instance of this estate`, { code: 'unknown-instance' });
    return instance;
  }

  /** The instance that serves a domain for a legal entity. */
  instanceFor(domain: Domain, legalEntity?: string): InstanceConfig {
    const route = this.estate.routing[domain];
    const name = typeof route === 'string' ? route : route?.[legalEntity ?? ''];
    const instance = this.estate.instances.find((candidate) => candidate.name === name);
    if (!instance) {
      throw new Failure('rejected', `no ${domain} instance is routed for legal entity "${legalEntity ?? ''}"`, {
        code: 'missing-route',
        remedy: `add routing.${domain}.${legalEntity ?? '<legal entity>'} to estate.yaml`,
      });
    }
    return instance;
  }

  legalEntity(code: string): LegalEntityConfig | undefined {
    return this.estate.legalEntities.find((entity) => entity.code === code);
  }

  get legalEntities(): LegalEntityConfig[] {
    return this.estate.legalEntities;
  }

  /** What the firm decided; what it left open is as by default. */
  get policies(): Policies {
    return this.estate.policies;
  }

  /** The time zone of a place: by `mappings.timeZones` of location or country, then of the legal entity, then of the firm. */
  timeZoneOf({ location, country, legalEntity }: Place): string {
    const mapped = [location, country].map((place) => place && this.mapped('timeZones', place)).find(Boolean);
    return mapped ?? this.legalEntity(legalEntity ?? '')?.timeZone ?? this.estate.timeZone;
  }

  postingWindow(legalEntity: string): PostingWindow {
    const window = this.estate.postingWindows.find((candidate) => candidate.legalEntity === legalEntity);
    if (!window)
      throw new Failure('rejected', `no posting window for legal entity "${legalEntity}"`, {
        code: 'missing-window',
        remedy: 'add it to postingWindows in estate.yaml, restart, then retry',
      });
    return window;
  }

  /** From when on a legal entity's books take postings: `at` itself while they are open, null where nobody has said. */
  postingOpens(legalEntity: string, at: Date): Date | null {
    return postingOpens(this.postingWindow(legalEntity), at);
  }

  /** When it is too late for what is at stake: the cut-off of its billing cycle; else when it should be settled. */
  tooLateAt(stake: { legalEntity: string | null; billingCycle: string | null }, dueAt: string | null): string | null {
    const window = this.estate.postingWindows.find(({ legalEntity }) => legalEntity === stake.legalEntity);
    const cutOff = window && stake.billingCycle ? cutOffOf(window, stake.billingCycle) : null;
    return cutOff?.toISOString() ?? dueAt;
  }

  get staffing(): StaffingConfig {
    return this.estate.staffing ?? {};
  }

  /** Whether legal entities are charged here for the work of another's people; else their ERP has to. */
  get chargesIntercompany(): boolean {
    return this.estate.billing?.intercompany !== undefined;
  }

  /** What an entity asks another for its people's work on a day. */
  intercompanyPrice(employing: string, contracting: string, day: CalendarDate): IntercompanyPrice | undefined {
    const prices = this.estate.billing?.intercompany ?? [];
    const ofPair = prices.filter((price) => price.employing === employing && price.contracting === contracting);
    return inForce(ofPair, day);
  }

  /** The value that is mapped to this one, or undefined where the table has no such row. */
  mappedFrom(table: string, value: string): string | undefined {
    return Object.entries(this.estate.mappings[table] ?? {}).find(([, mapped]) => mapped === value)?.[0];
  }

  /** The mapped value, or undefined where the table has no row for it. */
  mapped(table: string, value: string): string | undefined {
    return this.estate.mappings[table]?.[value];
  }
}

/** `30s`, `15m`, `4h` in milliseconds. */
export function durationMs(text: string): number {
  const match = /^(\d+)(s|m|h)$/.exec(text);
  if (!match) throw new Failure('rejected', `"${text}" is not a duration such as 30s, 15m or 4h`);
  return Number(match[1]) * { s: 1_000, m: 60_000, h: 3_600_000 }[match[2] as 's' | 'm' | 'h'];
}
