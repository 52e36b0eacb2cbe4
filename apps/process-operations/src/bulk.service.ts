import { Injectable } from '@nestjs/common';
import type { BulkItem, BulkRequest, BulkSettlement, CaseView, Resolution } from '#contracts';
import { derivedId, Failure, needsPerson, newId } from '#kernel';
import { type Caller, nameOf } from '#platform';
import type { RunService } from '#workflow';
import { BulkDesk } from './bulk-desk.js';
import type { BulkItems } from './bulk-items.repository.js';
import { checkFilter, checkSelection, doneAlone, selectionOf } from './bulk-rules.js';
import type { BulkRepository } from './bulk.repository.js';
import { settleInBulk, type Settling } from './bulk.workflow.js';
import type { Cases } from './cases.js';

/** Settles many cases in one go: shown first, capped, and above the cap only with four eyes. */
@Injectable()
export class BulkService {
  private readonly desk: BulkDesk<Settling>;

  constructor(
    private readonly bulks: BulkRepository<Settling>,
    private readonly items: BulkItems,
    private readonly cases: Pick<Cases, 'list' | 'resolve'>,
    runs: Pick<RunService, 'begin'>,
  ) {
    this.desk = new BulkDesk(bulks, {
      name: 'bulk',
      start: (manager, settlement) => runs.begin(manager, settleInBulk, { settlement }),
      refs: ({ resolution: { action } }, size) => ({ action, cases: size }),
    });
  }

  async request({ filter, resolution, expected }: BulkRequest, key: string, caller: Caller): Promise<BulkSettlement> {
    checkFilter(filter);
    const { items: cases, missing } = await this.cases.list({ ...filter, state: 'open' });
    const ids = cases.map(({ app, id }) => `${app}/${id}`);
    checkSelection('open cases', ids, expected);
    const items = cases.map(waiting);
    const bulk = {
      id: derivedId('bulk settlement', caller.subject, key),
      selection: selectionOf(ids),
      size: items.length,
      work: { resolution, missing },
      requester: caller,
    };
    if (resolution.dryRun) {
      return {
        id: null,
        state: 'dry-run',
        resolution,
        requestedBy: nameOf(caller),
        confirmedBy: null,
        fourEyes: items.length > doneAlone,
        cap: doneAlone,
        selection: bulk.selection,
        items: await this.rehearsed(items, resolution, caller),
        missing,
      };
    }
    await this.desk.request(bulk, resolution.reason, (manager) => this.items.keep(manager, bulk.id, items));
    return this.get(bulk.id);
  }

  async get(id: string): Promise<BulkSettlement> {
    const { work, state, requestedBy, confirmedBy, fourEyes, selection } = await this.bulks.get(id);
    const items = await this.items.of(id);
    return { id, state, requestedBy, confirmedBy, fourEyes, cap: doneAlone, selection, items, ...work };
  }

  /** A second person lets exactly those cases be settled that the first one asked for. */
  async confirm(id: string, reason: string, caller: Caller): Promise<BulkSettlement> {
    await this.desk.confirm(id, reason, caller);
    return this.get(id);
  }

  /** Asks the owner of each case, which does everything but commit. */
  private async rehearsed(items: BulkItem[], resolution: Resolution, caller: Caller): Promise<BulkItem[]> {
    const found: BulkItem[] = [];
    for (const item of items) found.push({ ...item, ...(await this.rehearse(item, resolution, caller)) });
    return found;
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
