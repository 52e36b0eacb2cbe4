import { role } from './branches.js';
import { type Deal, type Draft, type Life, type Place, workingDay } from './life.js';

/** Entries after which a deal is done. */
const enough = 24;

export const staffedDeals = ({ deals }: Life): Deal[] => deals.filter(({ places }) => places.length > 0);

/** A day's work recorded in the PSA, at the rate agreed for the person unless one is typed in. */
export function entryOn(life: Life, deal: Deal, { consultant }: Place, day: number, hourlyRate?: string): Draft {
  const date = workingDay(day);
  const minutes = 15 * life.random.between(4, 32);
  deal.open.push({ deed: life.number, date, minutes });
  deal.entries += 1;
  const at = hourlyRate ? ` at ${hourlyRate}` : '';
  return {
    subject: deal.code,
    legalEntity: deal.branch.legalEntity,
    domain: 'psa',
    action: 'logTime',
    input: {
      projectRef: deal.project,
      email: consultant.email,
      date,
      minutes,
      roleName: role.name,
      billable: true,
      notes: `Work of ${date}`,
      ...(hourlyRate && { hourlyRate }),
    },
    text: `${consultant.name} recorded ${minutes / 60} h of ${date} on ${deal.project}${at}`,
  };
}

/** What is recorded on a deal is approved. */
export function approvalOf(deal: Deal): Draft {
  const count = deal.open.length;
  deal.approved = deal.open.at(-1) ?? null;
  deal.open = [];
  return {
    subject: deal.code,
    legalEntity: deal.branch.legalEntity,
    domain: 'psa',
    action: 'submitAndApproveTime',
    input: { projectRef: deal.project },
    text: `${count} entries of time on ${deal.project} were approved`,
  };
}

/** Who worked on a deal that is done is free for another. */
export function finishIfDone(life: Life, deal: Deal): void {
  if (deal.entries < enough) return;
  for (const { consultant } of deal.places) consultant.deal = null;
  life.deals = life.deals.filter((one) => one !== deal);
}
