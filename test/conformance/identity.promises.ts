import type { identity } from '#contracts';
import { itKeepsReadingPromises } from '../connectors/reading-promises.fixture.js';
import { newKey, until } from '../connectors/system-app.fixture.js';
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
  const { instance, slowDown, clearsNothing } = platform;
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
    const changed = { ...account('Ada'), costCentre: 'US-DAT' };
    const key = newKey();
    const put = () => open().put(path('accounts/9001'), { ...changed, jobTitle: null }, key);
    // Where the product does it in its own time, it is asked again under the same key.
    await until(put, ({ status }) => status !== 503);
    expect(await shown()).toEqual({ ...changed, jobTitle: clearsNothing ? changed.jobTitle : null });
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
