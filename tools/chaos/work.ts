import type { Worker } from '../../apps/sandbox/src/firm/firm.js';
import type { Gateway } from '../estate/gateway.js';
import { type Branch, branches, role } from '../estate/living/branches.js';
import { canaries } from './canaries.js';
import { control } from './control.js';
import { ghost } from './firm.js';
import type { Random } from './random.js';

/** Something the firm's people do that the gateway has to carry through. */
export type Piece = { at: number; kind: 'hire' | 'deal' | 'give-up' | 'time'; number: number };

const grades = ['Senior Consultant', 'Consultant', 'Architect', 'Data Engineer', 'Analyst'];
/** Some of the example firm's people in each branch, by legal entity: one on every project would have thousands of weeks. */
const consultants: Record<string, string[]> = {
  'MER-US': 'elias.krause grace.whitfield nadia.haddad ingrid.solberg mateo.alvarez hannah.schneider wei.zhang'.split(
    ' ',
  ),
  'MER-DE': 'ruth.abrams victor.castillo kenji.mori clara.hofmann yuki.tanaka darius.petrov emilia.jansen'.split(' '),
};
/** In the currency of the branch. */
const hourlyRate = '187.65';

/** Branches take turns. */
const branchOf = (number: number): Branch => branches[number % branches.length]!;
function consultantOf(deal: number): string {
  const known = consultants[branchOf(deal).legalEntity]!;
  return `${known[(deal >> 1) % known.length]!}@meridian.example`;
}

const hopelessCode = (number: number): string => `CHAOS-X-${number}`;
export const hopelessProject = (number: number): string => `P-${hopelessCode(number)}`;
export const dealCode = (number: number): string => `CHAOS-${number}`;
export const projectCode = (number: number): string => `P-${dealCode(number)}`;
export const workerNumber = (number: number): string => String(50_000 + number);
export const workerEmail = (number: number): string => `chaos.${number}@meridian.example`;

/** Hires, deals and hours spread over the time faults happen, each at its moment in milliseconds. */
export function plan(random: Random, pieces: number, spanMs: number): Piece[] {
  const hires = Math.round(pieces * 0.3);
  const deals = Math.max(1, Math.round(pieces * 0.15));
  const hopeless = Math.max(1, Math.round(pieces * 0.03));
  const some = (kind: Piece['kind'], count: number, from: number, to: number): Piece[] =>
    Array.from({ length: count }, (_one, number) => ({
      kind,
      number,
      at: spanMs * (from + random.next() * (to - from)),
    }));
  return [
    ...some('hire', hires, 0, 0.95),
    ...some('deal', deals, 0, 0.6),
    ...some('give-up', hopeless, 0, 0.8),
    ...some('time', pieces - hires - deals - hopeless, 0.2, 1),
  ].toSorted((a, b) => a.at - b.at);
}

/** Does the work at the vendors' own screens, over and over until each screen lets it. */
export class Workforce {
  private readonly staffed = new Set<number>();
  private readonly won: number[] = [];
  private readonly hopeless = new Set<number>();
  /** Deals whose end was asked for, and whether it has come. */
  private readonly asked = new Map<number, Promise<boolean>>();

  constructor(
    private readonly url: string,
    /** The gateway's copies. */
    private readonly apis: Gateway[],
  ) {}

  /** False where the vendor does not let it happen yet. */
  async do({ kind, number }: Piece): Promise<boolean> {
    switch (kind) {
      case 'hire':
        return this.hire(number);
      case 'deal':
        return this.win(number);
      case 'give-up':
        return this.giveUp(number);
      case 'time':
        return this.work(number);
    }
  }

  private async hire(number: number): Promise<boolean> {
    await control(this.url, '/actions/bamboohr/hire', { worker: this.worker(number) });
    // Somebody types a bank account where it does not belong.
    const fields = { division: canaries.bankNumber };
    await control(this.url, '/actions/bamboohr/editEmployee', { number: workerNumber(number), fields });
    return true;
  }

  private worker(number: number): Worker {
    const branch = branchOf(number);
    return {
      number: workerNumber(number),
      firstName: 'Robin',
      lastName: `Chaos ${number}`,
      email: workerEmail(number),
      hireDate: '2026-01-05',
      employmentType: 'Full-Time',
      legalEntity: branch.legalEntity,
      costCentre: branch.costCentre,
      location: 'Berlin',
      country: branch.country,
      grade: grades[number % grades.length]!,
      jobTitle: 'Consultant',
      manager: '1001',
      weeklyHours: 40,
      pay: `${canaries.pay} ${branch.currency}`,
      skills: ['SKL-TS'],
    };
  }

