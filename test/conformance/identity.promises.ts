import type { identity } from '#contracts';
import { itKeepsReadingPromises } from '../connectors/reading-promises.fixture.js';
import { itKeepsTracedPromises } from './mishaps.js';
import type { Bench } from './platform.js';

const account = (name: string): identity.AccountState => ({
  userName: `${name.toLowerCase().replaceAll(/\W+/g, '.')}@meridian.example`,
  firstName: name,
  lastName: 'Rowe',
  email: `${name.toLowerCase().replaceAll(/\W+/g, '.')}@meridian.example`,
  workerNumber: '9001',
  costCentre: 'US-STR',
  legalEntity: 'MER-US',
  jobTitle: 'Consultant',
  active: true,
});

/** Sign-in accounts. */
export function identityPromises(bench: Bench<'identity'>): void {
  const { open, path, platform } = bench;
  const { instance, slowDown } = platform;
  const shown = async () => {
    const { id: _id, ...rest } = (await open().get(path('accounts/9001'))).body as identity.IdentityAccount;
    return rest;
  };

  beforeAll(async () => {
    expect((await open().put(path('accounts/9001'), account('Ada'))).status).toBe(200);
  });

  itKeepsReadingPromises(open, {
    path: (at) => path('accounts/9001', at),
    instance,
    asks: platform.asks.identity!,
    ...(slowDown && { slowDown }),
  });
  itKeepsTracedPromises(bench, 'putAccount', { path: 'accounts', body: account });

  it('answers an account as it was stated, also after a change', async () => {
    expect(await shown()).toEqual(account('Ada'));
    await open().put(path('accounts/9001'), { ...account('Ada'), jobTitle: null, costCentre: 'US-DAT' });
    expect(await shown()).toEqual({ ...account('Ada'), jobTitle: null, costCentre: 'US-DAT' });
  });

  it('bars somebody who has left and lets them in again, and deletes nobody', async () => {
    const { body: before } = await open().get(path('accounts/9001'));
    for (const active of [false, false, true]) {
      const { body } = await open().put(path('accounts/9001'), { ...account('Ada'), active });
      expect([body.id, body.active]).toEqual([before.id, active]);
    }
  });

  it('says whose account there is not', async () => {
    expect((await open().get(path('accounts/NOBODY'))).status).toBe(404);
  });
}
