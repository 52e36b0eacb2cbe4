import { events, type Holder } from '#contracts';
import { addDays, type CalendarDate, Failure, nothingThere } from '#kernel';
import { defineWorkflow, type Flow } from '#workflow';
import type { Carried } from '../carried.js';
import { type ByHand, endAtOnce } from '../ending.js';
import { startOf } from '../last-day.js';
import { creating } from '../provisioning.js';
import type { WorkforceServices } from '../services.js';
import { assertBack, endThere, tellThere } from './guests.js';
import { asGuest, guestHolders, type Loan, namesAt } from './loan.js';

export type LendWorker = Pick<Loan, 'workerNumber' | 'legalEntity' | 'costCentre' | 'until'> & { loan: string };

/**
 * Makes a worker known to the platforms of another legal entity, so that they can be staffed, hand in time and have it
 * billed there (E25), and ends them there when the loan is over.
 */
export const lendWorker = defineWorkflow<LendWorker, WorkforceServices>({
  name: 'worker-loan',
  version: 1,
  class: { latency: 'near-real-time', criticality: 'staffing', recovery: 'resume', slo: '15m' },
  owners: { rejected: 'hr-operations', conflict: 'hr-operations', default: 'integration-operations' },
  waitsFor: [events.workerLoanOver],
  runKey: ({ loan }) => loan,

  async run(flow, input, services) {
    const { loan, workerNumber, legalEntity, until } = input;
    flow.about({ title: `Loan of worker ${workerNumber} to ${legalEntity}`, legalEntity });
    const guest = await makeKnown(flow, input, services);
    const over = await flow.waitFor('end of the loan', {
      event: events.workerLoanOver,
      data: { loan },
      ...(until && { deadline: startOf(addDays(until, 1), services.estate.timeZoneOf(guest)).toISOString() }),
    });
    flow.about({ title: `End of the loan of worker ${workerNumber} to ${legalEntity}`, legalEntity });
    await flow.step('close the loan', { act: () => services.loans.close(loan) });
    const { guest: back, byHand } = await returnHome(flow, input, over?.lastDay ?? until!, services);
    await flow.step('note that the loan is over', { act: () => services.loans.end(loan) });
    await assertBack(flow, back, byHand);
  },
});

/** Tells every platform there; again where the worker changed meanwhile, so that the newest state is the last one told. */
async function makeKnown(flow: Flow, input: LendWorker, services: WorkforceServices): Promise<Carried> {
  const { loan, workerNumber, legalEntity } = input;
  const { loans } = services;
  await flow.step('take up the loan', { act: async () => ({ id: loan }), undo: () => loans.end(loan) });
  let { costCentre } = input;
  for (let round = 1; ; round += 1) {
    const named = (name: string): string => (round === 1 ? name : `${name}, round ${round}`);
    const worker = await flow.read(named('worker'), async () => {
      const home = await atHome(workerNumber, services);
      return { costCentre, home };
    });
    ({ costCentre } = worker);
    const { home } = worker;
    const guest = asGuest(home, { legalEntity, costCentre });
    const { isThere } = await flow.read(named('cost centre in ERP'), () => findCostCentre(guest, services));
    await flow.check(named('cost centre is known there'), () => assertThere(isThere, guest), {
      corrects: named('worker'),
    });
    const names = namesAt(legalEntity, creating, named);
    const undo = (holder: Holder, key: string) => endAtOnce(holder, guest, key, services);
    const places = await tellThere(flow, { home, guest, names, undo }, services);
    const { isNoted } = await flow.step(named('note where the worker is known'), {
      act: () => loans.note(loan, { as: home, costCentre, places }),
      rehearse: () => ({ isNoted: true }),
    });
    if (isNoted) return guest;
  }
}

/** A worker who left can be lent to nobody. */
async function atHome(workerNumber: string, { people }: WorkforceServices): Promise<Carried> {
  const person = await people.byNumber(workerNumber);
  if (person && person.standing !== 'left') return person.carried;
  throw new Failure('conflict', `worker ${workerNumber} is not with the firm any more`, {
    code: 'not-active',
    record: `worker ${workerNumber}`,
    remedy: 'cancel the loan',
  });
}

const findCostCentre = async ({ legalEntity, costCentre: code }: Carried, { systems }: WorkforceServices) => ({
  isThere: (await systems.for('erp', legalEntity).getCostCentre({ code }).catch(nothingThere)) !== null,
});

function assertThere(isThere: boolean, { number, legalEntity, costCentre }: Carried): void {
  if (isThere) return;
  throw new Failure(
    'rejected',
    `worker ${number} is lent under "${costCentre}", which the ERP of ${legalEntity} lacks`,
    {
      code: 'missing-cost-centre',
      record: `worker ${number}`,
      remedy: 'create the cost centre in that ERP and retry, or correct costCentre to one that it has',
      fields: [{ field: 'costCentre', message: `"${costCentre}" is not a cost centre of that ERP` }],
    },
  );
}

interface Home {
  guest: Carried;
  byHand: ByHand;
}

/** Ends the worker there; nowhere that has become their home meanwhile. */
async function returnHome(
  flow: Flow,
  { loan, workerNumber, legalEntity, costCentre }: LendWorker,
  lastDay: CalendarDate,
  services: WorkforceServices,
): Promise<Home> {
  const { home, guest, held } = await flow.read('worker at the end of the loan', async () => {
    const { carried } = (await services.people.byNumber(workerNumber))!;
    const known = await services.loans.find(loan);
    const there = { legalEntity, costCentre: known?.costCentre ?? costCentre };
    return { home: carried, guest: asGuest(carried, there), held: known?.places ?? {} };
  });
  const holders = guestHolders(home, legalEntity, services.estate);
  return { guest, byHand: await endThere(flow, { guest, holders, held, lastDay }, services) };
}
