import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EstateProcess, until } from './estate-process.js';

/** An example estate in which MER-DE charges MER-US 80 % of what the client pays for its people. */
export class ChargingEstate {
  readonly estate: EstateProcess;
  private readonly folder = mkdtempSync(join(tmpdir(), 'throughline-charging-'));

  constructor(example: string, basePort: number) {
    const file = join(this.folder, 'estate.yaml');
    const price = '{ employing: MER-DE, contracting: MER-US, project: IC-DE-US, shareOfRate: 80 }';
    const text = readFileSync(`examples/meridian-consulting/${example}`, 'utf8');
    writeFileSync(file, `${text}\nbilling:\n  intercompany:\n    - ${price}\n`);
    this.estate = new EstateProcess(basePort).with({ ESTATE_FILE: file });
  }

  /** Starts it, and makes the project in the ERP of MER-DE by which it charges; answers its id there. */
  async open(erp: 'netsuite' | 's4hana'): Promise<string> {
    this.estate.start();
    await until(
      () => Promise.resolve(this.estate.output),
      (output) => output.includes('what to look at next'),
      200,
      180_000,
    );
    const asked = { code: 'IC-DE-US', employing: 'MER-DE', contracting: 'MER-US', currency: 'USD' };
    return (await this.estate.control<{ id: string }>(`/actions/${erp}/addIntercompanyProject`, asked)).id;
  }

  async remove(): Promise<void> {
    await this.estate.remove();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
