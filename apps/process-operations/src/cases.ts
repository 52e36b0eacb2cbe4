import type { Assignment, AuditTrail, CaseList, CaseQuery, CaseView, ExceptionView, Resolution } from '#contracts';
import { byUrgency } from '#kernel';
import { type EstateView, lateness, type Person, stakeOf } from '#platform';
import type { CaseOwner, ProcessApis } from './process-apis.js';

/** Every exception of every process API, as one list of cases. */
export class Cases {
  constructor(
    private readonly apis: Pick<ProcessApis, 'all' | 'of'>,
    private readonly estate: Pick<EstateView, 'tooLateAt'>,
  ) {}

  /** An API that does not answer is named; the others' cases are still shown. */
  async list({ app: only, ...query }: CaseQuery): Promise<CaseList> {
    const { items, missing } = await this.apis.all((app) => this.allOf(app, query), only);
    const now = new Date();
    const staked = items.map((one) => ({ one, stake: stakeOf(one, lateness(one, this.estate, now).secondsLeft) }));
    return { items: staked.sort((a, b) => byUrgency(a.stake, b.stake)).map(({ one }) => one), missing };
  }

  async get(app: string, id: string): Promise<CaseView> {
    return { ...(await this.apis.of(app).getException({ id })), app };
  }

  audit(app: string, id: string): Promise<AuditTrail> {
    return this.apis.of(app).listExceptionAudit({ id });
  }

  async resolve(app: string, id: string, key: string, resolution: Resolution, person: Person): Promise<CaseView> {
    const settled = await this.apis.of(app).resolveException({
      id,
      key,
      actingFor: person,
      body: resolution,
    });
    return { ...settled, app };
  }

  async assign(app: string, id: string, key: string, assignment: Assignment, person: Person): Promise<CaseView> {
    const assigned = this.apis.of(app).assignException({ id, key, actingFor: person, body: assignment });
    return { ...(await assigned), app };
  }

  async note(app: string, id: string, key: string, text: string, person: Person): Promise<CaseView> {
    const noted = this.apis.of(app).noteException({ id, key, actingFor: person, body: { text } });
    return { ...(await noted), app };
  }

  private async allOf(app: CaseOwner, query: Omit<CaseQuery, 'app'>): Promise<CaseView[]> {
    const found: ExceptionView[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.apis.of(app).listExceptions({
        limit: 200,
        ...query,
        ...(cursor && { cursor }),
      });
      found.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    return found.map((item) => ({ ...item, app }));
  }
}
