import { mkdtempSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { addressOf, appNames } from './addresses.js';
import { audienceUrn } from './auth/endpoint.js';
import { writeBareEstate } from './bare-estate.fixture.js';
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
    const server = createServer((request, reply) => {
      const answer = request.url === '/token' ? issuer.clientToken(request) : Promise.resolve({ keys: [jwk] });
      void answer.then((body) => reply.setHeader('content-type', 'application/json').end(JSON.stringify(body)));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const issuer = new TestIssuer(server, url, privateKey, JSON.stringify(jwk));
    return issuer;
  }

  /** Client credentials: whoever asks gets what it asks for. */
  private async clientToken(request: IncomingMessage): Promise<object> {
    const [, basic] = (request.headers.authorization ?? '').split(' ');
    const [sub] = Buffer.from(basic ?? '', 'base64')
      .toString()
      .split(':');
    const asked = new URLSearchParams(await text(request));
    const token = await this.token({ sub, aud: asked.get('resource')!, scope: asked.get('scope') });
    return { access_token: token, expires_in: 300 };
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

/** The configuration of a process app on a free port. */
export function testConfig(values: Pick<AppConfig, 'issuer' | 'databaseUrl' | 'port'>): AppConfig {
  const home = mkdtempSync(join(tmpdir(), 'throughline-app-'));
  return {
    app: 'process-billing',
    host: '127.0.0.1',
    redisUrl: null,
    ownerDatabaseUrl: null,
    estateFile: writeBareEstate(home),
    contractsDir: 'openapi',
    contractCheck: 'strict',
    secretsDir: home,
    clientId: 'tester',
    clientSecretFile: 'none',
    production: false,
    logLevel: 'silent',
    fault: null,
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
