import { newHire } from '../conformance/new-hire.js';
import { EstateProcess, type LedgerRow, until } from './estate-process.js';

jest.setTimeout(180_000);

const estate = new EstateProcess(15_200).with({ ESTATE_FILE: 'examples/meridian-consulting/estate.global.yaml' });
afterAll(() => estate.remove());

const made = async (simulator: string, entity: string): Promise<LedgerRow[]> =>
  (await estate.ledger()).filter(
    (row) => row.by === 'api' && row.operation === 'create' && row.simulator === simulator && row.entity === entity,
  );
const line = (deal: string): Promise<string> => estate.cli('line', deal);
const act = (action: string, input: object): Promise<unknown> => estate.control(`/actions/${action}`, input);

/** F13, L12: not a line of a workflow knows which products a firm has. */
describe('the same firm on Workday, Certinia, S/4HANA and Float', () => {
  beforeAll(async () => {
    estate.start('--quiet');
    await estate.said('what to look at next');
  });

  it('starts the apps of its own platforms and no others', () => {
    expect(estate.output).toContain('11 apps up');
  });

  it('mobilises a won deal through every system, and asks for people', async () => {
    await act('salesforce/closeOpportunity', { code: 'OPP-105', outcome: 'win' });
    const told = await until(
      () => line('OPP-105'),
      (text) => text.includes('state completed'),
    );
    expect(told).toContain('tell that staffing can begin');
    expect(await made('s4hana', 'A_EnterpriseProject')).toHaveLength(1);
    expect(await made('certinia', 'pse__Proj__c')).toHaveLength(1);
    // The deal sells three roles.
    expect(await made('float', 'tasks')).toHaveLength(3);
  });

  it('makes one project though the reply to its creation is lost', async () => {
    const fault = { kind: 'commit-then-reset', method: 'POST', path: '/A_EnterpriseProject', times: 1 };
    await estate.control('/faults', { simulator: 's4hana', fault });
    await act('salesforce/closeOpportunity', { code: 'OPP-101', outcome: 'win' });
    await until(
      () => line('OPP-101'),
      (text) => text.includes('state completed'),
    );
    expect(await made('s4hana', 'A_EnterpriseProject')).toHaveLength(2);
    expect(await made('certinia', 'pse__Proj__c')).toHaveLength(2);
  });

  it('onboards a hire everywhere, and carries the correlation of it to every vendor', async () => {
    await act('workday/hire', { worker: newHire });
    await until(
      () => made('float', 'people'),
      (people) => people.length === 1,
    );
    const rows = [
      ...(await made('scim', 'User')),
      ...(await made('s4hana', 'WorkforcePerson')),
      ...(await made('float', 'people')),
    ];
    expect(rows).toHaveLength(3);
    expect(new Set(rows.map(({ correlationId }) => correlationId)).size).toBe(1);
    expect(rows[0]!.correlationId).toBeTruthy();
  });
});
