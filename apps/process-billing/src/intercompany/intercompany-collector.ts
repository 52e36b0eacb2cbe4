import { Failure, monthOf, needsPerson, newId } from '#kernel';
import {
  type AppLogger,
  BackgroundLoop,
  classified,
  durationMs,
  type EntityManager,
  type EstateView,
  postingDay,
  withContext,
  type Workers,
} from '#platform';
import type { ExceptionRepository, RunService } from '#workflow';
import { LeftAlone } from '../left-alone.js';
import { chargeIntercompany } from './charge-intercompany.workflow.js';
import type { ClientCharge, IntercompanyChargeRepository, PricedCharge } from './intercompany-charge.repository.js';
import { refusal, transferPrice } from './transfer-price.js';

export interface IntercompanyParts {
  charges: IntercompanyChargeRepository;
  exceptions: ExceptionRepository;
  service: RunService;
  workers: Pick<Workers, 'find'>;
  estate: EstateView;
  logger: AppLogger;
}

interface Stopped {
  failure: Failure;
  charges: ClientCharge[];
}

const passedOnAtOnce = 500;
const batchSize = 500;
/** How long a worker is left alone whose employer nobody could say. */
const askAgainMs = 2_000;

/**
 * Passes on what a client was charged for work of another legal entity's people: the employing entity charges the
 * contracting one (E25). It follows the charge to the client and never holds it up.
 */
export class IntercompanyCollector {
  private readonly lastRaised = new Map<string, number>();
  private readonly unanswered = new LeftAlone(askAgainMs);

  constructor(private readonly parts: IntercompanyParts) {}

  loop(): BackgroundLoop {
    return new BackgroundLoop({
      name: 'intercompany collector',
      logger: this.parts.logger,
      idleMs: 1_000,
      work: async () => {
        const isMore = await this.passOn();
        await this.gather();
        return isMore;
      },
    });
  }

  /** True where more is waiting. */
  async passOn(): Promise<boolean> {
    const found = await this.parts.charges.toPassOn(passedOnAtOnce, this.unanswered.names());
    const reversals = found.filter(({ reverses }) => reverses !== null);
    for (const [worker, ofWorker] of byWorker(found.filter(({ reverses }) => reverses === null))) {
      const employer = await this.employerOf(worker).catch((error: unknown) => this.leave(worker, error));
      if (employer !== undefined) await this.passOnWork(ofWorker, employer);
    }
    for (const reversal of reversals) await this.takeBack(reversal);
    return found.length === passedOnAtOnce && reversals.length < passedOnAtOnce;
  }

  private async employerOf(worker: string): Promise<string | null> {
    const life = await this.parts.workers.find(worker);
    return life?.legalEntity ?? null;
  }

  private leave(worker: string, error: unknown): undefined {
    this.unanswered.add(worker);
    this.parts.logger.problem('work waits for its employer', { reason: classified(error).message });
  }

  private async passOnWork(work: ClientCharge[], employer: string | null): Promise<void> {
    const priced: PricedCharge[] = [];
    const domestic: string[] = [];
    const stopped = new Map<string, Stopped>();
    for (const charge of work) {
      try {
        const employing = knownEmployer(charge, charge.employing ?? employer);
        if (employing === charge.contracting) domestic.push(charge.line);
        else priced.push(this.price(charge, employing));
      } catch (error) {
        const failure = Failure.from(error);
        if (!needsPerson(failure)) throw failure;
        const cause = failure.detail.record ?? charge.line;
        const held = stopped.get(cause);
        if (held) held.charges.push(charge);
        else stopped.set(cause, { failure, charges: [charge] });
      }
    }
    for (const [cause, { failure, charges }] of stopped) await this.stop(cause, failure, charges);
    const { charges } = this.parts;
    await charges.database.transaction(async (manager) => {
      const claimed = await charges.claim(manager, [...domestic, ...priced.map(({ line }) => line)]);
      await charges.ready(
        manager,
        priced.filter(({ line }) => claimed.has(line)),
      );
    });
  }

