import type { Hosted } from '../core/host.js';
import type { Credentials } from '../core/simulator.js';
import type { Store } from '../core/store.js';
import type { Firm } from './firm.js';

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
    for (const ref of new Set(possible.map(({ project }) => refs[project]!))) {
      this.act('kantata', 'submitAndApproveTime', { projectRef: ref });
    }
    await this.products.get('kantata')!.world.store.settled();
    return logged;
  }

  private async each<T>(items: T[], nameOf: (item: T) => string, act: (item: T) => void): Promise<Deeds> {
    const deeds: Deeds = { done: 0, refused: [] };
    for (const item of items) {
      const what = nameOf(item);
      if (this.diary.get('deed', what)) continue;
      try {
        act(item);
        this.diary.put('deed', what, { what });
        deeds.done += 1;
      } catch (error) {
        deeds.refused.push({ what, why: (error as Error).message });
      }
    }
    // The products' own records first: a deed is remembered only once it cannot be lost.
    for (const { world } of this.products.values()) await world.store.settled();
    await this.diary.settled();
    return deeds;
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
