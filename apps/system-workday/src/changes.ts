import { type Change, type Element, type Feed, type Vendor, workerChanged, workerHired } from '#connector';
import { calendarDate } from '#kernel';
import { lastTransaction, workerId, workerStatus } from './mapping.js';
import { everything, getWorkers, type TransactionSpan } from './workers.js';

/** Our clock may be ahead of Workday's, and what is entered takes a while to be seen. */
const overlapMs = 5 * 60_000;

const always = '1970-01-01T00:00:00.000Z';

/** Entered since and in effect, or entered whenever and in effect since: what is dated ahead shows on its day. */
export const transactionsSince = (since: string, until: string): TransactionSpan[] => {
  const from = new Date(Date.parse(since) - overlapMs).toISOString();
  return [
    { entered: [from, until], effective: [always, until] },
    { entered: [always, until], effective: [from, until] },
  ];
};

/** A hire that was taken back again is a change of the worker and no hire. */
export function changesOf(vendor: Pick<Vendor, 'instance' | 'config'>, worker: Element, until: string): Change[] {
  const { instance, config } = vendor;
  const id = workerId(worker);
  const status = workerStatus(worker);
  const hireDate = calendarDate(status?.text('Hire_Date'));
  const time = lastTransaction(worker, Date.parse(until)) ?? until;
  const changed = workerChanged(instance, id, time, time);
  const isHire = hireDate !== null && hireDate >= config.changesSince! && !status?.flag('Hire_Rescinded');
  // Told once, since whoever is hired again has another date.
  return isHire ? [workerHired(instance, id, time, `hired/${hireDate}`), changed] : [changed];
}

/** The cursor is a moment; within a poll of several pages also the moment it goes to, and the page. */
export const changedWorkers: Feed = {
  name: 'changed-workers',
  everyMs: 60_000,
  since: (moment) => moment,
  async poll(vendor, cursor) {
    const [since = cursor, until = new Date().toISOString(), page = '1'] = cursor.split('|');
    const { workers, more } = await getWorkers(vendor, {
      transactions: transactionsSince(since, until),
      asOf: until,
      page: Number(page),
      include: followed,
    });
    return {
      changes: workers.flatMap((worker) => changesOf(vendor, worker, until)),
      cursor: more ? [since, until, Number(page) + 1].join('|') : until,
      more,
    };
  },
};

/** Who changed and since when they are here; the rest is read by whoever needs it. */
const followed = {
  Include_Reference: everything.Include_Reference,
  Include_Employment_Information: true,
  Include_Transaction_Log_Data: true,
};
