import type { Domain, Estate, LegalEntityConfig, OwnershipRule } from '../estate/estate.js';
import { itemsOf, type Kind } from './items.js';
import { citation } from './places.js';
import { holdsIn, narrowness, scopeWords } from './scope.js';

/** Something of a record that one system owns: a group of attributes, or a step of its life. */
export interface Item {
  kind: Kind;
  record: string;
  name: string;
}

/** Why a system may not have the say, and who has. */
export interface Refusal {
  item: Item;
  rule: OwnershipRule;
  /** Instances that own it. */
  owners: string[];
  /** In a sentence, with the line of the rule. */
  reason: string;
}

/** The ownership matrix: who decides what a record's attributes are, and who tells the steps of its life. */
export class Ownership {
  private readonly entities: readonly LegalEntityConfig[];

  constructor(private readonly estate: Estate) {
    this.entities = estate.legalEntities;
  }

  get rules(): readonly OwnershipRule[] {
    return this.estate.ownership;
  }

  /** The narrowest rule about it that holds in a legal entity; undefined where nobody owns it. */
  ruleFor({ kind, record, name }: Item, legalEntity?: string): OwnershipRule | undefined {
    const entity = this.entities.find(({ code }) => code === legalEntity);
    return this.rules
      .filter((rule) => rule.record === record && itemsOf(rule, kind).includes(name) && holdsIn(rule, entity))
      .sort((one, other) => narrowness(other) - narrowness(one))[0];
  }

  /**
   * Why an instance has no say about it; null where it may have. Where no legal entity is known, those count that the
   * instance serves, and it is enough to be the owner in one of them.
   */
  refusal(item: Item, instance: string, legalEntity?: string | null): Refusal | null {
    let refusal: Refusal | null = null;
    for (const code of legalEntity ? [legalEntity] : this.servedBy(instance)) {
      const rule = this.ruleFor(item, code);
      if (!rule) return null;
      const owners = this.instancesOf(rule.owner, code);
      if (owners.some((owner) => this.isAccountOf(instance, owner))) return null;
      refusal ??= { item, rule, owners, reason: reasonOf(item, rule, owners, instance) };
    }
    return refusal;
  }

  /** The instances a domain is routed to for a legal entity, or all of them. */
  instancesOf(domain: Domain, legalEntity?: string): string[] {
    const route = this.estate.routing[domain] ?? [];
    if (typeof route === 'string') return [route];
    const own = legalEntity === undefined ? undefined : (route as Record<string, string>)[legalEntity];
    return own ? [own] : [...new Set(Object.values(route))];
  }

  /** Legal entities for which anything is routed to an instance; all of them where nothing is. */
  private servedBy(instance: string): string[] {
    const codes = this.entities.map(({ code }) => code);
    const routes = Object.values(this.estate.routing);
    const served = codes.filter((code) =>
      routes.some((route) => (typeof route === 'string' ? route : route[code]) === instance),
    );
    return served.length > 0 ? served : codes;
  }

  /** An account that no route names counts as its product's: a second account of the owner's has the owner's say. */
  private isAccountOf(instance: string, owner: string): boolean {
    if (instance === owner) return true;
    const isRouted = Object.values(this.estate.routing).some((route) =>
      typeof route === 'string' ? route === instance : Object.values(route).includes(instance),
    );
    return !isRouted && this.platformOf(instance) === this.platformOf(owner);
  }

  private platformOf(name: string): string | undefined {
    return this.estate.instances.find((instance) => instance.name === name)?.platform;
  }
}

function reasonOf({ record, name }: Item, rule: OwnershipRule, owners: string[], instance: string): string {
  const owner = `${rule.owner} (${owners.join(', ')})`;
  return `${record}.${name} belongs to ${owner} ${scopeWords(rule)}, not to ${instance}: ${citation(rule)}`;
}

/** The legal entity a record or a change of it names, at its top or one level below; null where it names none. */
export function legalEntityIn(data: object): string | null {
  const parts = [data, ...Object.values(data).filter((part) => part && typeof part === 'object')] as object[];
  const named = parts.map((part) => (part as { legalEntity?: unknown }).legalEntity);
  return (named.find((value) => typeof value === 'string' && value !== '') as string | undefined) ?? null;
}
