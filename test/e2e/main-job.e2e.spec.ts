import type { DeprecationList } from '#contracts';
import { EstateProcess, type LedgerRow, pause, until } from './estate-process.js';

jest.setTimeout(180_000);

const estate = new EstateProcess(14_600);
afterAll(() => estate.remove());

const byApi = (rows: LedgerRow[]): LedgerRow[] => rows.filter(({ by }) => by === 'api');

/** The line of a case as `exceptions list` prints it. */
const caseId = async (text: string): Promise<string> => {
  const list = (await estate.cli('exceptions', 'list')).split('\n');
  const at = list.findIndex(
    (line, index) => `${line} ${list[index + 1] ?? ''}`.includes(text) && line.startsWith('process-'),
  );
  if (at < 0) throw new Error(`no exception says "${text}":\n${list.join('\n')}`);
  return list[at]!.split(' ')[0]!;
};

describe('the main job on an empty machine', () => {
  it('makes people staffable, mobilises deals and bills to the cent, naming each exception', async () => {
    const code = await estate.runToEnd('--once');
    expect(estate.output).toContain('37 of 40 people are staffable, 5 of 8 won deals are mobilised');
    // Worked out by hand from the example's time sheets: see examples/meridian-consulting/README.md.
    expect(estate.output).toContain('2802.25 h billed on');
    expect(estate.output).toContain('198,470.00 EUR and 378,798.48 USD');
    for (const name of [
      'duplicate-customer',
      'contract-without-rates',
      'unknown-legal-entity',
      'role-not-on-card',
      'missing-cost-centre',
      'unmapped-grade',
      'missing-attribute',
    ]) {
      expect(estate.output.split(`  ${name} `)).toHaveLength(2);
    }
    expect(estate.output.split('  rate-mismatch ')).toHaveLength(4);
    expect(estate.output.split('  project-not-active ')).toHaveLength(3);
    expect(estate.output).toContain('12 exceptions wait for a person');
    expect(code).toBe(0);
  });

  it('run again on the same input changes nothing at any vendor', async () => {
    estate.start();
    await estate.said('what to look at next');
    const before = await estate.ledger();
    expect(byApi(before).length).toBeGreaterThan(500);
    await pause(3_000);
    expect(await estate.ledger()).toHaveLength(before.length);
    await estate.kill('SIGTERM');
    estate.start();
    await estate.said('what to look at next');
    expect(await estate.ledger()).toHaveLength(before.length);
    expect(estate.output).toContain('198,470.00 EUR and 378,798.48 USD');
  });

  it('carries a correlation id on every change at a vendor', async () => {
    const unmarked = byApi(await estate.ledger()).filter(({ correlationId }) => !correlationId);
    expect(unmarked).toEqual([]);
  });

  it('calls nothing that is to go', async () => {
    const { items } = JSON.parse(await estate.cli('contracts', '--deprecations')) as DeprecationList;
    const operations = items.filter(({ operation }) => operation !== null);
    expect(operations.map(({ operation }) => operation)).toContain('GET /v1/projects/{code}');
    expect(operations.flatMap(({ consumers }) => consumers)).toEqual([]);
  });

  it('never let anybody on a project, nor time, before finance was ready', async () => {
    const rows = await estate.ledger();
    const activated = rows.findIndex(
      ({ simulator, entity, data }) => simulator === 'netsuite' && entity === 'job' && data?.allowTime === true,
    );
    const staffed = rows.findIndex(({ operation }) => operation === 'staff');
    const logged = rows.findIndex(({ operation, entity }) => operation === 'log' && entity === 'time_entry');
    expect(activated).toBeGreaterThan(-1);
    expect(staffed).toBeGreaterThan(activated);
    expect(logged).toBeGreaterThan(staffed);
  });
});

