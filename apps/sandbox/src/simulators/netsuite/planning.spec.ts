import { type Account, type Json, openAccount, refusal } from './account.fixture.js';

describe('planned work in a NetSuite account', () => {
  let account: Account;
  beforeEach(async () => {
    account = await openAccount();
    await account.create('employee', {
      firstName: 'Ada',
      lastName: 'Rowe',
      externalId: '1042',
      laborCost: 60,
      subsidiary: { externalId: 'NW-US' },
    });
  });
  afterEach(() => account.hosted.close());

  const ada = { externalId: '1042' };
  const onIt = (changes: Json = {}): Json => ({
    resource: ada,
    serviceItem: { externalId: 'ROLE-CONS' },
    estimatedWork: 40,
    unitPrice: 150,
    ...changes,
  });

  describe('assignees of a task', () => {
    const put = (items: Json[], query = '?replace=assignee'): Promise<Response> =>
      account.call('PUT', `/projectTask/eid:T-1${query}`, {
        title: 'Design',
        project: { externalId: 'LEG-1' },
        assignee: { items },
      });
    const read = (): Promise<Json> => account.read('/projectTask/eid:T-1?expandSubResources=true');

    test('cost what the resource costs unless the line says otherwise, and make the work of the task', async () => {
      await put([onIt(), onIt({ estimatedWork: 7.5, unitCost: 70.01 })]);
      expect(await read()).toMatchObject({
        estimatedWork: 47.5,
        assignee: {
          items: [
            { id: 1, resource: { refName: 'Ada Rowe' }, unitCost: 60, cost: 2400, price: 6000, calculatedWork: 40 },
            // 7.5 × 70.01 = 525.075, half up
            { id: 2, unitCost: 70.01, cost: 525.08, price: 1125, calculatedWork: 7.5 },
          ],
        },
      });
      expect(await account.rows('SELECT externalid, estimatedwork FROM projecttask')).toEqual([
        { externalid: 'T-1', estimatedwork: '47.5' },
      ]);
    });

    test('are changed by their id; a naive client that repeats them plans the work twice', async () => {
      await put([onIt()]);
      const change = { assignee: { items: [{ id: 1, estimatedWork: 24 }] } };
      expect((await account.call('PATCH', '/projectTask/eid:T-1', change)).status).toBe(204);
      expect(await read()).toMatchObject({ estimatedWork: 24 });
      await put([onIt()], '');
      expect(await read()).toMatchObject({ estimatedWork: 64 });
      await put([onIt()]);
      expect(await read()).toMatchObject({ estimatedWork: 40 });
    });

    test.each([
      ['nobody', { resource: null }, 'assignee.items[0].resource'],
      ['somebody unknown', { resource: { externalId: '9999' } }, 'assignee.items[0].resource'],
      ['less than no work', { estimatedWork: -1 }, 'assignee.items[0].estimatedWork'],
      ['a cost of their own', { cost: 1 }, 'assignee.items[0].cost'],
    ])('%s is refused', async (_case, changes, path) => {
      expect(await refusal(await put([onIt(changes)]))).toEqual([400, 'USER_ERROR', path]);
    });
  });

  describe('allocations', () => {
    const allocation = (changes: Json = {}): Json => ({
      allocationResource: ada,
      project: { externalId: 'LEG-1' },
      startDate: '2026-10-01',
      endDate: '2026-10-31',
      allocationAmount: 80,
      allocationUnit: { id: 'H' },
      ...changes,
    });
    const put = (changes: Json = {}): Promise<Response> =>
      account.call('PUT', '/resourceAllocation/eid:A-1', allocation(changes));

    test('are hours, or a share of the time, and hard unless said otherwise; a repeat is the same one', async () => {
      for (let count = 0; count < 2; count += 1) expect((await put()).status).toBe(204);
      expect(await account.read('/resourceAllocation/eid:A-1')).toMatchObject({
        numberHours: 80,
        allocationType: { id: '1' },
        allocationResource: { refName: 'Ada Rowe' },
      });
      await put({ allocationAmount: 50, allocationUnit: { id: 'P' } });
      const half = await account.read('/resourceAllocation/eid:A-1');
      expect(half).toMatchObject({ percentOfTime: 50 });
      expect(half).not.toHaveProperty('numberHours');
      expect(await account.rows('SELECT externalid, percentoftime FROM resourceallocation')).toEqual([
        { externalid: 'A-1', percentoftime: '50' },
      ]);
      const { id } = half as { id: string };
      expect((await account.call('DELETE', `/resourceAllocation/${id}`)).status).toBe(204);
    });

    test.each([
      ['a closed project', { project: { externalId: 'LEG-2' } }, 'project'],
      ['an end before the start', { endDate: '2026-09-30' }, 'endDate'],
      ['nothing', { allocationAmount: 0 }, 'allocationAmount'],
      ['nobody', { allocationResource: null }, 'allocationResource'],
      ['an unknown unit', { allocationUnit: { id: 'D' } }, 'allocationUnit'],
    ])('of %s is refused', async (_case, changes, path) => {
      expect(await refusal(await put(changes))).toEqual([400, 'USER_ERROR', path]);
    });
  });
});
