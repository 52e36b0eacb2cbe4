import { resolve } from 'node:path';
import { host } from '../../core/host.js';
import { MemoryJournal } from '../../core/memory-journal.js';
import type { Credentials } from '../../core/simulator.js';
import { loadFirm } from '../../firm/load-firm.js';
import type { Row } from './edm.js';
import { s4hana } from './s4hana.simulator.js';

describe('an S/4HANA system of the example firm', () => {
  const seeded = async () => {
    const firm = loadFirm(resolve('examples/meridian-consulting'));
    const credentials = { s4hana: { user: 'u', password: 'p' } } as Credentials;
    return host(s4hana, { journal: new MemoryJournal(), credentials, firm, port: 0 });
  };

  test('legal entities have four characters, customers in the ERP are there, a closed old project stays closed', async () => {
    const { world, close } = await seeded();
    const list = (set: string): Row[] => world.store.list<Row>(set);
    expect(list('company-code').map(({ code, legalEntity }) => [code, legalEntity])).toEqual([
      ['1710', 'MER-US'],
      ['1010', 'MER-DE'],
    ]);
    const partners = list('A_BusinessPartner').map((row) => [
      row.BusinessPartnerFullName,
      row.BusinessPartnerIDByExtSystem,
    ]);
    expect(partners).toContainEqual(['Nordlicht Energie AG', undefined]);
    expect(list('A_EnterpriseProject').map((row) => [row.Project, row.ProcessingStatus])).toEqual([
      ['LEG-01', '30'],
      ['LEG-02', '10'],
    ]);
    await close();
  });

  test('finance adds a cost centre, which is valid from that day on', async () => {
    const { world, close } = await seeded();
    const act = s4hana.actions.addDepartment!;
    expect(act(world, { code: 'US-NEW', name: 'New', legalEntity: 'MER-US' } as never)).toEqual({ id: 'US-NEW' });
    const day = `${new Date().toISOString().slice(0, 10)}T00:00:00`;
    const rows = world.store.list<Row>('A_CostCenter').filter(({ CostCenter }) => CostCenter === 'US-NEW');
    expect(rows).toMatchObject([
      { CompanyCode: '1710', ValidityStartDate: day, ValidityEndDate: '9999-12-31T00:00:00' },
    ]);
    expect(() => act(world, { code: 'X', name: 'X', legalEntity: 'NONE' } as never)).toThrow(
      'no company code for NONE',
    );
    await close();
  });
});
