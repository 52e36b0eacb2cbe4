import { clients, type MissingPart } from '#contracts';
import { Failure } from '#kernel';
import { type AppConfig, type AppName, serviceClient, type ServiceClient, type ServiceTokens } from '#platform';

/** The process APIs; every one of them has these operations. */
export const owners = [
  'process-workforce',
  'process-projects',
  'process-billing',
  'process-staffing',
  'process-operations',
] as const satisfies AppName[];
export type CaseOwner = (typeof owners)[number];

type SharedOperations = Pick<
  clients.workforceV1.operations,
  | 'listExceptions'
  | 'getException'
  | 'listExceptionAudit'
  | 'resolveException'
  | 'assignException'
  | 'noteException'
  | 'listSubscriptions'
  | 'replayEvents'
>;

/** Clients of every process API, by its name. */
export class ProcessApis {
  private readonly apis: Record<CaseOwner, ServiceClient<SharedOperations>>;

  constructor(config: AppConfig, tokens: ServiceTokens) {
    const client = (name: CaseOwner) =>
      serviceClient<SharedOperations>(clients.workforceV1.routes, {
        baseUrl: config.addresses[name],
        audience: 'process',
        tokens,
      });
    this.apis = Object.fromEntries(owners.map((name) => [name, client(name)])) as typeof this.apis;
  }

  of(app: string): ServiceClient<SharedOperations> {
    const found = this.apis[app as CaseOwner];
    if (!found)
      throw new Failure('not-found', `"${app}" is no process API`, { remedy: `use one of ${owners.join(', ')}` });
    return found;
  }

  /** Asks all of them, or `only` this one; one that does not answer is named. */
  async all<T>(ask: (app: CaseOwner) => Promise<T[]>, only?: string): Promise<{ items: T[]; missing: MissingPart[] }> {
    const missing: MissingPart[] = [];
    if (only !== undefined) this.of(only);
    const lists = await Promise.all(
      owners
        .filter((app) => only === undefined || app === only)
        .map((app) =>
          ask(app).catch((error: unknown) => {
            missing.push({ part: app, reason: Failure.from(error).message });
            return [];
          }),
        ),
    );
    return { items: lists.flat(), missing };
  }
}
