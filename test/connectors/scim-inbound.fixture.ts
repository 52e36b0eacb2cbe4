import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request, { type Response } from 'supertest';
import { newId } from '#kernel';
import { audienceUrn, type DataSource, openDatabase, rows, type RunningApp, startApp } from '#platform';
import { createTestDatabase } from '#testing';
import { app } from '../../apps/system-scim-inbound/src/app.js';
import { freePort, TestIssuer, testConfig } from '../../libs/platform/src/app.fixture.js';

export const publicUrl = 'https://gateway.example.com/scim/v2';
export const tokens = { entra: 'entra-token', okta: 'okta-token', former: 'okta-token-before' } as const;
const hash = (token: string): string => createHash('sha256').update(token).digest('hex');

export const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

let people = 0;
/** As Entra documents its first request about somebody. */
export const entraUser = (changes: object = {}) => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User', enterprise],
  externalId: '0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef',
  userName: `Test_User_${(people += 1)}@example.com`,
  active: true,
  emails: [{ primary: true, type: 'work', value: `Test_User_${people}@example.com` }],
  meta: { resourceType: 'User' },
  name: { formatted: 'givenName familyName', familyName: 'familyName', givenName: 'givenName' },
  roles: [],
  [enterprise]: { employeeNumber: `N-${people}`, organization: 'ONE' },
  ...changes,
});

export const okta = { authorization: `Bearer ${tokens.okta}`, 'user-agent': 'Okta SCIM Client 1.0.0' };

export const patch = (...operations: object[]) => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
  Operations: operations,
});

export const types = (told: { type: string }[]): string[] =>
  told.map(({ type }) => type.replace('com.throughline.', ''));

const instance = (name: string, tokenHashes: string[]) => ({
  name,
  platform: 'scim-inbound',
  settings: { publicUrl, tokenHashes },
});

/** A firm whose workers are what its identity platform, Entra, says; a second one, Okta, leads nothing. */
const estate = {
  firm: 'Test Firm',
  timeZone: 'UTC',
  legalEntities: [{ code: 'ONE', name: 'One', currency: 'EUR', country: 'DE' }],
  instances: [
    instance('entra', [hash(tokens.entra)]),
    instance('okta', [hash(tokens.okta), hash(tokens.former)]),
    { name: 'other', platform: 'nothing', settings: {} },
  ],
  routing: { crm: 'other', hr: 'entra', identity: 'okta', erp: 'other', psa: 'other', scheduling: 'other' },
  ownership: [{ record: 'worker', owner: 'hr', attributes: ['identity'], events: ['hired', 'changed'] }],
  mappings: {},
  postingWindows: [{ legalEntity: 'ONE', every: '5s' }],
};

interface ToldEvent {
  type: string;
  subject: string;
  data: Record<string, unknown>;
}

/** The service provider over real HTTP, and what it told the rest of the gateway. */
export class Provider {
  private constructor(
    private readonly running: RunningApp,
    private readonly issuer: TestIssuer,
    private readonly database: DataSource,
    private readonly drop: () => Promise<void>,
  ) {}

  static async open(): Promise<Provider> {
    const [issuer, database, port] = await Promise.all([TestIssuer.open(), createTestDatabase(), freePort()]);
    const config = testConfig({ issuer: issuer.url, databaseUrl: database.url, port });
    const estateFile = join(mkdtempSync(join(tmpdir(), 'throughline-scim-')), 'estate.yaml');
    // JSON is YAML too.
    writeFileSync(estateFile, JSON.stringify(estate));
    const running = await startApp(app, { ...config, app: app.name, estateFile });
    const connection = await openDatabase({ url: database.url, schema: 'system_scim_inbound', migrations: [] });
    return new Provider(running, issuer, connection, database.drop);
  }

  /** A request of an identity platform; its body goes as it is where it is text. */
  scim(
    method: 'get' | 'post' | 'put' | 'patch' | 'delete',
    path: string,
    body?: object | string,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const sent = request(this.running.url)[method](`/scim/v2${path}`);
    void sent.set({ authorization: `Bearer ${tokens.entra}`, ...headers });
    if (body !== undefined) {
      void sent
        .set('content-type', headers['content-type'] ?? 'application/scim+json')
        .send(typeof body === 'string' ? body : JSON.stringify(body));
    }
    // Text of a type that the client does not know is left alone by it.
    const answer = sent.buffer(true).parse((response, done) => {
      let text = '';
      response.on('data', (part: Buffer) => (text += part.toString()));
      response.on('end', () => done(null, text === '' ? null : JSON.parse(text)));
    });
    return Promise.resolve(answer);
  }

  /** Somebody new, as Entra provisions them. */
  async born(changes: object = {}): Promise<Record<string, string>> {
    const { status, body } = await this.scim('post', '/Users', entraUser(changes));
    expect(status).toBe(201);
    return body as Record<string, string>;
  }

  /** A request of a process app. */
  async ask(method: 'get' | 'put', path: string, body?: object): Promise<Response> {
    const scope = 'hr.read identity.read identity.write';
    const token = await this.issuer.token({ aud: audienceUrn('system'), scope });
    const asked = request(this.running.url)[method](path);
    const headers = { authorization: `Bearer ${token}`, 'idempotency-key': newId() };
    return asked.set(headers).send(body);
  }

  /** Everything that was told about somebody, in order, on its way or in the log. */
  async told(id: string): Promise<ToldEvent[]> {
    return rows<ToldEvent>(
      this.database,
      `select type, subject, data from (
         select type, subject, data, 0 as step, position from events.log
         union all select type, subject, data, 1, position from outbox) told
        where subject = $1 order by step, position`,
      [`worker/${id}`],
    );
  }

  /** While this works, events cannot be noted, as if the process ended between the user and its event. */
  async untellable<T>(work: () => Promise<T>): Promise<T> {
    await this.database.query('alter table outbox rename to outbox_away');
    try {
      return await work();
    } finally {
      await this.database.query('alter table outbox_away rename to outbox');
    }
  }

  async close(): Promise<void> {
    await this.running.close();
    await Promise.all([this.issuer.close(), this.database.destroy()]);
    await this.drop();
  }
}
