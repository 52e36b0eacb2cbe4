import { scim } from '#connector';
import { check, type StoredUser, toAccount, toWorker } from './worker.js';

const user = (attributes: object, changes: Partial<StoredUser> = {}): StoredUser => ({
  id: 'b3f1c1de-3f3c-4a43-9a5f-0c6f9a5d1a11',
  attributes: { userName: 'ada.rowe@meridian.example', ...attributes },
  version: 1,
  createdAt: new Date('2026-11-20T08:00:00Z'),
  modifiedAt: new Date('2026-11-21T08:00:00Z'),
  deleted: false,
  ...changes,
});

const complete = {
  name: { givenName: 'Ada', familyName: 'Rowe' },
  emails: [{ value: 'ada@home.example' }, { value: 'ada.rowe@meridian.example', type: 'Work' }],
  title: 'Consultant',
  userType: 'contractor',
  addresses: [{ type: 'work', locality: 'Berlin', country: 'DE' }],
  [scim.enterpriseSchema]: {
    employeeNumber: '1042',
    costCenter: 'DE-STR',
    organization: 'MER-DE',
    manager: { value: 'a-manager' },
  },
  [scim.workerSchema]: { grade: 'C2', hireDate: '2026-12-01' },
};

describe('a user an identity platform told of', () => {
  it('is a worker in the words of the contract', () => {
    expect(toWorker(user(complete))).toEqual({
      id: 'b3f1c1de-3f3c-4a43-9a5f-0c6f9a5d1a11',
      number: '1042',
      firstName: 'Ada',
      lastName: 'Rowe',
      workEmail: 'ada.rowe@meridian.example',
      employmentType: 'contractor',
      status: 'active',
      hireDate: '2026-12-01',
      terminationDate: null,
      legalEntity: 'MER-DE',
      costCentre: 'DE-STR',
      location: 'Berlin',
      country: 'DE',
      grade: 'C2',
      jobTitle: 'Consultant',
      managerId: 'a-manager',
      weeklyMinutes: null,
      skills: [],
      modifiedAt: '2026-11-21T08:00:00.000Z',
    });
  });

  it.each([
    ['active', {}, {}],
    ['inactive', { active: false }, {}],
    ['inactive', { active: true }, { deleted: true }],
  ])('is %s with %j and %j, as is the account', (status, attributes, changes) => {
    expect(toWorker(user(attributes, changes)).status).toBe(status);
    expect(toAccount(user(attributes, changes)).active).toBe(status === 'active');
  });

  it('is refused with every problem at once where the contract could not say it', () => {
    const wrong = user({
      userName: '',
      [scim.enterpriseSchema]: { costCenter: 'x'.repeat(61) },
      [scim.workerSchema]: { hireDate: '1 May' },
    });
    expect(() => check(wrong)).toThrow(
      expect.objectContaining({
        detail: expect.objectContaining({
          code: 'invalidValue',
          fields: [
            expect.objectContaining({ field: 'userName' }),
            expect.objectContaining({ field: 'hireDate' }),
            expect.objectContaining({ field: 'costCentre' }),
          ],
        }),
      }),
    );
  });
});
