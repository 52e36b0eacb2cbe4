import { Injectable } from '@nestjs/common';
import type { AppReplay, AppReplayRequest } from '#contracts';
import { derivedId, newId } from '#kernel';
import { type Caller, nameOf } from '#platform';
import type { RunService } from '#workflow';
import { BulkDesk } from './bulk-desk.js';
import { checkSelection, doneAlone, selectionOf } from './bulk-rules.js';
import type { BulkRepository } from './bulk.repository.js';
import type { ProcessApis } from './process-apis.js';
import { replayInBulk, type Replaying } from './replay.workflow.js';

/** Gives events to a subscriber again: rehearsed first, and above the cap only with four eyes. */
@Injectable()
export class ReplayService {
  private readonly desk: BulkDesk<Replaying>;

  constructor(
    private readonly replays: BulkRepository<Replaying>,
    private readonly apis: Pick<ProcessApis, 'of'>,
    runs: Pick<RunService, 'begin'>,
  ) {
    this.desk = new BulkDesk(replays, {
      name: 'replay',
      start: (manager, replay) => runs.begin(manager, replayInBulk, { replay }),
      refs: ({ app, subscription }, events) => ({ app, subscription, events }),
    });
  }

  async request({ expected, dryRun, ...asked }: AppReplayRequest, key: string, caller: Caller): Promise<AppReplay> {
    const { app, ...body } = asked;
    const { items } = await this.apis.of(app).replayEvents({
      key: newId(),
      actingFor: caller,
      body: { ...body, dryRun: true },
    });
    const ids = items.map(({ id }) => id);
    checkSelection('events this subscriber was told of', ids, expected);
    const selection = selectionOf(ids);
    const bulk = {
      id: derivedId('replay', caller.subject, key),
      selection,
      size: ids.length,
      work: { ...asked, items },
      requester: caller,
    };
    if (dryRun) {
      return {
        id: null,
        state: 'dry-run',
        requestedBy: nameOf(caller),
        confirmedBy: null,
        fourEyes: ids.length > doneAlone,
        cap: doneAlone,
        app,
        subscription: body.subscription,
        reason: body.reason,
        selection,
        items,
      };
    }
    await this.desk.request(bulk, body.reason);
    return this.get(bulk.id);
  }

  async get(id: string): Promise<AppReplay> {
    const { work, state, requestedBy, confirmedBy, fourEyes, selection } = await this.replays.get(id);
    const { app, subscription, reason, items } = work;
    const standing = { id, state, requestedBy, confirmedBy, fourEyes, cap: doneAlone, selection };
    return { ...standing, app, subscription, reason, items };
  }

  /** A second person lets exactly those events be given again that the first one asked for. */
  async confirm(id: string, reason: string, caller: Caller): Promise<AppReplay> {
    await this.desk.confirm(id, reason, caller);
    return this.get(id);
  }
}
