import { events, type psa, type TimeApproved } from '#contracts';
import type { Outcome, StoredEvent, Subscription } from '#events';
import { Failure, newId } from '#kernel';
import type { EntityManager } from '#platform';
import type { ExceptionRepository } from '#workflow';
import { atRisk } from './billing-rules.js';
import type { BillingLine, BillingLineRepository } from './billing-line.repository.js';

/** What decides whether a changed entry is another charge. */
const chargeOf = ({ project, minutes, billable, roleName, hourlyRate, date }: psa.TimeEntry): string =>
  JSON.stringify([project, minutes, billable, roleName, hourlyRate, date]);

/** Turns approved time into billing lines: each entry one line, whatever is reported twice or late. */
export function timeApprovedIntake(lines: BillingLineRepository, exceptions: ExceptionRepository): Subscription {
  return {
    name: 'approved time becomes billing lines',
    types: [events.timeApproved],
    handle: async (event, manager) => {
      const { instance, entry } = event.data as TimeApproved;
      const known = await lines.find(manager, instance, entry.id);
      if (known && Date.parse(entry.modifiedAt) <= known.version.getTime()) return 'superseded';
      if (known && (known.state === 'posted' || known.state === 'posting'))
        return amended(manager, exceptions, known, entry, event);
      if (known && known.state === 'stopped') await forget(manager, exceptions, known);
      await lines.note(manager, { instance, entry, correlationId: event.correlationId });
      return 'applied';
    },
  };
}

const amendmentMark = '#';
const amendmentOf = ({ reference }: BillingLine): string => `${reference}${amendmentMark}${newId()}`;

/** Whether an exception is about a change that came after the line was billed. */
export const isAmendment = (subjectId: string): boolean => subjectId.includes(amendmentMark);

/** A change after billing is money already out: a person decides on the credit. */
async function amended(
  manager: EntityManager,
  exceptions: ExceptionRepository,
  known: BillingLine,
  entry: psa.TimeEntry,
  event: StoredEvent,
): Promise<Outcome> {
  if (chargeOf(entry) === chargeOf(known.entry)) return 'superseded';
  await exceptions.raise(manager, {
    subject: { kind: 'billing-line', id: amendmentOf(known) },
    failure: new Failure('rejected', `time entry ${entry.id} was changed after it was billed`, {
      code: 'posting-refused',
      record: `time entry ${entry.id}`,
      remedy: 'credit the line in the ERP if the change stands, then skip this exception',
    }),
    record: `time entry ${entry.id}`,
    business: { project: entry.project, billingCycle: entry.date.slice(0, 7), moneyAtRisk: atRisk(entry) },
    correlationId: event.correlationId,
  });
  return 'applied';
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
