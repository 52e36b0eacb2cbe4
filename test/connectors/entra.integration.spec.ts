import { systemApp } from '#connector';
import type { identity } from '#contracts';
import { entra } from '../conformance/platforms/entra.js';
import { newKey, SystemApp, until } from './system-app.fixture.js';

let system: SystemApp;
beforeAll(async () => {
  system = await SystemApp.open(systemApp('system-entra', entra.connector), entra.simulator!, {
    unlisted: entra.unlisted!,
  });
  entra.beside!(system.product);
});
afterAll(() => system.close());

const path = (reference: string): string => `/v1/identity/entra/accounts/${reference}`;
const uploads = (): number => system.callsTo('/bulkUpload').length;
const state = (name: string, changes: object = {}): identity.AccountState => ({
  userName: `${name}@meridian.example`,
  firstName: name,
  lastName: 'Rowe',
  email: `${name}@meridian.example`,
  workerNumber: name,
  costCentre: 'US-STR',
  legalEntity: 'MER-US',
  jobTitle: 'Consultant',
  active: true,
  ...changes,
});

describe('an account in Entra', () => {
  it('is under way until its outcome is in the log, whoever asks; it is uploaded once, and then done', async () => {
    const [before, key] = [uploads(), newKey()];
    system.act('setRunning', { running: false });
    for (const _again of [1, 2]) {
      const { status, body, headers } = await system.put(path('patient'), state('patient'), key);
      expect([status, body.code]).toEqual([503, 'still-running']);
      expect(Number(headers['retry-after'])).toBe(30);
      await system.later();
    }
    system.act('setRunning', { running: true });
    const done = await until(
      () => system.put(path('patient'), state('patient'), key),
      ({ status }) => status !== 503,
    );
    expect([done.status, done.body]).toEqual([200, { ...state('patient'), id: done.body.id }]);
    expect(uploads()).toBe(before + 1);
  });

  it('that Entra cannot make is rejected in its words, and made once it can be', async () => {
    const key = newKey();
    const abroad = state('abroad', { userName: 'abroad@nowhere.example' });
    const refused = await system.put(path('abroad'), abroad, key);
    expect([refused.status, refused.body.kind]).toEqual([422, 'rejected']);
    expect(refused.body.detail).toContain('worker abroad');
    system.act('addDomain', { domain: 'nowhere.example' });
    expect((await system.put(path('abroad'), abroad, key)).status).toBe(200);
  });

  it('that somebody disabled by hand is let in again', async () => {
    await system.put(path('barred'), state('barred'));
    system.act('disableUser', { userPrincipalName: 'barred@meridian.example' });
    expect((await system.get(path('barred'))).body.active).toBe(false);
    expect((await system.put(path('barred'), state('barred'))).body.active).toBe(true);
  });
});
