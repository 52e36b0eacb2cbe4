import type { BulkItem, MissingPart, Resolution } from '#contracts';
import { Failure, needsPerson } from '#kernel';
import { defineWorkflow } from '#workflow';
import type { BulkItems } from './bulk-items.repository.js';
import type { Bulk, BulkRepository } from './bulk.repository.js';
import type { Cases } from './cases.js';

/** How cases are settled, and who could not be asked for theirs. */
export interface Settling {
  resolution: Resolution;
  missing: MissingPart[];
}

export interface SettleInBulk {
  settlement: string;
}

export interface SettlingServices {
  settlements: BulkRepository<Settling>;
  items: BulkItems;
  cases: Pick<Cases, 'list' | 'resolve'>;
}

/** Settles each case in its own app, once; one that is refused holds up nobody. */
export const settleInBulk = defineWorkflow<SettleInBulk, SettlingServices>({
  name: 'settle-in-bulk',
  version: 1,
  class: { latency: 'near-real-time', criticality: 'revenue', recovery: 'resume', slo: '15m' },
  owners: { default: 'integration-operations' },
  runKey: ({ settlement }) => settlement,

  async run(flow, { settlement }, { settlements, items, cases }) {
    const bulk = await flow.read('settlement', () => settlements.get(settlement));
    const { items: all } = await flow.read('cases', async () => ({ items: await items.of(settlement) }));
    const { action } = bulk.work.resolution;
    flow.about({ title: `${action} of ${all.length} cases by ${bulk.requestedBy}` });
    for (const item of all) {
      await flow.step(`${action} ${item.app}/${item.id}`, {
        act: async (key) => {
          const result = await settle(cases, bulk, item, key);
          await items.note(settlement, { ...item, ...result });
          return result;
        },
      });
    }
    await flow.step('note that all are settled', { act: () => settlements.finish(settlement) });
  },
});

async function settle(
  cases: SettlingServices['cases'],
  { work: { resolution }, requester, confirmedBy }: Bulk<Settling>,
  { app, id }: BulkItem,
  key: string,
): Promise<Pick<BulkItem, 'outcome' | 'reason'>> {
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
