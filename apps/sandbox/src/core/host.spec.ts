import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { loadFirm } from '../firm/load-firm.js';
import { scim } from '../simulators/scim/scim.simulator.js';
import { host, type Hosted } from './host.js';
import { MemoryJournal } from './memory-journal.js';
import type { Credentials } from './simulator.js';

const firm = loadFirm(resolve('examples/meridian-consulting'));
const credentials = { scim: { token: 't' } } as Credentials;

describe('where a product answers', () => {
  let product: Hosted;
  const open = async (name?: string): Promise<AddressInfo> => {
    product = await host(scim, { journal: new MemoryJournal(), credentials, firm, port: 0, ...(name && { name }) });
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
});
