import { events, type TimeDecided } from '#contracts';
import type { Subscription } from '#events';
import type { EntityManager } from '#platform';
import type { ExceptionRepository } from '#workflow';
import { amend } from './amendment.js';
import type { BillingLine, BillingLineRepository } from './billing-line.repository.js';

/**
 * Turns approved time into billing lines: each version of an entry is charged at most once, whatever is reported twice,
 * late or in another order, and the newest is what stands.
 */
export function decidedTimeIntake(lines: BillingLineRepository, exceptions: ExceptionRepository): Subscription {
  return {
    name: 'approved time becomes billing lines',
    types: [events.timeApproved, events.timeRejected],
    handle: async (event, manager) => {
      const { instance, entry } = event.data as TimeDecided;
      const version = { instance, entry, correlationId: event.correlationId };
      const newest = await lines.newest(manager, instance, entry.id);
      if (newest && Date.parse(entry.modifiedAt) <= newest.version.getTime()) return 'superseded';
      if (newest?.state === 'posted') return amend(manager, lines, newest, version);
      // The ERP may or may not have it: only then is there something to take back.
      if (newest?.state === 'posting') await lines.hold(manager, newest.reference, version);
      else await lines.note(manager, version, newest?.ordinal);
      if (newest?.state === 'stopped') await forget(manager, exceptions, newest);
      return 'applied';
    },
  };
}

/** The entry was mended at its source: what was wrong with the old version is of no interest. */
async function forget(manager: EntityManager, exceptions: ExceptionRepository, line: BillingLine): Promise<void> {
  const open = await exceptions.openOn({ kind: 'billing-line', id: line.reference });
  if (open)
    await exceptions.settle(
      manager,
      await exceptions.find(open, manager),
      'throughline',
      'the entry was changed in the PSA',
    );
}
