import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ArmedFaults } from '../../tools/chaos/armed-faults.js';
import type { Call } from '../../tools/chaos/calls.js';
import { proxyPort } from '../../tools/chaos/ports.js';
import { VendorProxy } from '../../tools/chaos/vendor-proxy.js';

/** A vendor that keeps what it is sent, and answers once three have come or it is told to. */
let vendor: Server;
let proxy: VendorProxy;
let release: () => void;
const kept: string[] = [];
const faults = new ArmedFaults();
const calls: Call[] = [];

beforeAll(async () => {
  const released = new Promise<void>((resolve) => (release = resolve));
  vendor = createServer((incoming, outgoing) => {
    kept.push(incoming.url!);
    void released.then(() => outgoing.end('{}'));
  });
  await new Promise<void>((resolve) => vendor.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(vendor.address() as AddressInfo).port}`;
  proxy = new VendorProxy('erp', origin, faults, calls);
  expect(proxyPort(origin)).toBeLessThan(65_536);
  await proxy.start();
});

afterAll(async () => {
  await proxy.close();
  await new Promise((resolve) => vendor.close(resolve));
});

const put = (path: string, effect: string): Promise<number | null> =>
  fetch(proxy.address + path, { method: 'PUT', headers: { 'x-effect-id': effect }, body: '{}' }).then(
    ({ status }) => status,
    () => null,
  );

const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
};

it('half a change of several rows is kept: the rows after the cut never arrive, other changes do', async () => {
  faults.arm({ kind: 'partial-bulk', writesOnly: true, seconds: 1 });
  const first = put('/line/1', 'one');
  await until(() => kept.length === 1);
  expect(await put('/line/2', 'one')).toBeNull();
  expect(await put('/line/3', 'one')).toBeNull();
  const other = put('/line/4', 'another');
  await until(() => kept.length === 2);
  release();
  expect([await first, await other]).toEqual([200, 200]);
  expect(kept).toEqual(['/line/1', '/line/4']);
  expect(faults.happened['partial-bulk']).toBe(1);
});

it('nobody answers at a vendor that is away, until it is back', async () => {
  faults.takeDown('erp');
  expect(await put('/line/5', 'five')).toBeNull();
  faults.bringBack('erp');
  expect(await put('/line/5', 'five')).toBe(200);
  expect(calls.filter(({ path }) => path === '/line/5').map(({ fault }) => fault)).toEqual(['vendor-down', null]);
});
