import { resolve } from 'node:path';
import { host, type Hosted } from '../core/host.js';
import { MemoryJournal } from '../core/memory-journal.js';
import { noCredentials } from '../core/credentials.fixture.js';
import type { Deed } from '../core/screens.js';
import type { Credentials, Simulator } from '../core/simulator.js';
import { type Journal, type Pending, type Snapshot, Store } from '../core/store.js';
import { bamboohr } from '../simulators/bamboohr/bamboohr.simulator.js';
import { kantata } from '../simulators/kantata/kantata.simulator.js';
import { salesforce } from '../simulators/salesforce/salesforce.simulator.js';
import { loadFirm } from './load-firm.js';
import { People } from './people.js';
import type { Routing } from './routing.js';

const firm = loadFirm(resolve('examples/meridian-consulting'));

const routing: Routing = { crm: 'salesforce', hr: 'bamboohr', scheduling: 'kantata', psa: 'kantata' };

const credentials: Credentials = {
  ...noCredentials,
  salesforce: { clientId: 'c', username: 'u', publicKey: '' },
  netsuite: { account: 'A', clientId: 'c', certificateId: 'c', publicKey: '' },
  bamboohr: { apiKey: 'k', webhookKey: 'w', webhookUrl: 'http://127.0.0.1:9/nobody' },
  kantata: { token: 'psa' },
  scim: { token: 't' },
};

/** Keeps what the diary writes, for the next start. */
class Notebook implements Journal {
  private readonly records: Snapshot['records'] = [];

  load(): Promise<Snapshot> {
    return Promise.resolve({ records: this.records, sequences: [] });
  }

  append(_simulator: string, changes: Pending[]): Promise<void> {
    for (const change of changes) if (change.kind === 'put') this.records.push(change);
    return Promise.resolve();
  }
}

