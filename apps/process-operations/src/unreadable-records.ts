import { events, type Resolution } from '#contracts';
import type { Subscription } from '#events';
import { Failure } from '#kernel';
import type { EntityManager } from '#platform';
import type { ExceptionRepository, ExceptionRow, Settlement } from '#workflow';

interface Unreadable {
  instance: string;
  record: string;
  reason: string;
}

/** A vendor's record that does not fit its contract is somebody's work; the records after it went on (K22). */
export const unreadableRecords = (exceptions: ExceptionRepository): Subscription => ({
  name: 'unreadable records',
  types: [events.recordUnreadable],
  handle: async ({ data, correlationId }, manager) => {
    const { instance, record, reason } = data as Unreadable;
    await exceptions.raise(manager, {
      subject: { kind: 'record', id: `${instance}/${record}` },
      failure: new Failure('rejected', `${record} of ${instance} cannot be read: ${reason}`, {
        code: 'schema-violation',
        record: `${record} of ${instance}`,
        system: instance,
        remedy: 'correct the record in its own system: it is read again by itself; then skip this exception',
      }),
      record,
      business: {},
      correlationId,
    });
    return 'applied';
  },
});

/** The record is mended where it belongs and comes back as a change; here there is only to say so. */
export class RecordSettlement implements Settlement {
  settle(_manager: EntityManager, _exception: ExceptionRow, { action }: Resolution): Promise<void> {
    if (action === 'skip') return Promise.resolve();
    throw new Failure('rejected', `a vendor's record cannot be settled by "${action}"`, {
      code: 'not-here',
      remedy: 'correct the record in its own system, then skip this exception',
    });
  }
}
