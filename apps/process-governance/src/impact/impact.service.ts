import { Injectable } from '@nestjs/common';
import type { Consumer, ImpactReport, UsageList, UsageQuery, UsageView } from '#contracts';
import { type Calling, type Finding, type KnownConsumer, type Use, whoIsHurt } from '#governance';
import { type EntityManager, type RecordedUse, UsageRepository } from '#platform';
import type { ConsumerRepository } from '../consumers/consumer.repository.js';
import { findingsBetween, type ReadContract, readContract } from '../registry/read-contract.js';
import type { RegistryRepository } from '../registry/registry.repository.js';
import { contractFields, knownFields, type OperationFields } from './contract-fields.js';
import type { EventConsumers } from './event-consumers.js';
import { isNamed, latelyDays, readCounts, toldAs } from './recorded-use.js';

type Fields = Map<string, OperationFields>;

/** Who uses what, and whom a change hurts. */
@Injectable()
export class ImpactService {
  constructor(
    private readonly registry: RegistryRepository,
    private readonly consumers: ConsumerRepository,
    private readonly usage: UsageRepository,
    private readonly events: Pick<EventConsumers, 'list'>,
  ) {}

  /** Whom the changes of a version hurt, against the one it follows. */
  async of(id: string): Promise<ImpactReport> {
    const row = await this.registry.get(id);
    const base = await this.registry.followedBy(row);
    const before = base && (await this.read(base.id));
    const findings = before ? findingsBetween(before, await this.read(id)) : [];
    return { id, ...(await this.hurtBy(findings, row, before)) };
  }

  /**
   * Whom changes hurt, by what is on record for the contract they are held against, which may be of another major: then it
   * is those who use that.
   */
  async hurtBy(
    findings: Finding[],
    revision: Pick<ReadContract, 'kind' | 'contract'>,
    before?: ReadContract,
  ): Promise<Omit<ImpactReport, 'id'>> {
    const contract = before?.contract ?? revision.contract;
    const harmful = findings.filter(({ level }) => level === 'breaking' || level === 'dangerous');
    const [recordedSince, all, registered] = await Promise.all([
      this.usage.since(),
      this.usage.used({}),
      this.consumers.list(),
    ]);
    const fields: Fields = before ? contractFields(before.content) : new Map<string, OperationFields>();
    const uses = all.filter((one) => one.contract === contract).map((one) => useOf(one, fields));
    const told = revision.kind === 'asyncapi' && harmful.length > 0 ? await this.events.list(fields) : [];
    const consumers = whoIsHurt(
      findings,
      {
        uses: uses.filter(({ clientId }) => isNamed(clientId)),
        active: new Set(all.map(({ consumer }) => consumer)),
        unnamed: uses.filter(({ clientId }) => !isNamed(clientId)),
      },
      [...registered.map((one) => knownConsumer(one, contract, fields)), ...told],
    );
    return { changes: harmful.length, recordedSince, consumers: consumers.slice(0, 1000) };
  }

  async list({ clientId, contract }: UsageQuery): Promise<UsageList> {
    const used = await this.usage.used({ ...(clientId && { consumer: clientId }), ...(contract && { contract }) });
    const fields = new Map<string, Fields>();
    for (const one of used) if (!fields.has(versionOf(one))) fields.set(versionOf(one), await this.fieldsOf(one));
    return { items: used.slice(0, 1000).map((one) => viewOf(one, fields.get(versionOf(one))!)) };
  }

  /** Registered consumers that called a contract in the last 30 days. */
  async calling(manager: EntityManager, contract: string): Promise<Calling[]> {
    const used = await this.usage.used({ contract, days: latelyDays }, manager);
    const registered = await this.consumers.list(manager);
    return registered.flatMap(({ clientId, name, owner }) => {
      const last = used.filter(({ consumer }) => consumer === clientId).map(({ lastUse }) => lastUse.slice(0, 10));
      return last.length === 0 ? [] : [{ consumer: name, owner, lastUse: last.toSorted().at(-1)! }];
    });
  }

  private async read(id: string): Promise<ReadContract> {
    const { kind, contract } = await this.registry.get(id);
    return readContract(kind, contract, await this.registry.textOf(id));
  }

  /** The fields of the version that was called; of the newest one published where that is not registered. */
  private async fieldsOf({ contract, version }: RecordedUse): Promise<Fields> {
    const known = await this.registry.versionsOf(contract);
    const called = known.find((one) => one.version === version && one.state !== 'rejected');
    const row = called ?? known.find(({ state }) => state === 'published');
    return row ? contractFields((await this.read(row.id)).content) : new Map<string, OperationFields>();
  }
}

const versionOf = ({ contract, version }: RecordedUse): string => `${contract} ${version}`;

const useOf = (one: RecordedUse, fields: Fields): Use & { clientId: string } => ({
  clientId: one.consumer,
  operation: one.operation,
  calls: one.calls,
  lastUse: one.lastUse,
  sent: one.sent,
  read: [...readCounts(one, fields.get(one.operation)).keys()],
  known: knownFields(fields.get(one.operation)),
});

const knownConsumer = ({ clientId, name, owner, uses }: Consumer, contract: string, fields: Fields): KnownConsumer => ({
  clientId,
  name,
  owner,
  declared:
    uses.length === 0
      ? null
      : uses
          .filter((one) => one.contract === contract)
          .map(({ operation, sends, reads }) => ({
            operation,
            calls: 0,
            lastUse: null,
            sent: Object.fromEntries(sends.map((field) => [field, 1])),
            read: reads,
            known: knownFields(fields.get(operation)),
          })),
});

const viewOf = (one: RecordedUse, fields: Fields): UsageView => ({
  clientId: toldAs(one.consumer),
  contract: one.contract,
  operation: one.operation,
  calls: one.calls,
  lastUse: one.lastUse,
  sent: counted(Object.entries(one.sent)),
  read: counted([...readCounts(one, fields.get(one.operation))]),
});

const counted = (pairs: [string, number][]) =>
  pairs.map(([field, count]) => ({ field, count })).toSorted((a, b) => (a.field < b.field ? -1 : 1));
