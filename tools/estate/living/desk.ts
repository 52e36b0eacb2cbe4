import type { Deed } from '../../../apps/sandbox/src/core/screens.js';
import type { Firm } from '../../../apps/sandbox/src/firm/firm.js';
import type { Remembered } from '../../../apps/sandbox/src/firm/people.js';
import { control } from '../../chaos/control.js';

/** Where the firm's people sit: the screens of whichever products their legal entity uses. */
export class Desk {
  constructor(private readonly controlUrl: string) {}

  firm(): Promise<Firm> {
    return control(this.controlUrl, '/firm');
  }

  /** Refused with the screen's reason; a deed of a name that is done already is not done again. */
  async act(deed: Deed): Promise<unknown> {
    const { result } = await control<{ result: unknown }>(this.controlUrl, '/people/act', deed);
    return result;
  }

  /** Finance makes the invoices that are due, in ERPs that do not make them by themselves. */
  async runBilling(): Promise<void> {
    await control(this.controlUrl, '/people/run-billing', {});
  }

  done(prefix: string): Promise<Remembered[]> {
    return control(this.controlUrl, `/people/deeds?of=${encodeURIComponent(prefix)}`);
  }
}
