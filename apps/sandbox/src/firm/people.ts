import type { Hosted } from '../core/host.js';
import type { Credentials } from '../core/simulator.js';
import type { Store } from '../core/store.js';
import type { Firm, Worker } from './firm.js';

/** What somebody did, and what a product would not let them do. */
export interface Deeds {
  done: number;
  refused: { what: string; why: string }[];
}

/** The project reference of each opportunity that has one by now. */
export type ProjectRefs = Record<string, string>;

/**
 * The firm's people at their screens: sales closes deals, staffing puts people on projects, consultants record time.
 * Everything is done once, also over restarts; what a product refuses is tried again the next time.
 */
export class People {
  constructor(
    private readonly firm: Firm,
    private readonly products: Map<keyof Credentials, Hosted>,
    /** Remembers what has been done. */
    private readonly diary: Store,
  ) {}

  /** Somebody new joins the firm. */
  hireWorker(worker: Worker): Promise<Deeds> {
    return this.each(
      [worker],
      ({ number }) => `hire ${number}`,
      () => this.act('bamboohr', 'hire', { worker }),
    );
  }

  winDeals(): Promise<Deeds> {
    const closed = this.firm.opportunities.filter(({ outcome }) => outcome !== 'open');
    return this.each(
      closed,
      ({ code }) => `close ${code}`,
      ({ code, outcome }) => this.act('salesforce', 'closeOpportunity', { code, outcome }),
    );
  }

  staffProjects(projects: ProjectRefs): Promise<Deeds> {
    const possible = this.firm.staffing.filter(({ opportunity }) => projects[opportunity]);
    return this.each(
      possible,
      ({ opportunity, role, worker }) => `staff ${opportunity} ${role} ${worker}`,
      (plan) => {
        const line = this.firm.opportunityLines.find(
          ({ opportunity, role }) => opportunity === plan.opportunity && role === plan.role,
        );
        return this.act('kantata', 'staff', {
          projectRef: projects[plan.opportunity],
          roleName: this.roleName(plan.role),
          email: this.email(plan.worker),
          startDate: plan.startDate,
          endDate: plan.endDate,
          minutes: plan.minutes,
          hourlyRate: line!.hourlyRate,
        });
      },
    );
  }

  /** Records the month's time and has it approved. */
  async workTheMonth(projects: ProjectRefs): Promise<Deeds> {
    const legacy = Object.fromEntries(this.firm.legacyProjects.map(({ code }) => [code, code]));
    const refs: ProjectRefs = { ...legacy, ...projects };
    const possible = this.firm.timeEntries.filter(({ project }) => refs[project]);
    const logged = await this.each(
      possible,
      ({ ref }) => `log ${ref}`,
      (entry) =>
        this.act('kantata', 'logTime', {
          projectRef: refs[entry.project],
          email: this.email(entry.worker),
          date: entry.date,
          minutes: entry.minutes,
          roleName: this.roleName(entry.role),
          billable: entry.billable,
          notes: `${entry.ref} ${entry.notes}`,
          ...(entry.hourlyRate && { hourlyRate: entry.hourlyRate }),
        }),
    );
    const approved = this.attempt(
      [...new Set(possible.map(({ project }) => refs[project]!))],
      (projectRef) => `approve the time of ${projectRef}`,
      (projectRef) => this.act('kantata', 'submitAndApproveTime', { projectRef }),
    );
    await this.remember();
    return { done: logged.done, refused: [...logged.refused, ...approved.refused] };
  }

  /** Does what has not been done yet. */
  private async each<T>(items: T[], nameOf: (item: T) => string, act: (item: T) => void): Promise<Deeds> {
    const open = items.filter((item) => !this.diary.get('deed', nameOf(item)));
    const deeds = this.attempt(open, nameOf, (item) => {
      act(item);
      this.diary.put('deed', nameOf(item), { what: nameOf(item) });
    });
    await this.remember();
    return deeds;
  }

  private attempt<T>(items: T[], nameOf: (item: T) => string, act: (item: T) => void): Deeds {
    const refused: Deeds['refused'] = [];
    for (const item of items) {
      try {
        act(item);
      } catch (error) {
        refused.push({ what: nameOf(item), why: (error as Error).message });
      }
    }
    return { done: items.length - refused.length, refused };
  }

  /** The products' own records first: a deed is remembered only once it cannot be lost. */
  private async remember(): Promise<void> {
    for (const { world } of this.products.values()) await world.store.settled();
    await this.diary.settled();
  }

  private act(product: keyof Credentials, action: string, input: object): void {
    const { simulator, world } = this.products.get(product)!;
    simulator.actions[action]!(world, input as never);
  }

  private roleName(code: string): string {
    return this.firm.roles.find((role) => role.code === code)!.name;
  }

  private email(number: string): string {
    return this.firm.workers.find((worker) => worker.number === number)!.email;
  }
}
