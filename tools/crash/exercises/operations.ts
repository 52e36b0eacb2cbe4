import type { AppReplayRequest } from '#contracts';
import { derivedId, newId } from '#kernel';
import { until } from '../pool.js';
import type { Bench } from './bench.js';
import { completing, type Exercises, type Prepare } from './exercise.js';
import { cancelling, stopped } from './projects.js';

const schema = 'process_operations';

/** A mobilisation that stopped, taken back together with whatever else is selected. */
const bulk: Prepare = async (bench, record) => {
  const { project, runId, record: own } = await stopped(bench, newId());
  const asked = record ?? newId();
  const filter = { project };
  const resolution = { action: 'cancel', reason: 'the deal was called off' } as const;
  const rehearsal = { filter, resolution: { ...resolution, dryRun: true } };
  const api = () => bench.pool.api().operations;
  const { selection } = await bench.decide(newId(), (key) => api().settleInBulk({ key, body: rehearsal }));
  return async () => {
    const body = { filter, resolution, expected: selection };
    const { id } = await bench.decide(asked, (key) => api().settleInBulk({ key, body }));
    const { runs } = completing(schema, derivedId('run', 'settle-in-bulk', id!), []);
    return { runs: [...runs, cancelling(runId)], records: [asked, own] };
  };
};

const subscription = 'worker-directory starts';

/** An event that was handled, given to its subscriber again. */
const replay: Prepare = async (bench, record) => {
  const asked = record ?? newId();
  const about = { app: 'process-staffing', subscription, reason: 'the directory was restored' };
  const request: AppReplayRequest = { ...about, selection: { events: [await handled(bench)] } };
  const api = () => bench.pool.api().operations;
  const rehearse = (key: string) => api().replayAppEvents({ key, body: { ...request, dryRun: true } });
  const { selection } = await bench.decide(newId(), rehearse);
  return async () => {
    const body = { ...request, expected: selection };
    const { id } = await bench.decide(asked, (key) => api().replayAppEvents({ key, body }));
    return completing(schema, derivedId('run', 'replay-in-bulk', id!), [asked]);
  };
};

/** One of the events the subscriber has handled, another one each time as long as there are any. */
async function handled(bench: Bench): Promise<string> {
  const sql = `select event_id::text as id from process_staffing.inbox where subscription = $1 order by 1`;
  let ids: string[] = [];
  const isThere = async (): Promise<boolean> => {
    ids = (await bench.database.query<{ id: string }>(sql, [subscription])).rows.map(({ id }) => id);
    return ids.length > 0;
  };
  await until(isThere, 240_000, 'an event to replay');
  return ids[bench.next() % ids.length]!;
}

export const operations: Exercises = {
  'settle-in-bulk': { prepare: bulk, alone: { 'after-ack': 1 } },
  'replay-in-bulk': { prepare: replay, alone: { 'after-append': 1, 'after-ack': 1 } },
};
