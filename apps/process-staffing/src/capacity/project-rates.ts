import type { EstateView, Projects } from '#platform';
import { type Rate, ratesOf } from '../rates.js';

/** Whose project something is, and what an hour of a role on it is sold for. */
export interface SoldRole {
  client: string | null;
  legalEntity: string | null;
  /** None where the project was not mobilised through the gateway, or the role was not sold. */
  rates: Rate[];
}

const unknown: SoldRole = { client: null, legalEntity: null, rates: [] };

/** The terms agreed for projects, asked of the projects API. */
export class ProjectRates {
  constructor(
    private readonly projects: Pick<Projects, 'find'>,
    private readonly estate: EstateView,
  ) {}

  async of(project: string | null, roleName: string | null): Promise<SoldRole> {
    if (!project) return unknown;
    const terms = await this.projects.find(project);
    if (!terms) return unknown;
    const { client, legalEntity } = terms;
    const role = roleName && this.estate.mappedFrom('roleNames', roleName);
    return { client, legalEntity, rates: ratesOf(terms, role || null) };
  }
}
