import { clients, type CaseView, type MissingPart, type RunProcess, type RunSummary } from '#contracts';
import { Failure } from '#kernel';
import { type AppConfig, type ServiceClient, serviceClient, type ServiceTokens } from '#platform';

/** What every process API has. */
type RunOperations = Pick<
  clients.workforceV1.operations,
  'listRuns' | 'getRun' | 'repeatRun' | 'cancelRun' | 'rehearseRun'
>;

/** The process APIs the views are composed of. */
export class Sources {
  readonly workforce;
  readonly projects;
  readonly billing;
  readonly operations;
  readonly staffing;
  readonly governance;

  constructor(config: AppConfig, tokens: ServiceTokens) {
    const options = (app: RunProcess | 'process-governance') =>
      ({ baseUrl: config.addresses[app], audience: 'process', tokens, timeoutMs: 10_000 }) as const;
    this.workforce = serviceClient<clients.workforceV1.operations>(
      clients.workforceV1.routes,
      options('process-workforce'),
    );
    this.projects = serviceClient<clients.projectsV1.operations>(
      clients.projectsV1.routes,
      options('process-projects'),
    );
    this.billing = serviceClient<clients.billingV1.operations>(clients.billingV1.routes, options('process-billing'));
    this.staffing = serviceClient<clients.staffingV1.operations>(
      clients.staffingV1.routes,
      options('process-staffing'),
    );
    this.operations = serviceClient<clients.operationsV1.operations>(
      clients.operationsV1.routes,
      options('process-operations'),
    );
    this.governance = serviceClient<clients.governanceV1.operations>(
      clients.governanceV1.routes,
      options('process-governance'),
    );
  }

  /** A process API, as far as it is like the others. */
  of(process: RunProcess): ServiceClient<RunOperations> {
    const owners: Record<RunProcess, ServiceClient<RunOperations>> = {
      'process-workforce': this.workforce,
      'process-projects': this.projects,
      'process-billing': this.billing,
      'process-staffing': this.staffing,
      'process-operations': this.operations,
    };
    return owners[process];
  }

  onboardings(): Promise<RunSummary[]> {
    return everyPage((cursor) => this.workforce.listRuns({ workflow: 'worker-onboarding', limit: 200, ...cursor }));
  }

  mobilisations(): Promise<RunSummary[]> {
    return everyPage((cursor) => this.projects.listRuns({ limit: 200, ...cursor }));
  }

  async openCases(): Promise<CaseView[]> {
    return (await this.operations.listCases({ state: 'open' })).items;
  }
}

async function everyPage<T>(
  read: (cursor: { cursor?: string }) => Promise<{ items: T[]; nextCursor: string | null }>,
): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | null = null;
  do {
    const page: { items: T[]; nextCursor: string | null } = await read(cursor ? { cursor } : {});
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return items;
}

/** Collects the parts of a view; one that cannot be had is named and replaced, never a blank page. */
export class Parts {
  readonly missing: MissingPart[] = [];

  async get<T>(part: string, read: () => Promise<T>, instead: T): Promise<T> {
    try {
      return await read();
    } catch (error) {
      this.missing.push({ part, reason: Failure.from(error).message });
      return instead;
    }
  }
}
