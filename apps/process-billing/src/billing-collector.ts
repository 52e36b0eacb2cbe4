import { Failure, monthOf, needsPerson, newId, nothingThere } from '#kernel';
import {
  type AppLogger,
  BackgroundLoop,
  classified,
  durationMs,
  type EstateView,
  type Projects,
  type Systems,
  withContext,
} from '#platform';
import type { ExceptionRepository, RunService } from '#workflow';
import type { BillingBatchRepository } from './billing-batch.repository.js';
import type { BillingLine, BillingLineRepository } from './billing-line.repository.js';
import { atRisk, effective, type ProjectFacts, priceLine } from './billing-rules.js';
import { billApprovedTime } from './bill-approved-time.workflow.js';
import { LeftAlone } from './left-alone.js';

export interface CollectorParts {
  lines: BillingLineRepository;
  batches: BillingBatchRepository;
  exceptions: ExceptionRepository;
  service: RunService;
  systems: Systems;
  terms: Pick<Projects, 'find'>;
  estate: EstateView;
  logger: AppLogger;
}

const checkedAtOnce = 500;
const batchSize = 100;
/** How long a project is left alone whose ERP gave no answer. */
const askAgainMs = 2_000;

/**
 * Checks approved lines and gathers the good ones into micro-batches, one legal entity each. A bad line becomes an
 * exception of its own and never holds up its neighbours.
 */
export class BillingCollector {
  private readonly lastPosted = new Map<string, number>();
  /** Projects nothing could be learned about. */
  private readonly unanswered = new LeftAlone(askAgainMs);

  constructor(private readonly parts: CollectorParts) {}

  loop(): BackgroundLoop {
    return new BackgroundLoop({
      name: 'billing collector',
      logger: this.parts.logger,
      idleMs: 500,
      work: async () => {
        const checked = await this.checkWaiting();
        const isMore = await this.gather();
        return isMore || checked === checkedAtOnce;
      },
    });
  }

  /** A project that cannot be asked about now waits alone: its neighbours' lines are checked (H6). */
  async checkWaiting(): Promise<number> {
    const waiting = await this.parts.lines.waiting(checkedAtOnce, this.unanswered.names());
    for (const [project, lines] of byProject(waiting)) {
      const facts = await this.factsOf(project).catch((error: unknown) => this.leave(project, error));
      if (!facts) continue;
      await this.check(lines, facts);
    }
    return waiting.length;
  }

  private leave(project: string | null, error: unknown): null {
    if (project !== null) this.unanswered.add(project);
    this.parts.logger.problem('time waits for its project', {
      subject: `project/${project}`,
      reason: classified(error).message,
    });
    return null;
  }

  /** Good lines are priced together, a bad one stops by itself. */
  private async check(lines: BillingLine[], facts: ProjectFacts): Promise<void> {
    const priced = [];
    for (const line of lines) {
      try {
        priced.push({ ...priceLine(line, facts, this.parts.estate), version: line.version });
      } catch (error) {
        const failure = Failure.from(error);
        if (!needsPerson(failure)) throw failure;
        await withContext({ correlationId: line.correlationId, actor: null }, () => this.stop(line, facts, failure));
      }
    }
    if (priced.length > 0) await this.parts.lines.price(priced);
  }

  private async stop(line: BillingLine, facts: ProjectFacts, failure: Failure): Promise<void> {
    const { lines, exceptions } = this.parts;
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
          minutes: entry.minutes,
          moneyAtRisk: atRisk(entry),
        },
        correlationId: line.correlationId,
      });
    });
  }

  /** The terms decide which ERP to ask; a project from before the gateway is looked for in each. */
  private async factsOf(project: string | null): Promise<ProjectFacts> {
    if (!project) return { terms: null, erpStatus: null };
    const terms = await this.parts.terms.find(project);
    const entities = terms ? [terms.legalEntity] : this.parts.estate.legalEntities.map(({ code }) => code);
    for (const entity of entities) {
      const found = await this.parts.systems.for('erp', entity).getProject({ reference: project }).catch(nothingThere);
      if (found) return { terms, erpStatus: found.status };
    }
    return { terms, erpStatus: null };
  }

  /** Begins a run for each full window's batch; lines and run change hands in one commit. True where more is waiting. */
  private async gather(): Promise<boolean> {
    const { batches, service, estate } = this.parts;
    let isMore = false;
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
      else isMore = true;
    }
    return isMore;
  }
}

function byProject(waiting: BillingLine[]): Map<string | null, BillingLine[]> {
  const found = new Map<string | null, BillingLine[]>();
  for (const line of waiting) {
    const { project } = effective(line);
    const lines = found.get(project);
    if (lines) lines.push(line);
    else found.set(project, [line]);
  }
  return found;
}
