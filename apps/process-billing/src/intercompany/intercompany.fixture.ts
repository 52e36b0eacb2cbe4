import { AppLogger, type IntercompanyPrice, rows, type Systems } from '#platform';
import type { Resolution } from '#contracts';
import { Failure } from '#kernel';
import { RunService } from '#workflow';
import { Engine } from '../../../../libs/workflow/src/engine.js';
import { RunRepository } from '../../../../libs/workflow/src/run.repository.js';
import { WaitRepository } from '../../../../libs/workflow/src/waiting.js';
import { WindowWaits } from '../../../../libs/workflow/src/window-waits.js';
import { BillingBench } from '../billing.fixture.js';
import { chargeIntercompany } from './charge-intercompany.workflow.js';
import { IntercompanyChargeRepository } from './intercompany-charge.repository.js';
import { IntercompanyCollector } from './intercompany-collector.js';
import { IntercompanySettlement } from './intercompany-settlement.js';

/** Of 60.00 an hour, 48.00. */
export const share: IntercompanyPrice = {
  employing: 'MER-DE',
  contracting: 'MER-US',
  project: 'IC-DE-US',
  shareOfRate: 80,
};

/** Billing in MER-US by the work of people of MER-DE, whose books are the same. */
export class IntercompanyBench {
  /** Legal entity of the worker; null where nobody knows, undefined where there is no answer. */
  employer: string | null | undefined = 'MER-DE';
  private readonly charges: IntercompanyChargeRepository;
  private readonly logger = new AppLogger('process-billing', 'silent');

  private constructor(readonly billing: BillingBench) {
    this.charges = new IntercompanyChargeRepository(billing.database);
  }

  static async open(): Promise<IntercompanyBench> {
    return new IntercompanyBench(await BillingBench.open());
  }

  async clear(): Promise<void> {
    await this.billing.clear();
    this.employer = 'MER-DE';
    this.billing.intercompany = [share];
  }

  /** Passes on what clients were charged. */
  async passOn(): Promise<void> {
    await this.collector().passOn();
  }

  /** Begins what is to be charged, and moves every charge on as far as it comes. */
  async raise(): Promise<void> {
    await this.collector().gather();
    await this.goOn();
  }

  /** Moves the runs on that are under way. */
  async goOn(): Promise<void> {
    const { database, exceptions } = this.billing;
    await database.query(`update run set wake_at = now() where state = 'waiting'`);
    const open = await rows<{ id: string }>(
      database,
      `select id from run where workflow = 'intercompany-charge' and state not in ('completed', 'parked') order by begun`,
    );
    const runs = new RunRepository(database);
    const windows = new WindowWaits(database, (_entity, at) => this.billing.opens(at));
    const services = { systems: { for: () => this.billing.books } as unknown as Systems, charges: this.charges };
    const parts = { runs, waits: new WaitRepository(database, windows), exceptions, logger: this.logger };
    const engine = new Engine({ app: 'process-billing', workflows: [chargeIntercompany], services, ...parts });
    for (const { id } of open) await engine.advance(id);
  }

  /** Bills the client, and passes it on to the end. */
  async billAndCharge(): Promise<void> {
    await this.billing.bill();
    await this.passOn();
    await this.raise();
  }

  /** What MER-DE billed MER-US, in order: kind, day, and role, minutes and amount of each line. */
  raised(): string[] {
    return this.billing.books.bills
      .filter(({ state }) => state.project === 'IC-DE-US')
      .map(({ kind, state: { date, currency, lines } }) => {
        const shown = lines.map(({ role, minutes, amount }) => `${role} ${minutes} ${amount.amount}`);
        return `${kind} ${date} ${currency}: ${shown.join(', ')}`;
      });
  }

  /** Line and state of every charge, with what it comes to. */
  async standing(): Promise<string[]> {
    const sql = `select concat_ws(' ', line, state, amount::text) as line from intercompany_charge order by line`;
    return (await rows<{ line: string }>(this.billing.database, sql)).map(({ line }) => line);
  }

  /** A person settles the open exception of a charge. */
  async decide(line: string, action: Resolution['action'], changes: Record<string, unknown> = {}): Promise<void> {
    const { exceptions, database } = this.billing;
    const id = (await exceptions.openOn({ kind: 'intercompany-charge', id: line }))!;
    await database.transaction(async (manager) => {
      const exception = await exceptions.find(id, manager);
      const resolution = { action, reason: 'a reason', changes } as Resolution;
      await new IntercompanySettlement(this.charges, this.billing.estate()).settle(manager, exception, resolution);
      await exceptions.settle(manager, exception, 'somebody', resolution);
    });
  }

  private collector(): IntercompanyCollector {
    const { exceptions, database } = this.billing;
    const service = new RunService(new RunRepository(database), exceptions);
    const workers = {
      find: () =>
        this.employer === undefined
          ? Promise.reject(new Failure('unavailable', 'the workforce API is away'))
          : Promise.resolve(this.employer === null ? null : ({ legalEntity: this.employer } as never)),
    };
    const estate = this.billing.estate();
    return new IntercompanyCollector({
      charges: this.charges,
      exceptions,
      service,
      workers,
      estate,
      logger: this.logger,
    });
  }
}