  private price(charge: ClientCharge, employing: string): PricedCharge {
    const { estate } = this.parts;
    const date = postingDay(estate.postingWindow(employing), charge.date, new Date());
    return { ...charge, ...transferPrice(charge, employing, estate), employing, date };
  }

  /** One exception a cause, however much work it holds. */
  private async stop(cause: string, failure: Failure, work: ClientCharge[]): Promise<void> {
    const { charges, exceptions } = this.parts;
    const { contracting, date, correlationId } = work[0]!;
    await withContext({ correlationId, actor: null }, () =>
      charges.database.transaction(async (manager) => {
        const claimed = await charges.claim(
          manager,
          work.map(({ line }) => line),
        );
        if (claimed.size === 0) return;
        const { count, minutes } = await charges.stop(
          manager,
          cause,
          work.filter(({ line }) => claimed.has(line)),
        );
        await exceptions.raise(manager, {
          subject: { kind: 'intercompany-charge', id: cause },
          failure: new Failure('rejected', `${count} entries (${minutes} min): ${failure.message}`, failure.detail),
          record: cause,
          corrects: 'charge',
          business: { legalEntity: contracting, billingCycle: monthOf(date) },
          correlationId,
        });
      }),
    );
  }

  /** What was passed on is taken back in full, so that both entities end at nothing; what was not yet, never is. */
  private async takeBack(reversal: ClientCharge): Promise<void> {
    const { charges, estate } = this.parts;
    await charges.database.transaction(async (manager) => {
      const former = await charges.standing(manager, reversal.reverses!);
      if (!former.isDecided || former.state === 'posting') return;
      if (!(await charges.claim(manager, [reversal.line])).has(reversal.line)) return;
      if (former.state === 'charged') {
        const day = postingDay(estate.postingWindow(former.employing!), reversal.date, new Date());
        await charges.reverse(manager, reversal, day);
      } else if (former.state !== null && former.state !== 'skipped') {
        await charges.withdraw(manager, reversal.reverses!);
        if (former.state === 'stopped') await this.forget(manager, former.heldBy!);
      }
    });
  }

  /** Nobody has to decide about what holds nothing any more. */
  private async forget(manager: EntityManager, cause: string): Promise<void> {
    const { charges, exceptions } = this.parts;
    if ((await charges.held(manager, cause)).count > 0) return;
    const open = await exceptions.openOn({ kind: 'intercompany-charge', id: cause }, manager);
    if (!open) return;
    const exception = await exceptions.find(open, manager);
    await exceptions.settle(manager, exception, 'throughline', 'what the client was charged was taken back');
  }

  /** Begins a run for what an entity charges another, as often as its posting window says. */
  async gather(): Promise<void> {
    const { charges, service, estate } = this.parts;
    for (const of of await charges.readyBatches()) {
      const name = `${of.employing} ${of.project} ${of.currency}`;
      const every = durationMs(estate.postingWindow(of.employing).every);
      if (Date.now() - (this.lastRaised.get(name) ?? 0) < every) continue;
      const batch = newId();
      const gathered = await charges.database.transaction(async (manager) => {
        const count = await charges.gather(manager, of, batch, batchSize);
        if (count > 0)
          await service.begin(manager, chargeIntercompany, { batch, legalEntity: of.employing, project: of.project });
        return count;
      });
      if (gathered < batchSize) this.lastRaised.set(name, Date.now());
    }
  }
}

function knownEmployer({ workerNumber, contracting }: ClientCharge, employing: string | null): string {
  if (employing !== null) return employing;
  throw refusal(`worker ${workerNumber}`, 'unknown-employer', {
    what: `nobody knows which legal entity employs worker ${workerNumber}, who worked for ${contracting}`,
    remedy: `onboard the worker and retry, or correct "employing" here to the legal entity (${contracting}: no charge)`,
  });
}

function byWorker(work: ClientCharge[]): Map<string, ClientCharge[]> {
  const found = new Map<string, ClientCharge[]>();
  for (const charge of work) {
    const ofWorker = found.get(charge.workerNumber);
    if (ofWorker) ofWorker.push(charge);
    else found.set(charge.workerNumber, [charge]);
  }
  return found;
}
