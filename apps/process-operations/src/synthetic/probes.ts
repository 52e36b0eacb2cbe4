import { Failure } from '#kernel';
import { domains, type Domain, type Estate, type Systems } from '#platform';

/** One harmless read of an instance through its system API. */
export interface Probe {
  instance: string;
  domain: Domain;
  ask: (systems: Pick<Systems, 'named'>) => Promise<unknown>;
}

/** Nothing is called this: the vendor has to look, and says that there is no such record. */
const nothing = 'throughline-synthetic-check';

type Ask = (systems: Pick<Systems, 'named'>, instance: string) => Promise<unknown>;

/** The cheapest question of each contract that the vendor has to answer. Payroll has none: it only takes. */
const asks: Partial<Record<Domain, Ask>> = {
  crm: (systems, instance) => systems.named('crm', instance).listWonOpportunities({ limit: 1 }),
  hr: (systems, instance) => systems.named('hr', instance).listWorkers({ limit: 1 }),
  identity: (systems, instance) => systems.named('identity', instance).getAccount({ reference: nothing }),
  erp: (systems, instance) => systems.named('erp', instance).findCustomers({ name: nothing }),
  psa: (systems, instance) => systems.named('psa', instance).listApprovedTime({ limit: 1 }),
  scheduling: (systems, instance) => systems.named('scheduling', instance).getResource({ reference: nothing }),
};

/** A probe for each instance in each domain it serves. */
export function probesOf({ routing }: Pick<Estate, 'routing'>): Probe[] {
  return domains.flatMap((domain) => {
    const ask = asks[domain];
    const route = routing[domain];
    if (!ask || !route) return [];
    const instances = typeof route === 'string' ? [route] : [...new Set(Object.values(route))];
    return instances.map((instance) => ({
      instance,
      domain,
      ask: (systems) => ask(systems, instance).catch(answered),
    }));
  });
}

/** That there is no such record is an answer. */
function answered(error: unknown): void {
  if (Failure.from(error).kind !== 'not-found') throw error;
}
