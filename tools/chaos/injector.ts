import pg from 'pg';
import { type ArmedFaults, type VendorFaultKind, vendorFaultKinds, type WebhookFaultKind } from './armed-faults.js';
import { control } from './control.js';
import type { GatewayProcess } from './gateway-process.js';
import type { Random } from './random.js';

export interface Targets {
  processes: GatewayProcess[];
  database: pg.Pool;
  controlUrl: string;
  /** Empties the queue's Redis; absent where the queue is on PostgreSQL. */
  flushQueue?: () => Promise<unknown>;
}

const polled = ['salesforce', 'bamboohr', 'kantata'];
const shortFreezeMs = 1_000;
/** Longer than any lease: what a frozen process held has gone on elsewhere when it wakes up. */
const longFreezeMs = 18_000;

/** Makes faults happen; those of vendors and webhooks are armed here and happen at the next call that fits. */
export class Injector {
  private edits = 0;

  constructor(
    private readonly targets: Targets,
    private readonly faults: ArmedFaults,
    private readonly random: Random,
  ) {}

  /** False where it cannot happen right now. */
  async inject(kind: string): Promise<boolean> {
    if ((vendorFaultKinds as readonly string[]).includes(kind)) this.vendor(kind as VendorFaultKind);
    else if (kind.startsWith('webhook-')) await this.webhook(kind as WebhookFaultKind);
    else if (await this.machine(kind)) this.faults.count(kind);
    else return false;
    return true;
  }

  private vendor(kind: VendorFaultKind): void {
    // A lost write is what hurts; that a question fails is the easier half.
    const writesOnly = this.random.next() < 0.7 || kind === 'lost-reply' || kind === 'late-commit';
    const where = writesOnly ? {} : { vendor: this.random.oneOf(polled) };
    this.faults.arm({ kind, writesOnly, seconds: this.random.between(1, 4), ...where });
  }

  /** Somebody moves house, so that there is a webhook. */
  private async webhook(kind: WebhookFaultKind): Promise<void> {
    this.faults.armWebhook(kind);
    this.edits += 1;
    const number = String(1_001 + this.random.between(0, 9));
    const fields = { location: `Office ${this.edits}` };
    await control(this.targets.controlUrl, '/actions/bamboohr/editEmployee', { number, fields });
  }

  private async machine(kind: string): Promise<boolean> {
    const { processes } = this.targets;
    switch (kind) {
      case 'kill':
        return this.random.shuffled(processes).some((one) => one.kill());
      case 'freeze': {
        const ms = shortFreezeMs + this.random.between(0, 5_000);
        return this.random.shuffled(processes).some((one) => one.freeze(ms));
      }
      case 'long-freeze':
        return this.random.shuffled(processes).some((one) => one.freeze(longFreezeMs));
      case 'cut-database':
        return this.cutDatabase();
      default:
        await this.targets.flushQueue?.();
        return true;
    }
  }

  /** Ends every connection of one app, or of the queue, in the middle of whatever they do. */
  private async cutDatabase(): Promise<boolean> {
    const { rows } = await this.targets.database.query<{ name: string }>(
      `select distinct application_name as name from pg_stat_activity
        where datname = current_database() and application_name ~ '^(system_|process_|bullmq|runs-)' order by 1`,
    );
    if (rows.length === 0) return false;
    const { rowCount } = await this.targets.database.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = $1`,
      [this.random.oneOf(rows).name],
    );
    return (rowCount ?? 0) > 0;
  }
}
