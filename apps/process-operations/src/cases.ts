import { Decimal } from 'decimal.js';
import {
  type Assignment,
  type CaseList,
  type CaseQuery,
  type CaseView,
  clients,
  type ExceptionView,
  type MissingPart,
  type Resolution,
} from '#contracts';
import { Failure } from '#kernel';
import {
  type AppConfig,
  type AppName,
  type Caller,
  serviceClient,
  type ServiceClient,
  type ServiceTokens,
} from '#platform';

/** The process APIs that raise exceptions; every one of them has these operations. */
const owners = [
  'process-workforce',
  'process-projects',
  'process-billing',
  'process-operations',
] as const satisfies AppName[];
export type CaseOwner = (typeof owners)[number];

type ExceptionOperations = Pick<
  clients.workforceV1.operations,
  'listExceptions' | 'getException' | 'resolveException' | 'assignException' | 'noteException' | 'listRuns' | 'getRun'
>;

type Person = Pick<Caller, 'name' | 'subject'>;

/** The name under which somebody's decisions are kept. */
export const personOf = ({ name, subject }: Person): string => name ?? subject;

/** Every exception of every process API, as one list of cases. */
export class Cases {
  private readonly apis: Record<CaseOwner, ServiceClient<ExceptionOperations>>;

  constructor(config: AppConfig, tokens: ServiceTokens) {
    const client = (name: CaseOwner) =>
      serviceClient<ExceptionOperations>(clients.workforceV1.routes, {
        baseUrl: config.addresses[name],
        audience: 'process',
        tokens,
      });
    this.apis = {
      'process-workforce': client('process-workforce'),
      'process-projects': client('process-projects'),
      'process-billing': client('process-billing'),
      'process-operations': client('process-operations'),
    };
  }

  /** An API that does not answer is named; the others' cases are still shown. */
  async list(query: CaseQuery): Promise<CaseList> {
    const missing: MissingPart[] = [];
    const lists = await Promise.all(
      owners.map((app) =>
        this.allOf(app, query).catch((error: unknown) => {
          missing.push({ part: app, reason: Failure.from(error).message });
          return [];
        }),
      ),
    );
    return { items: lists.flat().sort(byWeight), missing };
  }

  async get(app: string, id: string): Promise<CaseView> {
    return { ...(await this.api(app).getException({ id })), app };
  }

  async resolve(app: string, id: string, key: string, resolution: Resolution, caller: Person): Promise<CaseView> {
    const settled = await this.api(app).resolveException({
      id,
      key,
      actingFor: personOf(caller),
      body: resolution,
    });
    return { ...settled, app };
  }

  async assign(app: string, id: string, key: string, assignment: Assignment, caller: Person): Promise<CaseView> {
    const assigned = this.api(app).assignException({ id, key, actingFor: personOf(caller), body: assignment });
    return { ...(await assigned), app };
  }

  async note(app: string, id: string, key: string, text: string, caller: Person): Promise<CaseView> {
    const noted = this.api(app).noteException({ id, key, actingFor: personOf(caller), body: { text } });
    return { ...(await noted), app };
  }

  private async allOf(app: CaseOwner, query: CaseQuery): Promise<CaseView[]> {
    const found: ExceptionView[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.apis[app].listExceptions({
        limit: 200,
        ...query,
        ...(cursor && { cursor }),
      });
      found.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    return found.map((item) => ({ ...item, app }));
  }

  private api(app: string): ServiceClient<ExceptionOperations> {
    const found = this.apis[app as CaseOwner];
    if (!found) throw new Failure('not-found', `"${app}" owns no cases`, { remedy: `use one of ${owners.join(', ')}` });
    return found;
  }
}

/** Most money first, then oldest. Amounts of different currencies are compared as they stand. */
function byWeight(a: CaseView, b: CaseView): number {
  const weight = (one: CaseView): Decimal => new Decimal(one.business.moneyAtRisk?.amount ?? 0);
  return weight(b).comparedTo(weight(a)) || a.createdAt.localeCompare(b.createdAt);
}
