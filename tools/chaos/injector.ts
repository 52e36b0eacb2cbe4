import { type ArmedFaults, type VendorFaultKind, vendorFaultKinds, type WebhookFaultKind } from './armed-faults.js';
import { control } from './control.js';
import { machineFaultKinds, outageKind, queueFaultKinds } from './fault-schedule.js';
import type { MachineFaults } from './machine-faults.js';
import type { Outages } from './outages.js';
import type { PeopleFaults } from './people-faults.js';
import type { Random } from './random.js';

const ofWrites = new Set<VendorFaultKind>(['lost-reply', 'late-commit', 'partial-bulk']);
const polled = ['salesforce', 'bamboohr', 'kantata'];

/** What the faults that are no calls are done by. */
export interface Breaking {
  machines: MachineFaults;
  people: PeopleFaults;
  outages: Outages;
}

/** Makes faults happen; those of vendors and webhooks are armed here and happen at the next call that fits. */
export class Injector {
  private edits = 0;

  constructor(
    private readonly breaking: Breaking,
    private readonly faults: ArmedFaults,
    private readonly random: Random,
    private readonly controlUrl: string,
  ) {}

  /** False where it cannot happen right now. */
  async inject(kind: string): Promise<boolean> {
    if ((vendorFaultKinds as readonly string[]).includes(kind)) this.vendor(kind as VendorFaultKind);
    else if (kind.startsWith('webhook-')) await this.webhook(kind as WebhookFaultKind);
    else if (kind === 'revoke-token') return this.breaking.people.revokeToken();
    else if (await this.once(kind)) this.faults.count(kind);
    else return false;
    return true;
  }

  private once(kind: string): Promise<boolean> {
    if (kind === 'amend-billed') return this.breaking.people.amendBilled();
    if (kind === outageKind) return this.breaking.outages.begin();
    if ([...machineFaultKinds, ...queueFaultKinds].some((one) => one === kind))
      return this.breaking.machines.inject(kind);
    throw new Error(`there is no fault "${kind}"`);
  }

  private vendor(kind: VendorFaultKind): void {
    // A lost write is what hurts; that a question fails is the easier half.
    const writesOnly = this.random.next() < 0.7 || ofWrites.has(kind);
    const where = writesOnly ? {} : { vendor: this.random.oneOf(polled) };
    this.faults.arm({ kind, writesOnly, seconds: this.random.between(1, 4), ...where });
  }

  private async webhook(kind: WebhookFaultKind): Promise<void> {
    this.faults.armWebhook(kind);
    await this.moveHouse();
  }

  /** What needs more than a call to happen. */
  async again(): Promise<void> {
    if (this.faults.webhooksLeft > 0) await this.moveHouse();
    await this.breaking.people.revokeAgain();
  }

  /** Somebody moves house, so that there is a webhook. */
  private async moveHouse(): Promise<void> {
    this.edits += 1;
    const number = String(1_001 + this.random.between(0, 9));
    const fields = { location: `Office ${this.edits}` };
    await control(this.controlUrl, '/actions/bamboohr/editEmployee', { number, fields });
  }
}
