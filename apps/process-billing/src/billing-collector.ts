import { Failure, monthOf, needsPerson, newId } from '#kernel';
import { type AppLogger, BackgroundLoop, durationMs, type EstateView, type Systems, withContext } from '#platform';
import type { ExceptionRepository, RunService } from '#workflow';
import type { BillingBatchRepository } from './billing-batch.repository.js';
import type { BillingLine, BillingLineRepository } from './billing-line.repository.js';
import { atRisk, effective, type ProjectFacts, priceLine } from './billing-rules.js';
import { billApprovedTime } from './bill-approved-time.workflow.js';
import type { ProjectTerms } from './project-terms.js';

export interface CollectorParts {
  lines: BillingLineRepository;
  batches: BillingBatchRepository;
  exceptions: ExceptionRepository;
  service: RunService;
  systems: Systems;
  terms: ProjectTerms;
  estate: EstateView;
  logger: AppLogger;
}

const checkedAtOnce = 500;
const batchSize = 100;

/**
 * Checks approved lines and gathers the good ones into micro-batches, one legal entity each. A bad line becomes an
 * exception of its own and never holds up its neighbours.
 */
export class BillingCollector {
  private readonly lastPosted = new Map<string, number>();

  constructor(private readonly parts: CollectorParts) {}

  loop(): BackgroundLoop {
    return new BackgroundLoop({
      name: 'billing collector',
      logger: this.parts.logger,
      idleMs: 500,
      work: async () => {
        const checked = await this.checkWaiting();
        await this.gather();
        return checked === checkedAtOnce;
      },
    });
  }

  async checkWaiting(): Promise<number> {
    const waiting = await this.parts.lines.waiting(checkedAtOnce);
    const facts = new Map<string, Promise<ProjectFacts>>();
    for (const line of waiting) {
      const { project } = effective(line);
      const known = facts.get(project ?? '') ?? this.factsOf(project);
      facts.set(project ?? '', known);
      await withContext({ correlationId: line.correlationId, actor: null }, async () => this.check(line, await known));
    }
    return waiting.length;
  }

  private async check(line: BillingLine, facts: ProjectFacts): Promise<void> {
    const { lines, exceptions, estate } = this.parts;
    try {
      const priced = priceLine(line, facts, estate);
      await lines.database.transaction(async (manager) => {
        if (await lines.unchanged(manager, line)) await lines.price(manager, priced);
      });
    } catch (error) {
      const failure = Failure.from(error);
      if (!needsPerson(failure)) throw failure;
      const entry = effective(line);
      await lines.database.transaction(async (manager) => {
        if (!(await lines.unchanged(manager, line))) return;
        await lines.setState(manager, line.reference, 'stopped');
        await exceptions.raise(manager, {
          subject: { kind: 'billing-line', id: line.reference },
          failure,
          record: line.reference,
          corrects: 'entry',
          business: {
            project: entry.project,
            client: facts.terms?.client ?? null,
            legalEntity: facts.terms?.legalEntity ?? null,
            billingCycle: monthOf(entry.date),
            moneyAtRisk: atRisk(entry),
          },
          correlationId: line.correlationId,
        });
      });
    }
  }

  /** The terms decide which ERP to ask; a project from before the gateway is looked for in each. */
  private async factsOf(project: string | null): Promise<ProjectFacts> {
    if (!project) return { terms: null, erpStatus: null };
    const terms = await this.parts.terms.of(project);
    const entities = terms ? [terms.legalEntity] : this.parts.estate.legalEntities.map(({ code }) => code);
    for (const entity of entities) {
      const found = await this.parts.systems.for('erp', entity).getProject({ reference: project }).catch(absent);
      if (found) return { terms, erpStatus: found.status };
    }
    return { terms, erpStatus: null };
  }

  /** Begins a run for each full window's batch; lines and run change hands in one commit. */
  private async gather(): Promise<void> {
    const { batches, service, estate } = this.parts;
    for (const legalEntity of await batches.readyEntities()) {
      const every = durationMs(estate.postingWindow(legalEntity).every);
      if (Date.now() - (this.lastPosted.get(legalEntity) ?? 0) < every) continue;
      const batch = newId();
      const taken = await batches.database.transaction(async (manager) => {
        const count = await batches.gather(manager, legalEntity, batch, batchSize);
        if (count > 0) await service.begin(manager, billApprovedTime, { batch, legalEntity });
        return count;
      });
      // A full batch means more is waiting: the next one need not wait for its window.
      if (taken < batchSize) this.lastPosted.set(legalEntity, Date.now());
    }
  }
}

function absent(error: unknown): null {
  const failure = Failure.from(error);
  if (failure.kind === 'not-found') return null;
  throw failure;
}
