import { events, type TimeDecided } from '#contracts';
import type { StoredEvent, Subscription } from '#events';
import type { EntityManager } from '#platform';
import type { ExceptionRepository } from '#workflow';
import { amend } from './amendment.js';
import type { BillingLine, BillingLineRepository, EntryVersion } from './billing-line.repository.js';
import { noteNew, unknownFirst } from './new-entries.repository.js';

/**
 * Turns approved time into billing lines: each version of an entry is charged at most once, whatever is reported twice,
 * late or in another order, and the newest is what stands.
 */
export function decidedTimeIntake(lines: BillingLineRepository, exceptions: ExceptionRepository): Subscription {
  return {
    name: 'approved time becomes billing lines',
    types: [events.timeApproved, events.timeRejected],
    handle: async (event, manager) => {
      const version = versionOf(event);
      const { instance, entry } = version;
      const newest = await lines.newest(manager, instance, entry.id);
      if (newest && Date.parse(entry.modifiedAt) <= newest.version.getTime()) return 'superseded';
      if (newest?.state === 'posted') return amend(manager, lines, newest, version);
      // The ERP may or may not have it: only then is there something to take back.
      if (newest?.state === 'posting') await lines.hold(manager, newest.reference, version);
      else await lines.note(manager, version, newest?.ordinal);
      if (newest?.state === 'stopped') await forget(manager, exceptions, newest);
      return 'applied';
    },
    // A close approves a month at once. Only entries nobody knew: a commit that held rows others hold could wait for them.
    applyFirst: async (told, manager) => {
      const versions = told.map(versionOf);
      const count = await unknownFirst(manager, versions);
      if (count > 0) await noteNew(manager, versions.slice(0, count));
      return count;
    },
  };
}

function versionOf({ data, correlationId }: StoredEvent): EntryVersion {
  const { instance, entry } = data as TimeDecided;
  return { instance, entry, correlationId };
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
