import { toEndedTask, toTask } from './labour-mapping.js';

const labour = {
  project: 'P-101',
  workerNumber: '1042',
  role: 'CONS',
  costCentre: 'US-STR',
  startDate: '2026-10-01',
  endDate: '2027-03-31',
  minutes: 6020,
  hourlyCost: { amount: '95.50', currency: 'USD' },
};

describe('planned labour', () => {
  it('is a task of the project with one assignee, hours and what an hour costs', () => {
    expect(toTask(labour)).toEqual({
      title: 'CONS 1042',
      project: { externalId: 'P-101' },
      constraintType: { id: 'FIXEDSTART' },
      startDateTime: '2026-10-01T12:00:00Z',
      finishByDate: '2027-03-31',
      isInactive: false,
      assignee: {
        items: [
          {
            resource: { externalId: '1042' },
            serviceItem: { externalId: 'ROLE-CONS' },
            // 6020 minutes are 100 hours and a third
            estimatedWork: 100.3333,
            unitCost: 95.5,
          },
        ],
      },
    });
  });

  it('names the cost centre in the account’s own field, where it has one', () => {
    expect(toTask(labour, 'custevent_bears')).toMatchObject({ custevent_bears: { externalId: 'US-STR' } });
  });

  it('of no known cost leaves the cost to NetSuite', () => {
    expect(toTask({ ...labour, hourlyCost: null }).assignee.items[0]).not.toHaveProperty('unitCost');
  });

  it('that is taken back keeps the task, inactive and without an assignee', () => {
    expect(toEndedTask()).toEqual({ isInactive: true, assignee: { items: [] } });
  });
});
