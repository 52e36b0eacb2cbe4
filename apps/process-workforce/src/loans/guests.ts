import type { Holder } from '#contracts';
import type { CalendarDate } from '#kernel';
import type { Flow } from '#workflow';
import type { Carried } from '../carried.js';
import { assertNothingByHand, type ByHand, ending, endings, endPlaces, type Leaver } from '../ending.js';
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

interface Told {
  home: Carried;
  loans: Loan[];
  holders: readonly Holder[];
  lastDay: CalendarDate;
}

/** Carries what changed about a worker to whomever they are lent to; where a loan ended meanwhile, they end there again. */
export async function tellHosts(
  flow: Flow,
  { home, loans, holders: among, lastDay }: Told,
  services: WorkforceServices,
): Promise<void> {
  for (const loan of loans) {
    const guest = asGuest(home, loan);
    const names = namesAt(loan.legalEntity, changing);
    const told = await tellThere(flow, { home, guest, names, among }, services);
    const places = { ...loan.places, ...told };
    const { isOver } = await flow.step(`note where the worker is known at ${loan.legalEntity}`, {
      act: async () => {
        const { isNoted } = await services.loans.note(loan.id, { as: home, costCentre: loan.costCentre, places });
        return { isOver: !isNoted && (await services.loans.isOver(loan.id)) };
      },
      rehearse: () => ({ isOver: false }),
    });
    if (!isOver) continue;
    const active = among.filter((holder) => told[holder]?.active);
    await assertBack(flow, guest, await endThere(flow, { guest, holders: active, held: places, lastDay }, services));
  }
}

/** Ends a worker on platforms of another legal entity; answers what is left to a person. */
export async function endThere(
  flow: Flow,
  { guest, holders, ...leaving }: { guest: Carried } & Pick<Leaver, 'holders' | 'held' | 'lastDay'>,
  services: WorkforceServices,
): Promise<ByHand> {
  const inOrder = endings.filter((holder) => holders.includes(holder));
  const names = namesAt(guest.legalEntity, ending);
  return (await endPlaces(flow, { ...leaving, worker: guest, holders: inOrder, names }, services)).byHand;
}

export const assertBack = (flow: Flow, { number, legalEntity }: Carried, byHand: ByHand): Promise<void> =>
  assertNothingByHand(flow, { number, what: `is back from ${legalEntity}` }, byHand);
