import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { addressOf, appNames } from './addresses.js';
import { audienceUrn } from './auth/endpoint.js';
import type { AppConfig } from './config.js';

type Key = Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];

/** An issuer with one key, and tokens as right or as wrong as a test wants them. */
export class TestIssuer {
  private constructor(
    private readonly server: Server,
    readonly url: string,
    private readonly key: Key,
    /** The public key, as a verifier fooled into HMAC would take it for the secret. */
    readonly publicText: string,
  ) {}

  static async open(): Promise<TestIssuer> {
    const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
    const jwk = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256', use: 'sig' };
    const server = createServer((_request, reply) => {
      reply.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [jwk] }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return new TestIssuer(server, url, privateKey, JSON.stringify(jwk));
  }

  token(claims: JWTPayload = {}, header: Record<string, string> = {}, key: Key | Uint8Array = this.key) {
    const now = Math.floor(Date.now() / 1000);
    const usual = { iss: this.url, aud: audienceUrn('process'), sub: 'tester', iat: now, exp: now + 300 };
    return new SignJWT({ ...usual, scope: 'things.read things.write', ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: 'one', typ: 'at+jwt', ...header })
      .sign(key);
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

const estate = `
firm: Test Firm
timeZone: UTC
legalEntities: [{ code: ONE, name: One, currency: EUR, country: DE }]
instances: [{ name: only, platform: nothing, settings: {} }]
routing: { crm: only, hr: only, identity: only, erp: only, psa: only, scheduling: only }
ownership: []
mappings: {}
postingWindows: [{ legalEntity: ONE, every: 5s }]
`;

/** The configuration of a process app on a free port. */
export function testConfig(values: Pick<AppConfig, 'issuer' | 'databaseUrl' | 'port'>): AppConfig {
  const home = mkdtempSync(join(tmpdir(), 'throughline-app-'));
  const estateFile = join(home, 'estate.yaml');
  writeFileSync(estateFile, estate);
  return {
    app: 'process-billing',
    host: '127.0.0.1',
    redisUrl: null,
    estateFile,
    secretsDir: home,
    clientId: 'tester',
    clientSecretFile: 'none',
    production: false,
    logLevel: 'silent',
    addresses: Object.fromEntries(appNames.map((name) => [name, addressOf(name, 1, {})])) as AppConfig['addresses'],
    env: {},
    ...values,
  };
}

/** A port nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
