import type { Hosted } from '../core/host.js';
import type { Deed, Leave, Screens } from '../core/screens.js';
import type { Store } from '../core/store.js';
import type { Firm, Worker } from './firm.js';
import { productFor, type ProductName, type Routing } from './routing.js';

/** What somebody did, and what a product would not let them do. */
export interface Deeds {
  done: number;
  refused: { what: string; why: string }[];
}

/** A deed the diary remembers, and what the screen answered. */
export interface Remembered {
  what: string;
  result: unknown;
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
    private readonly products: Map<ProductName, Hosted>,
    /** Where each of them works. */
    private readonly routing: Routing,
    /** Remembers what has been done. */
    private readonly diary: Store,
  ) {}

  /** Somebody new joins the firm. */
  hireWorker(worker: Worker): Promise<Deeds> {
    return this.each(
      [worker],
      ({ number }) => `hire ${number}`,
      () => this.at('hr', worker.legalEntity, 'hire', { worker }),
    );
  }

  takeLeave(leave: Leave): Promise<Deeds> {
    return this.each(
      [leave],
      ({ number, startDate }) => `leave of ${number} from ${startDate}`,
      () => this.at('hr', this.worker(leave.number).legalEntity, 'recordLeave', leave),
    );
  }

  /** People operations complete what they left out. */
  completeWorker(input: Screens['hr']['editEmployee']): Promise<Deeds> {
    return this.each(
      [input],
      ({ number }) => `complete ${number} ${Object.keys(input.fields).join(' ')}`,
      () => this.at('hr', this.worker(input.number).legalEntity, 'editEmployee', input),
    );
  }

  /** Does one thing, unless a deed of that name is done already; answers what the screen answered. */
  async act({ name, domain, legalEntity, action, input }: Deed): Promise<unknown> {
    const done = this.diary.get<Remembered>('deed', name);
    if (done) return done.result;
    const result = this.at(domain, legalEntity, action as never, input as never) ?? null;
    this.diary.put('deed', name, { what: name, result } satisfies Remembered);
    await this.remember();
    return result;
  }

  /** What has been done whose name begins so. */
  done(prefix: string): Remembered[] {
    return this.diary.list<Remembered>('deed').filter(({ what }) => what.startsWith(prefix));
  }

  winDeals(): Promise<Deeds> {
    const closed = this.firm.opportunities.filter(({ outcome }) => outcome !== 'open');
    return this.each(
      closed,
      ({ code }) => `close ${code}`,
      ({ code, outcome, legalEntity }) => {
        if (outcome !== 'open') this.at('crm', legalEntity, 'closeOpportunity', { code, outcome });
      },
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
        return this.at('scheduling', this.entityOf(plan.opportunity), 'staff', {
          projectRef: projects[plan.opportunity]!,
          roleName: this.roleName(plan.role),
          email: this.worker(plan.worker).email,
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
        this.at('psa', this.entityOf(entry.project), 'logTime', {
          projectRef: refs[entry.project]!,
          email: this.worker(entry.worker).email,
          date: entry.date,
          minutes: entry.minutes,
          roleName: this.roleName(entry.role),
          billable: entry.billable,
          notes: `${entry.ref} ${entry.notes}`,
          ...(entry.hourlyRate && { hourlyRate: entry.hourlyRate }),
        }),
    );
    const approved = this.attempt(
      [...new Set(possible.map(({ project }) => project))],
      (project) => `approve the time of ${refs[project]}`,
      (project) => this.at('psa', this.entityOf(project), 'submitAndApproveTime', { projectRef: refs[project]! }),
    );
    await this.remember();
    return { done: logged.done, refused: [...logged.refused, ...approved.refused] };
  }

  /** Finance lets those ERPs make their invoices that do not by themselves. */
  async runBilling(): Promise<Deeds> {
    const told = [...this.products.values()].filter(({ simulator }) => simulator.domains?.includes('erp'));
    const deeds = this.attempt(
      told,
      ({ simulator }) => `bill in ${simulator.name}`,
      ({ simulator, world }) => void simulator.actions.runBilling!(world, {} as never),
    );
    await this.remember();
    return deeds;
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

  /** Does something at the screens of the product that a legal entity uses for it. */
  private at<D extends keyof Screens, A extends keyof Screens[D] & string>(
    domain: D,
    legalEntity: string,
    action: A,
    input: Screens[D][A],
  ): unknown {
    const name = productFor(this.routing, domain, legalEntity);
    const product = this.products.get(name);
    if (!product) throw new Error(`${name}, which ${legalEntity} uses for ${domain}, is not there`);
    const act = product.simulator.actions[action];
    if (!act) throw new Error(`nobody can do "${action}" at the screens of ${name}`);
    return act(product.world, input as never);
  }

  private roleName(code: string): string {
    return this.firm.roles.find((role) => role.code === code)!.name;
  }

  private worker(number: string): Worker {
    const worker = this.firm.workers.find((one) => one.number === number);
    if (!worker) throw new Error(`the firm has no worker ${number}`);
    return worker;
  }

  /** Of a deal, or of a project from before. */
  private entityOf(project: string): string {
    return [...this.firm.opportunities, ...this.firm.legacyProjects].find(({ code }) => code === project)!.legalEntity;
  }
}
