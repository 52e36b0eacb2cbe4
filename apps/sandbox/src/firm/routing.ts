import type { Domain } from '../core/screens.js';
import type { Credentials } from '../core/simulator.js';
import type { Firm } from './firm.js';

export type ProductName = keyof Credentials;

/** Which product the firm uses for what: one for all, or one for each legal entity. */
export type Routing = Partial<Record<Domain, ProductName | Record<string, ProductName>>>;

export function productFor(routing: Routing, domain: Domain, legalEntity: string): ProductName {
  const route = routing[domain];
  const name = typeof route === 'string' ? route : route?.[legalEntity];
  if (!name) throw new Error(`${legalEntity} uses no product for ${domain}`);
  return name;
}

/** What of the firm is in a product: everything of the legal entities that use it. */
export function shareOf(firm: Firm, product: ProductName, routing: Routing): Firm {
  const routes = Object.values(routing);
  if (routes.includes(product)) return firm;
  const codes = new Set(
    routes.flatMap((route) => Object.entries(route).flatMap(([code, name]) => (name === product ? [code] : []))),
  );
  return firm.legalEntities.every(({ code }) => codes.has(code)) ? firm : partOf(firm, codes);
}

function partOf(firm: Firm, entities: Set<string>): Firm {
  const isIn = ({ legalEntity }: { legalEntity: string }): boolean => entities.has(legalEntity);
  const opportunities = firm.opportunities.filter(isIn);
  const legacyProjects = firm.legacyProjects.filter(isIn);
  const work = [...opportunities, ...legacyProjects];
  const customers = new Set(work.map(({ customer }) => customer));
  const projects = new Set(work.map(({ code }) => code));
  return {
    ...firm,
    legalEntities: firm.legalEntities.filter(({ code }) => entities.has(code)),
    costCentres: firm.costCentres.filter(isIn),
    workers: firm.workers.filter(isIn),
    customers: firm.customers.filter(({ code }) => customers.has(code)),
    opportunities,
    opportunityLines: firm.opportunityLines.filter(({ opportunity }) => projects.has(opportunity)),
    staffing: firm.staffing.filter(({ opportunity }) => projects.has(opportunity)),
    timeEntries: firm.timeEntries.filter(({ project }) => projects.has(project)),
    legacyProjects,
  };
}
