import type { Holder } from '#contracts';
import type { Flow } from '#workflow';
import type { Carried } from '../carried.js';
import type { Person } from '../person.repository.js';
import { changing, provision, type Provisioning } from '../provisioning.js';
import type { WorkforceServices } from '../services.js';
import { asGuest, guestHolders, type Loan, namesAt } from './loan.js';

interface Guest extends Pick<Provisioning, 'names' | 'undo'> {
  home: Carried;
  guest: Carried;
  /** Left out, all of them. */
  among?: readonly Holder[];
}

/** States a worker on the platforms of another legal entity. */
export const tellThere = (
  flow: Flow,
  { home, guest, among, ...telling }: Guest,
  services: WorkforceServices,
): Promise<Person['places']> => {
  const there = guestHolders(home, guest.legalEntity, services.estate);
  const holders = there.filter((holder) => !among || among.includes(holder));
  return provision(flow, { ...telling, worker: guest, holders, mayEnter: true }, services);
};

/** Carries what changed about a worker to whomever they are lent to. */
export async function tellHosts(
  flow: Flow,
  { home, loans, holders }: { home: Carried; loans: Loan[]; holders: readonly Holder[] },
  services: WorkforceServices,
): Promise<void> {
  for (const loan of loans) {
    const names = namesAt(loan.legalEntity, changing);
    const told = await tellThere(flow, { home, guest: asGuest(home, loan), names, among: holders }, services);
    await flow.step(`note where the worker is known at ${loan.legalEntity}`, {
      act: () =>
        services.loans.note(loan.id, { as: home, costCentre: loan.costCentre, places: { ...loan.places, ...told } }),
      rehearse: () => ({ isNoted: true }),
    });
  }
}
