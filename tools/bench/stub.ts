import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A vendor of a kind: answers every call at once and remembers the keys it was called with. */
const calls = new Map<string, number>();
const server = createServer((request, reply) => {
  if (request.url === '/calls') {
    const counts = [...calls.values()];
    calls.clear();
    return void reply.end(JSON.stringify({ keys: counts.length, calls: counts.reduce((sum, one) => sum + one, 0) }));
  }
  const key = String(request.headers['idempotency-key']);
  calls.set(key, (calls.get(key) ?? 0) + 1);
  request.resume().on('end', () => reply.setHeader('content-type', 'application/json').end('{"id":"4711"}'));
});
server.listen(0, '127.0.0.1', () => process.send!((server.address() as AddressInfo).port));
