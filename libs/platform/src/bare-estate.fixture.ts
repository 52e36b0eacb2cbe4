import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes the least that estate.yaml may say, of a firm with one legal entity and no vendor; answers the file. */
export function writeBareEstate(folder: string, postEvery = '5s'): string {
  const file = join(folder, 'estate.yaml');
  writeFileSync(
    file,
    `firm: Test Firm
timeZone: UTC
legalEntities: [{ code: ONE, name: One, currency: EUR, country: DE }]
instances: [{ name: only, platform: nothing, settings: {} }]
routing: { crm: only, hr: only, identity: only, erp: only, psa: only, scheduling: only }
ownership: []
mappings: {}
postingWindows: [{ legalEntity: ONE, every: ${postEvery} }]
`,
  );
  return file;
}
