import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Failure } from '#kernel';
import { EstateView } from './estate-view.js';
import { loadEstate } from './load-estate.js';

const example = readFileSync('examples/meridian-consulting/estate.yaml', 'utf8');

function written(...prices: string[]): string {
  const file = join(mkdtempSync(join(tmpdir(), 'estate-')), 'estate.yaml');
  const list = prices.map((price) => `    - ${price}\n`).join('');
  writeFileSync(file, `${example}\nbilling:\n  intercompany:\n${list}`);
  return file;
}

function problems(...prices: string[]): string[] {
  try {
    loadEstate(written(...prices), {});
    return [];
  } catch (error) {
    return (error as Failure).detail.fields!.map(({ field, message }) => `${field.replace(/^.* /, '')} ${message}`);
  }
}

const pair = 'employing: MER-DE, contracting: MER-US, project: IC-DE-US';

describe('intercompany prices in estate.yaml', () => {
  it('may be left out', () => {
    expect(new EstateView(loadEstate('examples/meridian-consulting/estate.yaml', {})).chargesIntercompany).toBe(false);
  });

  it('count from a day on, until the next of the pair', () => {
    const prices = [`{ ${pair}, shareOfRate: 80 }`, `{ ${pair}, effectiveFrom: 2026-10-01, markUpOnCost: 7.5 }`];
    const estate = new EstateView(loadEstate(written(...prices), {}));
    expect(estate.chargesIntercompany).toBe(true);
    expect(estate.intercompanyPrice('MER-DE', 'MER-US', '2026-09-30')).toMatchObject({ shareOfRate: 80 });
    expect(estate.intercompanyPrice('MER-DE', 'MER-US', '2026-10-01')).toMatchObject({ markUpOnCost: 7.5 });
    expect(estate.intercompanyPrice('MER-US', 'MER-DE', '2026-10-01')).toBeUndefined();
  });

  it('have every wrong one listed', () => {
    const path = 'billing.intercompany';
    expect(
      problems(
        `{ ${pair} }`,
        `{ ${pair}, effectiveFrom: 2026-10-01, shareOfRate: 80, markUpOnCost: 5 }`,
        `{ ${pair}, effectiveFrom: 2026-10-01, shareOfRate: 70 }`,
        '{ employing: MER-US, contracting: MER-US, project: IC, shareOfRate: 80 }',
        '{ employing: MER-UK, contracting: MER-US, project: IC, shareOfRate: 120 }',
        `{ ${pair}, effectiveFrom: 2026-02-30, markUpOnCost: 5, colour: red }`,
      ),
    ).toEqual([
      `${path}.0 must have shareOfRate or markUpOnCost, and not both`,
      `${path}.1 must have shareOfRate or markUpOnCost, and not both`,
      `${path}.2 says the price of MER-DE to MER-US from that day again`,
      `${path}.3 is from MER-US to itself`,
      `${path}.4.shareOfRate shareOfRate must not be greater than 100`,
      `${path}.4.employing "MER-UK" is not a legal entity of this estate`,
      `${path}.5.colour is not a setting: remove it or check its spelling`,
      `${path}.5.effectiveFrom "2026-02-30" is no day of the calendar`,
    ]);
  });
});