  private async win(number: number): Promise<boolean> {
    await this.close(number, dealCode(number), role.code);
    this.won.push(number);
    return true;
  }

  /** Wins a deal nobody can be found for, and gives it up once the gateway has found that out. */
  private async giveUp(number: number): Promise<boolean> {
    if (!this.hopeless.has(number)) {
      await this.close(number, hopelessCode(number), ghost.code);
      this.hopeless.add(number);
      return false;
    }
    // Nobody waits for the answer: a copy of the gateway that is frozen would hold up all other work.
    const asked = this.asked.get(number) ?? this.cancel(hopelessProject(number));
    this.asked.set(number, asked);
    const isDone = await Promise.race([asked, Promise.resolve(false)]);
    if (!isDone) void asked.then((done) => !done && this.asked.delete(number));
    return isDone;
  }

  private async cancel(project: string): Promise<boolean> {
    const [api] = this.apis.splice(0, 1) as [Gateway];
    this.apis.push(api);
    try {
      const { items } = await api.projects.listExceptions({ project });
      if (items.some(({ resolution }) => resolution?.startsWith('cancel'))) return true;
      const open = items.find(({ state }) => state === 'open');
      if (!open) return false;
      const body = { action: 'cancel' as const, reason: 'the client went elsewhere' };
      await api.projects.resolveException({ id: open.id, key: `give-up-${open.id}`, body });
      return true;
    } catch {
      return false;
    }
  }

  private async close(number: number, deal: string, sold: string): Promise<void> {
    const { legalEntity, currency, costCentre, taxCode, customers } = branchOf(number);
    const opportunity = {
      code: deal,
      name: `Chaos project ${number}`,
      customer: customers[(number >> 1) % customers.length]!,
      legalEntity,
      currency,
      amount: '50000.00',
      closeDate: '2026-10-01',
      startDate: '2026-10-01',
      endDate: '2027-03-31',
      deliveryModel: 'remote',
      billingType: 'time-and-materials',
      taxCode,
      template: 'consulting-standard',
      costCentre,
      practice: 'Technology',
      region: 'EMEA',
      contractNumber: `CT-${deal}`,
      outcome: 'win',
    };
    const lines = [{ opportunity: opportunity.code, role: sold, hours: 400, hourlyRate }];
    await control(this.url, '/actions/salesforce/createOpportunity', { opportunity, lines });
    await control(this.url, '/actions/salesforce/closeOpportunity', { code: opportunity.code, outcome: 'win' });
  }

  /** Records hours on one of the deals, which has to be a project people are on by now. */
  private async work(number: number): Promise<boolean> {
    const deal = this.won[number % this.won.length];
    if (deal === undefined) return false;
    const projectRef = projectCode(deal);
    try {
      if (!this.staffed.has(deal)) await this.staff(deal, projectRef);
      const entry = await control<{ id: string }>(this.url, '/actions/kantata/logTime', {
        projectRef,
        email: consultantOf(deal),
        date: `2026-10-${String(1 + (number % 28)).padStart(2, '0')}`,
        minutes: 5 * (3 + ((number * 37) % 94)),
        roleName: role.name,
        billable: true,
        notes: `entry ${number} ${canaries.token}`,
      });
      await control(this.url, '/actions/kantata/submitAndApproveTime', { projectRef, timeEntryIds: [entry.id] });
      return true;
    } catch {
      return false;
    }
  }

  private async staff(deal: number, projectRef: string): Promise<void> {
    await control(this.url, '/actions/kantata/staff', {
      projectRef,
      roleName: role.name,
      email: consultantOf(deal),
      startDate: '2026-10-01',
      endDate: '2026-12-31',
      minutes: 4_800,
      hourlyRate,
    });
    this.staffed.add(deal);
  }
}

/** The example firm's own month: what its people can do by now is done once, however often they are asked. */
export async function exampleMonth(url: string): Promise<void> {
  const codes = Array.from({ length: 8 }, (_one, index) => `OPP-10${index + 1}`);
  const projects = Object.fromEntries(codes.map((code) => [code, `P-${code}`]));
  await control(url, '/people/win-deals', {});
  await control(url, '/people/staff-projects', { projects });
  await control(url, '/people/work-the-month', { projects });
}
