import type { BulkItem, BulkSettlement } from '#contracts';
import { Failure, needsPerson } from '#kernel';
import type { Person } from '#platform';
import { defineWorkflow } from '#workflow';
import type { BulkRepository } from './bulk.repository.js';
import type { Cases } from './cases.js';

export interface SettleInBulk {
  settlement: string;
}

export interface BulkServices {
  bulks: BulkRepository;
  cases: Pick<Cases, 'list' | 'resolve'>;
}

/** Settles each case in its own app, once; one that is refused holds up nobody. */
export const settleInBulk = defineWorkflow<SettleInBulk, BulkServices>({
  name: 'settle-in-bulk',
  version: 1,
  class: { latency: 'near-real-time', criticality: 'revenue', recovery: 'resume', slo: '15m' },
  owners: { default: 'integration-operations' },
  runKey: ({ settlement }) => settlement,

  async run(flow, { settlement }, { bulks, cases }) {
    const bulk = await flow.read('settlement', () => bulks.get(settlement));
    const requester = await flow.read('who asked for it', () => bulks.requester(settlement));
    flow.about({ title: `${bulk.resolution.action} of ${bulk.items.length} cases by ${bulk.requestedBy}` });
    for (const item of bulk.items) {
      await flow.step(`${bulk.resolution.action} ${item.app}/${item.id}`, {
        act: async (key) => {
          const result = await settle(cases, { ...bulk, requester }, item, key);
          await bulks.note(settlement, { ...item, ...result });
          return result;
        },
      });
    }
    await flow.step('note that all are settled', { act: () => bulks.finish(settlement) });
  },
});

async function settle(
  cases: BulkServices['cases'],
  bulk: BulkSettlement & { requester: Person },
  { app, id }: BulkItem,
  key: string,
): Promise<Pick<BulkItem, 'outcome' | 'reason'>> {
  const { resolution, requester, confirmedBy } = bulk;
  const asWhom = confirmedBy ? `in bulk, confirmed by ${confirmedBy}` : 'in bulk';
  const reason = `${resolution.reason} (${asWhom})`.slice(0, 1000);
  try {
    await cases.resolve(app, id, key, { ...resolution, reason }, requester);
    return { outcome: 'settled', reason: null };
  } catch (error) {
    const failure = Failure.from(error);
    if (!needsPerson(failure)) throw failure;
    return { outcome: 'refused', reason: failure.message };
  }
}
