import { Injectable } from '@nestjs/common';
import type {
  BillingOverview,
  CaseList,
  CaseQuery,
  CaseView,
  LineList,
  LineView,
  Overview,
  Resolution,
  RunView,
} from '#contracts';
import { Failure } from '#kernel';
import type { Caller } from '#platform';
import { Parts, type Sources } from './sources.js';
import { dealCode, lineOf, overviewOf, summaryOf } from './views.js';

const nothingBilled: BillingOverview = { totals: [], invoices: [] };

/** Asks the process APIs and composes what people look at. It decides nothing. */
@Injectable()
export class PortalService {
  constructor(private readonly sources: Sources) {}

  async overview(): Promise<Overview> {
    const parts = new Parts();
    const [onboardings, mobilisations, billing, cases] = await Promise.all([
      parts.get('process-workforce', () => this.sources.onboardings(), []),
      parts.get('process-projects', () => this.sources.mobilisations(), []),
      this.billing(parts),
      this.cases(parts),
    ]);
    return overviewOf({ onboardings, mobilisations, billing, cases, missing: parts.missing });
  }

  async lines(): Promise<LineList> {
    const parts = new Parts();
    const [runs, billing, cases] = await Promise.all([
      parts.get('process-projects', () => this.sources.mobilisations(), []),
      this.billing(parts),
      this.cases(parts),
    ]);
    const items = runs.map((run) => summaryOf(run, billing, cases)).sort((a, b) => a.key.localeCompare(b.key));
    return { items, missing: parts.missing };
  }

  /** By the code of a deal or of a project, or by a worker number. */
  async line(key: string): Promise<LineView> {
    const parts = new Parts();
    const run = (await this.mobilisation(key)) ?? (await this.onboarding(key));
    if (!run)
      throw new Failure('not-found', `no deal, project or worker "${key}" has been seen`, { code: 'unknown-line' });
    const [billing, cases] = await Promise.all([this.billing(parts), this.cases(parts)]);
    return lineOf(run, billing, cases, parts.missing);
  }

  listCases(query: CaseQuery): Promise<CaseList> {
    return this.sources.operations.listCases(query);
  }

  resolve(app: string, id: string, key: string, resolution: Resolution, caller: Caller): Promise<CaseView> {
    const actingFor = caller.name ?? caller.subject;
    return this.sources.operations.resolveCase({ app, id, key, actingFor, body: resolution });
  }

  private async mobilisation(key: string): Promise<RunView | null> {
    const runs = await this.sources.mobilisations();
    const found = runs.find((run) => dealCode(run) === key.replace(/^P-/, ''));
    return found ? this.sources.projects.getRun({ id: found.id }) : null;
  }

  private async onboarding(number: string): Promise<RunView | null> {
    const runs = await this.sources.onboardings();
    const found = runs.find((run) => run.title.endsWith(`worker ${number}`));
    return found ? this.sources.workforce.getRun({ id: found.id }) : null;
  }

  private billing(parts: Parts): Promise<BillingOverview> {
    return parts.get('process-billing', () => this.sources.billing.getBillingOverview({}), nothingBilled);
  }

  private cases(parts: Parts): Promise<CaseView[]> {
    return parts.get('process-operations', () => this.sources.openCases(), []);
  }
}
