import { Injectable } from '@nestjs/common';
import type { BillingOverview, CaseView, DecisionRequest, LineList, LineView, Overview, RunView } from '#contracts';
import { Failure } from '#kernel';
import type { Caller } from '#platform';
import { Parts, type Sources } from './sources.js';
import { dealCode, lineOf, overviewOf, summaryOf } from './line-views.js';

const nothingBilled: BillingOverview = { totals: [], invoices: [] };

/** A run, and the process API that owns it. */
interface OwnedRun {
  owner: Sources['projects' | 'workforce'];
  run: RunView;
}

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
    return this.lineOfRun((await this.runOf(key)).run);
  }

  /** Says yes or no where a line waits for it; whether the person may is the owner's to say. */
  async decide(line: string, key: string, decision: DecisionRequest, caller: Caller): Promise<LineView> {
    const { owner, run } = await this.runOf(line);
    return this.lineOfRun(await owner.decideRun({ id: run.id, key, actingFor: caller, body: decision }));
  }

  private async lineOfRun(run: RunView): Promise<LineView> {
    const parts = new Parts();
    const [billing, cases] = await Promise.all([this.billing(parts), this.cases(parts)]);
    return lineOf(run, billing, cases, parts.missing);
  }

  private async runOf(line: string): Promise<OwnedRun> {
    const found = (await this.mobilisation(line)) ?? (await this.onboarding(line));
    if (found) return found;
    throw new Failure('not-found', `no deal, project or worker "${line}" has been seen`, { code: 'unknown-line' });
  }

  private async mobilisation(key: string): Promise<OwnedRun | null> {
    const owner = this.sources.projects;
    const runs = await this.sources.mobilisations();
    const found = runs.find((run) => dealCode(run) === key.replace(/^P-/, ''));
    return found ? { owner, run: await owner.getRun({ id: found.id }) } : null;
  }

  private async onboarding(number: string): Promise<OwnedRun | null> {
    const owner = this.sources.workforce;
    const runs = await this.sources.onboardings();
    const found = runs.find((run) => run.title.endsWith(`worker ${number}`));
    return found ? { owner, run: await owner.getRun({ id: found.id }) } : null;
  }

  private billing(parts: Parts): Promise<BillingOverview> {
    return parts.get('process-billing', () => this.sources.billing.getBillingOverview({}), nothingBilled);
  }

  private cases(parts: Parts): Promise<CaseView[]> {
    return parts.get('process-operations', () => this.sources.openCases(), []);
  }
}
