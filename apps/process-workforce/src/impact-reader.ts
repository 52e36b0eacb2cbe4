import { clients, type erp, type scheduling } from '#contracts';
import { addDays, type CalendarDate, Failure, today } from '#kernel';
import { type AppConfig, Projects, serviceClient, type ServiceTokens, type Systems } from '#platform';
import type { Carried } from './carried.js';
import type { Work } from './impact.js';

/** How far ahead assignments are looked for. */
const horizonDays = 730;

/** Asks the scheduler, the projects API and the billing API about somebody's work. */
export class ImpactReader {
  private readonly projects: Projects;
  private readonly billing;

  constructor(
    config: AppConfig,
    tokens: ServiceTokens,
    private readonly systems: Systems,
  ) {
    this.projects = new Projects(config, tokens);
    this.billing = serviceClient<clients.billingV1.operations>(clients.billingV1.routes, {
      baseUrl: config.addresses['process-billing'],
      audience: 'process',
      tokens,
    });
  }

  /** What somebody works on from today on. */
  async workOf(worker: Carried, timeZone: string, now = new Date()): Promise<Work> {
    const assignments = await this.assignmentsFrom(worker, today(now, timeZone));
    const codes = [...new Set((assignments ?? []).flatMap(({ project }) => project ?? []))];
    const rates: Record<string, erp.BillingRate[]> = {};
    const unbilled: Work['unbilled'] = [];
    for (const project of codes) {
      const terms = await this.projects.find(project);
      if (terms) rates[project] = terms.rates;
      unbilled.push(...(await this.billing.getBillingOverview({ project })).totals);
    }
    return { assignments, rates, unbilled };
  }

  /** Confirmed and tentative places from a day on; null where the scheduler does not tell by person. */
  async assignmentsFrom(
    worker: Pick<Carried, 'number' | 'legalEntity'>,
    from: CalendarDate,
  ): Promise<scheduling.Assignment[] | null> {
    const found = await this.systems
      .for('scheduling', worker.legalEntity)
      .listAssignmentsOf({ reference: worker.number, from, to: addDays(from, horizonDays) })
      .catch((error: unknown) => {
        const failure = Failure.from(error);
        if (failure.kind === 'not-found') return { items: [] };
        if (failure.kind !== 'unsupported') throw failure;
        return null;
      });
    return found && found.items.filter(({ status }) => status !== 'cancelled');
  }
}
