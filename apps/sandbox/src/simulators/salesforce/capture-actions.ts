import { type ChangeType, forgetEvents, publish, retained } from './capture.js';
import type { Org, Transaction } from './org.js';
import { typeOf } from './rows.js';
import { cutSubscribers, subscribersOf, wakeSubscribers } from './subscribers.js';

/** What happens to change events beside what people and programs do. */
export const captureActions = {
  /** The connections of all listeners are lost; with `forget`, so is what the org knew of them. */
  cutStreams: (org: Org, { forget = false }: { forget?: boolean }) => cutSubscribers(org, forget),

  /** Nothing is retained any more, as after 72 hours. */
  loseRetention: (org: Org) => forgetEvents(org),

  /** Changes are made without events, as long as this holds. */
  muteCapture: (org: Org, { muted }: { muted: boolean }) => {
    if (muted) org.store.put('setting', 'muted-capture', { muted });
    else org.store.delete('setting', 'muted-capture');
  },

  /** A gap event: these records were changed, and nothing else is said. `*` stands for all of the object. */
  sendGap: (org: Org, { object, ids, changeType = 'GAP_UPDATE' }: GapInput) => {
    const type = typeOf(org, object);
    const recordIds = ids === '*' ? [`${type.prefix}*`] : ids;
    publish(org, type, { transaction: transactionOf(org), changeType, recordIds });
  },

  /** An overflow event: one transaction changed more than is told one by one. It names no record. */
  sendOverflow: (org: Org, { object }: { object: string }) =>
    publish(org, typeOf(org, object), {
      transaction: transactionOf(org),
      changeType: 'GAP_OVERFLOW',
      recordIds: ['000000000000000AAA'],
    }),

  /** The latest events are sent once more, the newest first. */
  repeatEvents: (org: Org, { count }: { count: number }) => {
    const latest = retained(org).slice(-count).toReversed();
    for (const { again } of subscribersOf(org).values()) again.push(...latest.map(({ replayId }) => replayId));
    wakeSubscribers(org);
  },
};

interface GapInput {
  object: string;
  ids: string[] | '*';
  changeType?: ChangeType;
}

function transactionOf({ transaction }: Org): Transaction {
  if (!transaction) throw new Error('an event belongs to a transaction');
  return transaction;
}
