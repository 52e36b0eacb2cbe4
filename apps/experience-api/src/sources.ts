import { clients, type CaseView, type MissingPart, type RunSummary } from '#contracts';
import { Failure } from '#kernel';
import { type AppConfig, serviceClient, type ServiceTokens } from '#platform';

type ProcessApi =
  'process-workforce' | 'process-projects' | 'process-billing' | 'process-staffing' | 'process-operations';

/** The process APIs the views are composed of. */
export class Sources {
  readonly workforce;
  readonly projects;
  readonly billing;
  readonly operations;
  readonly staffing;

  constructor(config: AppConfig, tokens: ServiceTokens) {
    const options = (app: ProcessApi) =>
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
