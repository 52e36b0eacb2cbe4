import { Injectable } from '@nestjs/common';
import type { BulkItem, BulkRequest, BulkSettlement, CaseView, Resolution } from '#contracts';
import { derivedId, Failure, needsPerson, newId } from '#kernel';
import { type Caller, type EntityManager, nameOf, type Person, recordAudit } from '#platform';
import type { RunService } from '#workflow';
import { checkFilter, checkSecondPerson, checkSelection, selectionOf, settledAlone } from './bulk-rules.js';
import type { BulkRepository } from './bulk.repository.js';
import { settleInBulk } from './bulk.workflow.js';
import type { Cases } from './cases.js';

/** Settles many cases in one go: shown first, capped, and above the cap only with four eyes. */
@Injectable()
export class BulkService {
  constructor(
    private readonly bulks: BulkRepository,
    private readonly cases: Pick<Cases, 'list' | 'resolve'>,
    private readonly runs: Pick<RunService, 'begin'>,
  ) {}

  async request({ filter, resolution, expected }: BulkRequest, key: string, caller: Caller): Promise<BulkSettlement> {
    checkFilter(filter);
    const { items: cases, missing } = await this.cases.list({ ...filter, state: 'open' });
    checkSelection(cases, expected);
    const bulk = {
      id: derivedId('bulk settlement', caller.subject, key),
      resolution,
      selection: selectionOf(cases),
      requester: caller,
      fourEyes: cases.length > settledAlone,
      items: cases.map(waiting),
      missing,
    };
    if (resolution.dryRun) return this.rehearsed({ ...bulk, requestedBy: nameOf(caller), cap: settledAlone }, caller);
    await this.bulks.database.transaction(async (manager) => {
      if (!(await this.bulks.keep(manager, bulk))) return;
      if (!bulk.fourEyes) await this.start(manager, bulk.id);
      await this.audit(manager, bulk, caller, 'bulk.request', resolution.reason);
    });
    return this.bulks.get(bulk.id);
  }

  get(id: string): Promise<BulkSettlement> {
    return this.bulks.get(id);
  }

  /** A second person lets exactly those cases be settled that the first one asked for. */
  async confirm(id: string, reason: string, caller: Caller): Promise<BulkSettlement> {
    await this.bulks.database.transaction(async (manager) => {
      const bulk = await this.bulks.lock(manager, id);
      checkSecondPerson(bulk, await this.bulks.requester(id, manager), caller);
      await this.bulks.confirm(manager, id, caller);
      await this.start(manager, id);
      await this.audit(manager, { ...bulk, id }, caller, 'bulk.confirm', reason);
    });
    return this.bulks.get(id);
  }

  /** Asks the owner of each case, which does everything but commit. */
  private async rehearsed(
    bulk: Omit<BulkSettlement, 'state' | 'confirmedBy'>,
    caller: Caller,
  ): Promise<BulkSettlement> {
    const items: BulkItem[] = [];
    for (const item of bulk.items) items.push({ ...item, ...(await this.rehearse(item, bulk.resolution, caller)) });
    return { ...bulk, id: null, state: 'dry-run', confirmedBy: null, items };
  }

  private async rehearse(
    { app, id }: BulkItem,
    resolution: Resolution,
    caller: Caller,
  ): Promise<Pick<BulkItem, 'outcome' | 'reason'>> {
    try {
      await this.cases.resolve(app, id, newId(), resolution, caller);
      return { outcome: 'would-settle', reason: null };
    } catch (error) {
      const failure = Failure.from(error);
      if (!needsPerson(failure)) throw failure;
      return { outcome: 'refused', reason: failure.message };
    }
  }

  private async start(manager: EntityManager, settlement: string): Promise<void> {
    await this.runs.begin(manager, settleInBulk, { settlement });
  }

  private audit(
    manager: EntityManager,
    { id, selection, items, resolution }: { id: string } & Pick<BulkSettlement, 'selection' | 'items' | 'resolution'>,
    person: Person,
    action: string,
    reason: string,
  ): Promise<void> {
    const after = { action: resolution.action, cases: String(items.length), selection, person: person.subject };
    return recordAudit(manager, { actor: nameOf(person), action, subject: `bulk/${id}`, reason, after });
  }
}

const waiting = ({ app, id, code, record, business }: CaseView): BulkItem => ({
  app,
  id,
  code,
  record,
  moneyAtRisk: business.moneyAtRisk,
  outcome: 'waiting',
  reason: null,
});
