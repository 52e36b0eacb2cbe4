import type pg from 'pg';
import type { ArmedFaults } from './armed-faults.js';
import { control } from './control.js';
import type { Random } from './random.js';

/** An approved entry that was changed after the ERP had charged it. */
export interface Amendment {
  entry: string;
  /** What was charged. */
  minutes: number;
}

const revocations: Record<string, string> = { salesforce: 'expireSessions', netsuite: 'expireTokens' };
/** Any vendor that is used is called within this time. */
const noticedMs = 3_000;
const moreMinutes = 15;

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

  /** Somebody finds a quarter of an hour more, when the money is out already. */
  async amendBilled(): Promise<boolean> {
    const known = this.amendments.map(({ entry }) => entry);
    const { rows } = await this.database.query<Amendment>(
      `select time_entry_id as entry, minutes from process_billing.billing_line
        where state = 'posted' and project like 'P-CHAOS-%' and not time_entry_id = any ($1)
        order by time_entry_id limit 20`,
      [known],
    );
    if (rows.length === 0) return false;
    const amendment = this.random.oneOf(rows);
    this.amendments.push(amendment);
    const { entry: id, minutes } = amendment;
    await control(this.controlUrl, '/actions/kantata/editTimeEntry', {
      id,
      fields: { minutes: minutes + moreMinutes },
    });
    return true;
  }
}
