import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { audienceUrn, loadConfig, startApp } from '#platform';
import { app as governance } from '../../../apps/process-governance/src/app.js';
import { writeBareEstate } from '../../../libs/platform/src/bare-estate.fixture.js';
import { startEmbeddedPostgres } from '../../postgres/embedded-postgres.js';
import type { Asked } from './client.js';

const port = 4999;

/** The governance API in this process, asked by another, so that its CPU time is its own. */
export async function host(home: string, log: (line: string) => void) {
  const given = process.env.BENCH_DATABASE_URL;
  const database = given
    ? { url: given, stop: async () => undefined }
    : await startEmbeddedPostgres({ dataDir: home, log });
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const keys = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'ES256', use: 'sig' }] });
  const issuer = createServer((_request, reply) => reply.setHeader('content-type', 'application/json').end(keys));
  await new Promise<void>((resolve) => issuer.listen(0, '127.0.0.1', resolve));
  const issuerUrl = `http://127.0.0.1:${(issuer.address() as AddressInfo).port}`;
  const estateFile = writeBareEstate(home);
  const env = { DATABASE_URL: database.url, ISSUER_URL: issuerUrl, ESTATE_FILE: estateFile, PORT: String(port) };
  const app = await startApp(governance, loadConfig('process-governance', { ...env, LOG_LEVEL: 'silent' }));
  const token = await new SignJWT({ scope: 'contracts.write', client_id: 'bench' })
    .setProtectedHeader({ alg: 'ES256', kid: 'one', typ: 'at+jwt' })
    .setIssuer(issuerUrl)
    .setAudience(audienceUrn('process'))
    .setSubject('bench')
    .setIssuedAt()
    .setExpirationTime('1h')
    .sign(privateKey);
  return {
    ask: async (requests: number, body: object): Promise<void> => {
      const client = fork(new URL('./client.js', import.meta.url));
      client.send({ url: `${app.url}/v1/consumers/bench`, token, requests, body } satisfies Asked);
      const [code] = (await once(client, 'exit')) as [number];
      if (code !== 0) throw new Error('a request of the bench was refused');
    },
    close: async (): Promise<void> => {
      await app.close();
      issuer.close();
      await database.stop();
    },
  };
}
