import { Injectable } from '@nestjs/common';
import type { BulkItem, BulkList, BulkRequest, BulkSettlement, CaseView, Resolution } from '#contracts';
import { derivedId, Failure, needsPerson, newId } from '#kernel';
import { type Caller, type EntityManager, nameOf } from '#platform';
import type { RunService } from '#workflow';
import { BulkDesk } from './bulk-desk.js';
import type { BulkItems } from './bulk-items.repository.js';
import { checkFilter, checkSelection, doneAlone, needsSecond, selectionOf, sumsOf } from './bulk-rules.js';
import type { BulkRepository } from './bulk.repository.js';
import { settleInBulk, type Settling } from './bulk.workflow.js';
import type { Cases } from './cases.js';

/** Owners asked side by side in a dry run: somebody waits for the answer. */
const askedAtOnce = 8;

/** Settlements a list shows at most. */
const shown = 100;

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

  async request(request: BulkRequest, key: string, caller: Caller): Promise<BulkSettlement> {
    const { filter, resolution, expected } = request;
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
    const fourEyes = needsSecond(items.length, request.fourEyes);
    if (resolution.dryRun) {
      const rehearsed = await this.rehearsed(items, resolution, caller);
      return {
        id: null,
        state: 'dry-run',
        resolution,
        requestedBy: nameOf(caller),
        requestedAt: null,
        confirmedBy: null,
        opinion: null,
        fourEyes,
        cap: doneAlone,
        selection: bulk.selection,
        sums: sumsOf(rehearsed),
        items: rehearsed,
        missing,
      };
    }
    const keepItems = (manager: EntityManager): Promise<void> => this.items.keep(manager, bulk.id, items);
    await this.desk.request(bulk, resolution.reason, keepItems, fourEyes);
    return this.get(bulk.id);
  }

  async get(id: string): Promise<BulkSettlement> {
    const { work, requester: _requester, size: _size, ...standing } = await this.bulks.get(id);
    const items = await this.items.of(id);
    return { ...standing, cap: doneAlone, sums: sumsOf(items), items, ...work };
  }

  async list(): Promise<BulkList> {
    const found = await this.bulks.latest(shown);
    const outcomes = await this.items.outcomesOf(found.map(({ id }) => id));
    return {
      items: found.map(({ id, state, work: { resolution }, requestedBy, requestedAt, opinion }) => ({
        id,
        state,
        action: resolution.action,
        reason: resolution.reason,
        requestedBy,
        requestedAt,
        opinion,
        sums: sumsOf(outcomes.get(id) ?? []),
      })),
    };
  }

  /** A second person lets exactly those cases be settled that the first one asked for. */
  async confirm(id: string, reason: string, caller: Caller): Promise<BulkSettlement> {
    await this.desk.confirm(id, reason, caller);
    return this.get(id);
  }

  /** A second person does not let them be settled; the cases stay open. */
  async refuse(id: string, reason: string, caller: Caller): Promise<BulkSettlement> {
    await this.desk.refuse(id, reason, caller);
    return this.get(id);
  }

  /** Asks the owner of each case, which does everything but commit. */
  private async rehearsed(items: BulkItem[], resolution: Resolution, caller: Caller): Promise<BulkItem[]> {
    const found: BulkItem[] = [];
    for (let from = 0; from < items.length; from += askedAtOnce) {
      const some = items.slice(from, from + askedAtOnce);
      const asked = some.map(async (item) => ({ ...item, ...(await this.rehearse(item, resolution, caller)) }));
      found.push(...(await Promise.all(asked)));
    }
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