describe('a person', () => {
  it('corrects a rate, and exactly that entry is billed', async () => {
    const before = byApi(await estate.ledger());
    const id = await caseId('has rate 195.00 USD');
    await estate.cli(
      'exceptions',
      'correct',
      id,
      '--set',
      'hourlyRate={"amount":"180.00","currency":"USD"}',
      '--reason',
      'agreed by phone',
    );
    // 420 minutes at 180.00 are 1,260.00 on top of 160,452.50.
    await until(
      () => estate.cli('line', 'OPP-101'),
      (text) => text.includes('billed 161712.50 USD'),
    );
    const news = byApi(await estate.ledger()).slice(before.length);
    expect(news.filter(({ entity }) => entity === 'timeBill')).toHaveLength(1);
    expect(news.filter(({ entity }) => entity === 'invoice')).toHaveLength(1);
  });

  it('changes an entry that is billed, then takes its approval back, and the bills follow', async () => {
    const before = byApi(await estate.ledger()).length;
    const bills = async (): Promise<string[]> =>
      byApi(await estate.ledger())
        .slice(before)
        .filter(({ operation, entity }) => operation === 'create' && ['invoice', 'creditMemo'].includes(entity))
        .map(({ entity }) => entity);
    // The first line of the example's time: 375 minutes at 310.00, of OPP-101.
    const { id } = (await estate.ledger()).find(
      ({ operation, entity }) => operation === 'log' && entity === 'time_entry',
    )!;
    const billedOf = (amount: string): Promise<string> =>
      until(
        () => estate.cli('line', 'OPP-101'),
        (text) => text.includes(`billed ${amount} USD`),
      );
    await estate.control('/actions/kantata/editTimeEntry', { id, fields: { minutes: 435 } });
    await billedOf('162022.50');
    expect(await bills()).toEqual(['invoice']);
    // 435 minutes at 310.00 are 2,247.50.
    await estate.control('/actions/kantata/rejectTime', { id });
    await billedOf('159775.00');
    expect(await bills()).toEqual(['invoice', 'creditMemo']);
    expect(await estate.cli('line', 'OPP-101')).toContain('time withdrawn');
  });

  it('completes a worker in the HR system, and the onboarding goes on by itself', async () => {
    await estate.control('/actions/bamboohr/editEmployee', { number: '1014', fields: { customCostCenter: 'US-STR' } });
    const line = await until(
      () => estate.cli('line', '1014'),
      (text) => text.includes('state completed'),
    );
    expect(line).toContain('make the worker staffable in scheduling');
  });

  it('names the right customer, and the deal becomes a project billed to it', async () => {
    const id = await caseId('duplicate-customer');
    const shown = await estate.cli('exceptions', 'show', id);
    const known = /tax number of (\d+) "Halden/.exec(shown)![1]!;
    await estate.cli('exceptions', 'correct', id, '--set', `chosen=${known}`, '--reason', 'the same company');
    await until(
      () => estate.cli('line', 'OPP-106'),
      (text) => text.includes('state completed'),
    );
    const customers = (await estate.ledger()).filter(
      ({ simulator, entity, data }) =>
        simulator === 'netsuite' && entity === 'customer' && String(data?.companyName).startsWith('Halden'),
    );
    expect(customers).toEqual([]);
  });

  it('skips an entry with a reason, and it is never billed', async () => {
    const before = byApi(await estate.ledger());
    const id = await caseId('was worked as Quality Analyst');
    expect(await estate.cli('exceptions', 'skip', id, '--reason', 'a gift')).toContain('settled');
    await until(
      () => estate.cli('line', 'OPP-101'),
      (text) => text.includes('time skipped'),
    );
    expect(
      byApi(await estate.ledger())
        .slice(before.length)
        .filter(({ entity }) => entity === 'timeBill'),
    ).toEqual([]);
  });

  it('cancels a deal in the middle, and what was made for it is taken back', async () => {
    const fault = { kind: 'status', status: 422, method: 'POST', path: '/workspaces', times: 1 };
    await estate.control('/faults', { simulator: 'kantata', fault });
    const fields = { Contract_Number__c: 'CN-109' };
    await estate.control('/actions/salesforce/editOpportunity', { code: 'OPP-109', fields });
    await estate.control('/actions/salesforce/closeOpportunity', { code: 'OPP-109', outcome: 'win' });
    await until(
      () => estate.cli('line', 'OPP-109'),
      (text) => text.includes('state parked'),
    );
    const id = await caseId('Kantata: HTTP 422');
    await estate.cli('exceptions', 'cancel', id, '--reason', 'the customer withdrew');
    const line = await until(
      () => estate.cli('line', 'OPP-109'),
      (text) => text.includes('state cancelled'),
    );
    const [, erpId] = /↶ +ERP +create project shell in ERP +→ (\d+)/.exec(line)!;
    const [closed] = byApi(await estate.ledger())
      .filter(({ simulator, entity, id: record }) => simulator === 'netsuite' && entity === 'job' && record === erpId)
      .slice(-1);
    expect(closed).toMatchObject({ operation: 'update', data: { allowTime: false } });
  });

  it('is told what to do where a correction makes no sense', async () => {
    const id = await caseId('has rate 240.00 USD');
    const answer = await estate.cli('exceptions', 'correct', id, '--set', 'salary=1');
    expect(answer).toContain('cannot be corrected: use project, roleName');
  });
});