describe("the firm's people", () => {
  let products: Map<keyof Credentials, Hosted>;
  let journals: Map<keyof Credentials, MemoryJournal>;
  let notebook: Notebook;
  let people: People;

  const startPeople = async (): Promise<People> => {
    const diary = new Store('people', notebook);
    await diary.load();
    return new People(firm, products, routing, diary);
  };

  beforeEach(async () => {
    products = new Map();
    journals = new Map();
    for (const simulator of [salesforce, bamboohr, kantata] as Simulator[]) {
      const journal = new MemoryJournal();
      journals.set(simulator.name, journal);
      products.set(simulator.name, await host(simulator, { journal, credentials, firm, port: 0 }));
    }
    notebook = new Notebook();
    people = await startPeople();
  });
  afterEach(async () => {
    for (const product of products.values()) await product.close();
  });

  const did = (product: keyof Credentials, operation: string): number =>
    journals.get(product)!.entries.filter((entry) => entry.operation === operation && entry.by === 'person').length;

  const make = async (resource: string, singular: string, body: object): Promise<string> => {
    const reply = await fetch(`${products.get('kantata')!.world.origin}/api/v1/${resource}`, {
      method: 'POST',
      headers: { authorization: 'Bearer psa', 'content-type': 'application/json' },
      body: JSON.stringify({ [singular]: body }),
    });
    const { results } = (await reply.json()) as { results: [{ id: string }] };
    return results[0].id;
  };

  /** What the gateway would have set up for OPP-104: an open project, a task, the roles asked for, the people. */
  const mobilise = async (): Promise<void> => {
    const reference = { service_name: 'gateway', service_model: 'Project', service_model_ref: 'P-104' };
    const project = await make('workspaces', 'workspace', {
      title: 'Underwriting strategy',
      creator_role: 'maven',
      currency: 'EUR',
      status_key: 300,
      external_reference: reference,
    });
    await make('stories', 'story', { title: 'Work', story_type: 'task', workspace_id: project });
    const roles = products.get('kantata')!.world.store.list<{ id: string; name: string }>('roles');
    for (const name of ['Principal', 'Senior Consultant']) {
      const role = roles.find((candidate) => candidate.name === name)!;
      await make('workspace_resources', 'workspace_resource', { workspace_id: project, role_id: role.id });
    }
    for (const number of ['1002', '1025', '1026', '1027']) {
      const { firstName, lastName, email } = firm.workers.find((worker) => worker.number === number)!;
      await make('account_invitations', 'account_invitation', {
        full_name: `${firstName} ${lastName}`,
        email_address: email,
      });
    }
  };

  test('deals to be won and lost are closed, open ones stay', async () => {
    expect(await people.winDeals()).toEqual({ done: 9, refused: [] });
    const deals = products
      .get('salesforce')!
      .world.store.list<{ Opportunity_Code__c: string; IsClosed: boolean; IsWon: boolean }>('Opportunity');
    const codes = (matches: (deal: (typeof deals)[number]) => boolean): string[] =>
      deals.filter(matches).map((deal) => deal.Opportunity_Code__c);
    expect(codes(({ IsWon }) => IsWon)).toHaveLength(8);
    expect(codes(({ IsClosed, IsWon }) => IsClosed && !IsWon)).toEqual(['OPP-111']);
    expect(codes(({ IsClosed }) => !IsClosed)).toEqual(['OPP-109', 'OPP-110']);
  });

  test('what has been done is not done again, not even after a restart', async () => {
    await people.winDeals();
    expect(await people.winDeals()).toEqual({ done: 0, refused: [] });
    expect(await (await startPeople()).winDeals()).toEqual({ done: 0, refused: [] });
    expect(did('salesforce', 'update')).toBe(9);
  });

  test('staffing and time reach the projects the caller knows, and are approved', async () => {
    await mobilise();
    const projects = { 'OPP-104': 'P-104' };
    expect(await people.staffProjects(projects)).toEqual({ done: 4, refused: [] });
    // 71 entries of OPP-104 and the two on the project finance has closed.
    expect(await people.workTheMonth(projects)).toEqual({ done: 73, refused: [] });
    expect([did('kantata', 'staff'), did('kantata', 'log'), did('kantata', 'approve')]).toEqual([4, 73, 73]);
    const again = await startPeople();
    expect(await again.staffProjects(projects)).toEqual({ done: 0, refused: [] });
    expect(await again.workTheMonth(projects)).toEqual({ done: 0, refused: [] });
    expect(did('kantata', 'log')).toBe(73);
  });

  test('what a product refuses is told with its reason and tried again later', async () => {
    const projects = { 'OPP-104': 'P-104' };
    const early = await people.staffProjects(projects);
    expect(early.done).toBe(0);
    expect(early.refused).toContainEqual({
      what: 'staff OPP-104 PRIN 1002',
      why: 'there is no project P-104',
    });
    await mobilise();
    expect(await people.staffProjects(projects)).toEqual({ done: 4, refused: [] });
  });

  test('a refused approval does not undo the time that was recorded', async () => {
    const { done, refused } = await people.workTheMonth({ 'OPP-104': 'P-104' });
    expect(done).toBe(2);
    expect(refused).toHaveLength(71 + 1);
    expect(refused.at(-1)).toEqual({ what: 'approve the time of P-104', why: 'there is no project P-104' });
    expect(did('kantata', 'approve')).toBe(2);
  });

  test('somebody new is hired once', async () => {
    const worker = { ...firm.workers[5]!, number: '2001', email: 'new@meridian.example' };
    expect(await people.hireWorker(worker)).toEqual({ done: 1, refused: [] });
    expect(await people.hireWorker(worker)).toEqual({ done: 0, refused: [] });
    expect(did('bamboohr', 'create')).toBe(1);
  });

  test('leave is recorded, and what HR data lacks is completed, once', async () => {
    const leave = {
      number: '1005',
      startDate: '2026-12-07',
      endDate: '2026-12-09',
      kind: 'vacation',
      minutesPerDay: null,
    };
    expect(await people.takeLeave(leave)).toEqual({ done: 1, refused: [] });
    expect(await people.takeLeave(leave)).toEqual({ done: 0, refused: [] });
    const input = { number: '1014', fields: { costCentre: 'US-STR' } };
    expect(await people.completeWorker(input)).toEqual({ done: 1, refused: [] });
    expect([did('bamboohr', 'create'), did('bamboohr', 'update')]).toEqual([1, 1]);
  });

  test('somebody whose number is taken cannot be hired', async () => {
    expect(await people.hireWorker(firm.workers[0]!)).toEqual({
      done: 0,
      refused: [{ what: 'hire 1001', why: 'Employee # 1001 is already in use' }],
    });
  });

  const newCustomer = {
    code: 'C-201',
    name: 'Alder Works Inc.',
    taxNumber: '',
    country: 'US',
    city: 'Boston',
    currency: 'USD',
    segment: 'Mid-market',
    industry: 'Energy',
    inErp: false,
  };
  const account = (): Record<string, unknown> | undefined =>
    products
      .get('salesforce')!
      .world.store.find<Record<string, unknown>>('Account', ({ Customer_Code__c: code }) => code === 'C-201');

  test('a deed is done once by its name, at the product the legal entity uses, and its answer is remembered', async () => {
    const entered: Deed = {
      name: 'living 1 0 new-customer',
      legalEntity: 'MER-US',
      domain: 'crm',
      action: 'createAccount',
      input: { customer: newCustomer },
    };
    const made = await people.act(entered);
    expect(made).toEqual({ id: account()!.Id });
    expect(await people.act(entered)).toEqual(made);
    const again = await startPeople();
    expect(await again.act(entered)).toEqual(made);
    expect(again.done('living ')).toEqual([{ what: 'living 1 0 new-customer', result: made }]);
    expect(again.done('dying ')).toEqual([]);
    expect(did('salesforce', 'create')).toBe(1);
  });

  test('what a screen refuses is no deed, and can be done when the screen allows it', async () => {
    const complete: Deed = {
      name: 'living 1 1 put-right',
      legalEntity: 'MER-US',
      domain: 'crm',
      action: 'editAccount',
      input: { code: 'C-201', fields: { taxNumber: 'US-61-2007919' } },
    };
    await expect(people.act(complete)).rejects.toThrow('there is no Account "C-201"');
    expect(people.done('living ')).toEqual([]);
    const entered: Deed = {
      name: 'x',
      legalEntity: 'MER-US',
      domain: 'crm',
      action: 'createAccount',
      input: { customer: newCustomer },
    };
    await people.act(entered);
    await people.act(complete);
    expect(account()).toMatchObject({ Tax_Number__c: 'US-61-2007919' });
  });

  test('nobody can do at a screen what it does not have', async () => {
    const deed: Deed = { name: 'y', legalEntity: 'MER-US', domain: 'erp', action: 'runBilling', input: {} };
    await expect(people.act(deed)).rejects.toThrow('MER-US uses no product for erp');
    const dance = { ...deed, domain: 'crm', action: 'dance' } as unknown as Deed;
    await expect(people.act(dance)).rejects.toThrow('nobody can do "dance" at the screens of salesforce');
  });
});
