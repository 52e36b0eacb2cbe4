import type pg from 'pg';
import type { ArmedFaults } from './armed-faults.js';
import { control } from './control.js';
import type { Random } from './random.js';

/** An approved entry that was changed, or rejected after all, when the ERP had charged it. */
export interface Amendment {
  entry: string;
  /** What is to be charged now; null where nothing is. */
  minutes: number | null;
}

const revocations: Record<string, string> = { salesforce: 'expireSessions', netsuite: 'expireTokens' };
/** Any vendor that is used is called within this time. */
const noticedMs = 3_000;
const quarter = 15;

/** What administrators and consultants do at the vendors at an awkward moment. */
export class PeopleFaults {
  readonly amendments: Amendment[] = [];
  private revokedAt = 0;

  constructor(
    private readonly database: pg.Pool,
    private readonly controlUrl: string,
    private readonly faults: ArmedFaults,
    private readonly random: Random,
  ) {}

  /** Ends every session at a vendor; happens once the vendor refuses a call for it. */
  async revokeToken(): Promise<boolean> {
    const vendor = this.random.shuffled(Object.keys(revocations)).find((one) => this.faults.armRevocation(one));
    if (vendor) await this.revoke(vendor);
    else await this.revokeAgain();
    return vendor !== undefined;
  }

  /** Ends them again where nobody has noticed: there was no session, or whoever had it was killed. */
  async revokeAgain(): Promise<void> {
    if (Date.now() - this.revokedAt < noticedMs) return;
    for (const vendor of this.faults.revocationsLeft) await this.revoke(vendor);
  }

  private async revoke(vendor: string): Promise<void> {
    this.revokedAt = Date.now();
    await control(this.controlUrl, `/actions/${vendor}/${revocations[vendor]}`, {});
  }

  /** Somebody finds a quarter of an hour more or less, or takes the approval back, when the money is out already. */
  async amendBilled(): Promise<boolean> {
    const { rows } = await this.database.query<{ entry: string; minutes: number }>(
      `select time_entry_id as entry, minutes from process_billing.billing_line line
        where state = 'posted' and reverses is null and project like 'P-CHAOS-%' and not exists (
          select 1 from process_billing.billing_line newer where newer.instance = line.instance
             and newer.time_entry_id = line.time_entry_id and newer.ordinal > line.ordinal)
        order by time_entry_id limit 20`,
    );
    const settled = rows.filter(({ entry, minutes }) => {
      const last = this.amendments.findLast((one) => one.entry === entry);
      return !last || last.minutes === minutes;
    });
    if (settled.length === 0) return false;
    const { entry: id, minutes } = this.random.oneOf(settled);
    const amended = this.random.oneOf([minutes + quarter, Math.max(quarter, minutes - quarter), null]);
    this.amendments.push({ entry: id, minutes: amended });
    if (amended === null) await control(this.controlUrl, '/actions/kantata/rejectTime', { id });
    else await control(this.controlUrl, '/actions/kantata/editTimeEntry', { id, fields: { minutes: amended } });
    return true;
  }
}
