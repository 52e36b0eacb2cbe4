import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { loadFirm } from '../firm/load-firm.js';
import { adp } from '../simulators/adp/adp.simulator.js';
import { scim } from '../simulators/scim/scim.simulator.js';
import { makeAuthority } from './certificates.js';
import { host, type Hosted } from './host.js';
import { MemoryJournal } from './memory-journal.js';
import type { Credentials, Simulator } from './simulator.js';

const firm = loadFirm(resolve('examples/meridian-consulting'));
const credentials = {
  scim: { token: 't' },
  adp: { clientId: '', clientSecret: '', authority: makeAuthority('ADP Sandbox CA') },
} as Credentials;

describe('where a product answers', () => {
  let product: Hosted;
  const open = async (name?: string, simulator: Simulator = scim): Promise<AddressInfo> => {
    product = await host(simulator, {
      journal: new MemoryJournal(),
      credentials,
      firm,
      port: 0,
      ...(name && { name }),
    });
    return product.app.server.address() as AddressInfo;
  };
  afterEach(() => product.close());

  test('without a name, on the loopback only', async () => {
    const { address, port } = await open();
    expect(address).toBe('127.0.0.1');
    expect(product.world.origin).toBe(`http://127.0.0.1:${port}`);
  });

  test('with a name, to everybody, and it calls itself by that name', async () => {
    const { address, port } = await open('vendors.example');
    expect(address).toBe('0.0.0.0');
    expect(product.world.origin).toBe(`http://vendors.example:${port}`);
  });

  test('by https, where the vendor does', async () => {
    const { port } = await open('vendors.example', adp);
    expect(product.world.origin).toBe(`https://vendors.example:${port}`);
  });
});
