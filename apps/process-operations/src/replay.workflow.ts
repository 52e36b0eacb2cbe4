import type { AppReplayRequest, ReplayItem } from '#contracts';
import { defineWorkflow } from '#workflow';
import type { BulkRepository } from './bulk.repository.js';
import type { ProcessApis } from './process-apis.js';

/** Which events are given to whom again, as they were shown to whoever asked. */
export interface Replaying extends Pick<AppReplayRequest, 'app' | 'subscription' | 'selection' | 'reason'> {
  items: ReplayItem[];
}

export interface ReplayInBulk {
  replay: string;
}

export interface ReplayingServices {
  replays: BulkRepository<Replaying>;
  apis: Pick<ProcessApis, 'of'>;
}

/** Has exactly the events that were shown given to their subscriber again. */
export const replayInBulk = defineWorkflow<ReplayInBulk, ReplayingServices>({
  name: 'replay-in-bulk',
  version: 1,
  class: { latency: 'near-real-time', criticality: 'revenue', recovery: 'resume', slo: '15m' },
  owners: { default: 'integration-operations' },
  runKey: ({ replay }) => replay,

  async run(flow, { replay }, { replays, apis }) {
    const { work, requester, requestedBy, confirmedBy } = await flow.read('replay', () => replays.get(replay));
    const { app, subscription, selection, items } = work;
    flow.about({ title: `replay of ${items.length} events to ${subscription} by ${requestedBy}` });
    await flow.step(`give the events to ${app} again`, {
      act: async (key) => {
        const reason = confirmedBy ? `${work.reason} (confirmed by ${confirmedBy})`.slice(0, 1000) : work.reason;
        const events = items.map(({ id }) => id);
        const body = { subscription, selection: { ...selection, events }, reason };
        await apis.of(app).replayEvents({ key, actingFor: requester, body });
      },
    });
    await flow.step('note that all are given', { act: () => replays.finish(replay) });
  },
});
