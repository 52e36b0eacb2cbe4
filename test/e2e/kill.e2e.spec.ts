import { EstateProcess, type LedgerRow, until } from './estate-process.js';

jest.setTimeout(240_000);

const estate = new EstateProcess(14_800);
afterAll(() => estate.remove());

const created = (rows: LedgerRow[], simulator: string, entity: string): LedgerRow[] =>
  rows.filter(
    (row) => row.simulator === simulator && row.entity === entity && row.operation === 'create' && row.by === 'api',
  );

/** Kills the whole process as soon as a vendor has seen so many creates of a kind. */
async function killAfter(simulator: string, entity: string, count: number): Promise<void> {
  const rows = (): Promise<LedgerRow[]> => estate.ledger().catch(() => []);
  await until(rows, (ledger) => created(ledger, simulator, entity).length >= count, 5);
  await estate.kill('SIGKILL');
}

describe('kill -9 of everything, again and again in the middle of the work', () => {
  it('ends in one project in each system, one account a person, every entry billed once', async () => {
    estate.start();
    await killAfter('scim', 'User', 12);
    estate.start();
    await killAfter('kantata', 'workspace', 2);
    estate.start();
    await killAfter('kantata', 'workspace_resource', 9);
    estate.start();
    await killAfter('netsuite', 'timeBill', 60);
    expect(await estate.runToEnd('--once')).toBe(0);
    expect(estate.output).toContain('37 of 40 people are staffable, 5 of 8 won deals are mobilised');
    expect(estate.output).toContain('198,470.00 EUR and 378,798.48 USD');

    estate.start();
    await estate.said('what to look at next');
    const rows = await estate.ledger();
    expect(created(rows, 'netsuite', 'job')).toHaveLength(5);
    expect(created(rows, 'kantata', 'workspace')).toHaveLength(5);
    expect(created(rows, 'kantata', 'account_invitation').length).toBeLessThanOrEqual(37);
    expect(created(rows, 'scim', 'User')).toHaveLength(37);
    expect(created(rows, 'netsuite', 'timeBill')).toHaveLength(443);
    // 14 roles were sold on the five deals that are mobilised.
    expect(created(rows, 'kantata', 'workspace_resource')).toHaveLength(14);
  });
});
