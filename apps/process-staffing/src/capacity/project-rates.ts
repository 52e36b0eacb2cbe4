import type { Money } from '#kernel';
import type { EstateView, Projects } from '#platform';

/** Whose project something is, and what an hour of a role on it is sold for. */
export interface SoldRole {
  client: string | null;
  legalEntity: string | null;
  /** Null where the project was not mobilised through the gateway, or the role was not sold. */
  hourlyRate: Money | null;
}

const unknown: SoldRole = { client: null, legalEntity: null, hourlyRate: null };

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
    const { client, legalEntity, rates } = terms;
    const sold = rates.find(({ role }) => this.estate.mapped('roleNames', role) === roleName);
    return { client, legalEntity, hourlyRate: sold?.hourlyRate ?? null };
  }
}
