import { resolve } from 'node:path';
import { loadFirm } from './load-firm.js';
import { productFor, type Routing, shareOf } from './routing.js';

const firm = loadFirm(resolve('examples/meridian-consulting'));
const routing: Routing = {
  crm: 'salesforce',
  hr: { 'MER-US': 'bamboohr', 'MER-DE': 'workday' },
  erp: { 'MER-US': 'netsuite', 'MER-DE': 's4hana' },
  psa: { 'MER-US': 'kantata', 'MER-DE': 'certinia' },
  scheduling: { 'MER-US': 'kantata', 'MER-DE': 'kantata' },
};
const codes = (list: { code: string }[]): string[] => list.map(({ code }) => code);

describe('the products of a firm', () => {
  test('are used by every legal entity, or each by some', () => {
    expect(productFor(routing, 'crm', 'MER-UK')).toBe('salesforce');
    expect(productFor(routing, 'hr', 'MER-DE')).toBe('workday');
    expect(() => productFor(routing, 'hr', 'MER-UK')).toThrow('MER-UK uses no product for hr');
    expect(() => productFor(routing, 'identity', 'MER-DE')).toThrow('MER-DE uses no product for identity');
  });

  test('hold what is of the legal entities that use them', () => {
    const share = shareOf(firm, 's4hana', routing);
    expect(codes(share.legalEntities)).toEqual(['MER-DE']);
    expect(codes(share.costCentres)).toEqual(['DE-STR', 'DE-TEC', 'DE-DAT', 'DE-OPS']);
    expect(codes(share.customers)).toEqual(['C-02', 'C-05', 'C-08']);
    expect(codes(share.opportunities)).toEqual(['OPP-102', 'OPP-104', 'OPP-108', 'OPP-110']);
    expect(share.workers).toHaveLength(17);
    expect(share.legacyProjects).toEqual([]);
    expect(share.timeEntries.every(({ project }) => ['OPP-102', 'OPP-104'].includes(project))).toBe(true);
    expect([share.roles, share.skills]).toEqual([firm.roles, firm.skills]);
  });

  test('that each legal entity uses hold the whole firm, with deals of entities it does not have', () => {
    expect(shareOf(firm, 'salesforce', routing)).toBe(firm);
    expect(shareOf(firm, 'kantata', routing)).toBe(firm);
  });

  test('that nobody uses are empty but for what the firm is made of', () => {
    expect(shareOf(firm, 'float', routing)).toMatchObject({ workers: [], opportunities: [], roles: firm.roles });
  });
});
