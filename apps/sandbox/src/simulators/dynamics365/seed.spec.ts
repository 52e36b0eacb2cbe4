import { resolve } from 'node:path';
import { host } from '../../core/host.js';
import { MemoryJournal } from '../../core/memory-journal.js';
import type { Credentials } from '../../core/simulator.js';
import { loadFirm } from '../../firm/load-firm.js';
import { dynamics365 } from './dynamics365.simulator.js';
import type { Row } from './edm.js';

describe('Dynamics 365 Finance of the example firm', () => {
  test('companies have four characters, customers in the ERP are there, a closed old project stays closed', async () => {
    const firm = loadFirm(resolve('examples/meridian-consulting'));
    const credentials = { dynamics365: { tenant: 't', clientId: 'c', clientSecret: 's' } } as Credentials;
    const { world, close } = await host(dynamics365, { journal: new MemoryJournal(), credentials, firm, port: 0 });
    const list = (set: string): Row[] => world.store.list<Row>(set);
    expect(list('company').map(({ dataAreaId, legalEntity }) => [dataAreaId, legalEntity])).toEqual([
      ['meus', 'MER-US'],
      ['mede', 'MER-DE'],
    ]);
    expect(list('CustomersV3').map((row) => [row.OrganizationName, row.Reference_Custom])).toContainEqual([
      'Nordlicht Energie AG',
      undefined,
    ]);
    expect(list('ProjectsV2').map((row) => [row.dataAreaId, row.ProjectId, row.ProjectStage])).toEqual([
      ['meus', 'LEG-01', 'Completed'],
      ['meus', 'LEG-02', 'InProcess'],
    ]);
    expect(list('FinancialDimensionValues')).toContainEqual(
      expect.objectContaining({ LegalEntityId: 'MEUS', DimensionValue: 'US-STR', Description: 'Strategy US' }),
    );
    await close();
  });
});
