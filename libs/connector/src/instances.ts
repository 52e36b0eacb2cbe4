import { Injectable } from '@nestjs/common';
import { Failure } from '#kernel';
import type { Connector, DomainOperations } from './connector.js';
import type { EffectLedger } from './effects/effect-ledger.js';
import type { Vendor } from './http/vendor.js';
import type { WriteGuard } from './ownership/write-guard.js';
import type { Read, Sent, Unsupported, Write } from './operations.js';

type Domain = keyof DomainOperations;
type Operation<D extends Domain, K extends keyof DomainOperations[D]> = DomainOperations[D][K];
type InputOf<O> = O extends { run: (vendor: Vendor, input: infer I, sent: Sent) => unknown } ? I : never;
type OutputOf<O> = O extends { run: (vendor: Vendor, input: never, sent: Sent) => Promise<infer R> } ? R : never;
type Anything = Read<unknown, unknown> | Write<unknown, unknown> | Unsupported;

/** What one operation of one domain can do here; printed by `GET /v1/capabilities`. */
export interface Capability {
  domain: string;
  operation: string;
  supported: boolean;
  /** How a write is made safe; null for questions. */
  safety: string | null;
  /** Why it is not supported. */
  reason: string | null;
}

/** Every instance of the platform this app wraps, and the one way to ask or change something there. */
@Injectable()
export class Instances {
  constructor(
    private readonly connector: Connector,
    private readonly vendors: Map<string, Vendor>,
    private readonly effects: EffectLedger,
    private readonly guard: WriteGuard,
  ) {}

  async read<D extends Domain, K extends keyof DomainOperations[D] & string>(
    instance: string,
    domain: D,
    operation: K,
    input: InputOf<Operation<D, K>>,
  ): Promise<OutputOf<Operation<D, K>>> {
    const { vendor, found } = this.find(instance, domain, operation);
    if (found.kind !== 'read') throw new Failure('defect', `${domain}.${operation} is not a question`);
    return (await vendor.line.bulkhead.do(() => found.run(vendor, input))) as OutputOf<Operation<D, K>>;
  }

  /** Makes a change once, however often it is asked for with the same key; `forbidden` to whoever does not own it. */
  async write<D extends Domain, K extends keyof DomainOperations[D] & string>(
    instance: string,
    domain: D,
    operation: K,
    input: InputOf<Operation<D, K>>,
    key: string,
  ): Promise<OutputOf<Operation<D, K>>> {
    const { vendor, found } = this.find(instance, domain, operation);
    if (found.kind !== 'write') throw new Failure('defect', `${domain}.${operation} is not a change`);
    const request = { vendor, operation: `${domain}.${operation}`, input, key };
    const written = await this.guard.admit(request);
    const result = await vendor.line.bulkhead.do(() => this.effects.perform({ ...request, write: found, written }));
    return result as OutputOf<Operation<D, K>>;
  }

  capabilities(): Capability[] {
    return Object.entries(this.connector.domains).flatMap(([domain, operations]) =>
      Object.entries(operations as Record<string, Anything>).map(([operation, found]) => ({
        domain,
        operation,
        supported: found.kind !== 'unsupported',
        safety: found.kind === 'write' ? found.safety.strategy : null,
        reason: found.kind === 'unsupported' ? found.reason : null,
      })),
    );
  }

  names(): string[] {
    return [...this.vendors.keys()];
  }

  vendor(instance: string): Vendor {
    const vendor = this.vendors.get(instance);
    if (vendor) return vendor;
    throw new Failure('not-found', `"${instance}" is not an instance of ${this.connector.title}`, {
      code: 'unknown-instance',
      remedy: `use one of ${this.names().join(', ')}`,
    });
  }

  private find(instance: string, domain: Domain, operation: string) {
    const vendor = this.vendor(instance);
    const operations = this.connector.domains[domain] as Record<string, Anything> | undefined;
    const found = operations?.[operation];
    if (!found) throw new Failure('unsupported', `${this.connector.title} does not serve the ${domain} domain`);
    if (found.kind === 'unsupported') throw new Failure('unsupported', `${this.connector.title}: ${found.reason}`);
    return { vendor, found };
  }
}
