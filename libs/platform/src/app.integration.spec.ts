import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { IsInt, IsString, Max, MaxLength } from 'class-validator';
import request from 'supertest';
import { Failure } from '#kernel';
import { createTestDatabase, type TestDatabase } from '#testing';
import { freePort, TestIssuer, testConfig } from './app.fixture.js';
import { type AppDefinition, type RunningApp, startApp } from './app.js';
import { Endpoint } from './auth/endpoint.js';
import type { AppConfig } from './config.js';
import { type DataSource, openDatabase, rows } from './database.js';
import { once } from './http/once.js';

class NewThing {
  @IsString() @MaxLength(20) name!: string;
  @IsInt() @Max(10) size!: number;
}

const made: NewThing[] = [];
let failures: Failure[] = [];
let slow: Promise<unknown> = Promise.resolve();

@Controller('v1/things')
class ThingsController {
  @Get(':id')
  @Endpoint({ summary: 'A thing', scope: 'things.read' })
  one(@Param('id') id: string): object {
    return { id };
  }

  @Post()
  @Endpoint({ summary: 'Make a thing', scope: 'things.write', status: 201, writes: true })
  async make(@Body() thing: NewThing): Promise<object> {
    await slow;
    const failure = failures.shift();
    if (failure) throw failure;
    made.push(thing);
    return { zebra: made.length, apple: thing.name };
  }

  @Post('kept')
  @Endpoint({ summary: 'Keep a thing', scope: 'things.write', status: 201, writes: true })
  async keep(@Body() thing: NewThing): Promise<object> {
    const kept = await once(store, async (manager) => {
      await manager.query('create table if not exists thing (name text)');
      return rows(manager, 'insert into thing (name) values ($1) returning name', [thing.name]);
    });
    const failure = failures.shift();
    if (failure) throw failure;
    return { kept };
  }
}

@Controller('v1/forgotten')
class ForgottenController {
  @Get()
  open(): object {
    return { secret: true };
  }
}

const definition: AppDefinition = {
  name: 'process-billing',
  api: { title: 'Things', description: 'Things', version: '1.0.0', owner: 'tests', audience: 'process' },
  contracts: [],
  needs: {},
  controllers: [ThingsController, ForgottenController],
  migrations: [],
  assemble: () => ({ providers: [], services: () => [] }),
};

let store: DataSource;
let issuer: TestIssuer;
let database: TestDatabase;
let config: AppConfig;
let app: RunningApp;

beforeAll(async () => {
  [issuer, database] = await Promise.all([TestIssuer.open(), createTestDatabase()]);
  config = testConfig({ issuer: issuer.url, databaseUrl: database.url, port: await freePort() });
  app = await startApp(definition, config);
  store = await openDatabase({ url: database.url, schema: 'process_billing', migrations: [] });
});

afterAll(async () => {
  await Promise.all([app.close(), store.destroy()]);
  await Promise.all([issuer.close(), database.drop()]);
});

const get = async (path: string, token?: string) =>
  request(app.url)
    .get(path)
    .set(token === undefined ? {} : { authorization: `Bearer ${token}` });

let keys = 0;
const newKey = (): string => `test-key-${(keys += 1)}`;

const newKeyHeader = (): Record<string, string> => ({ 'idempotency-key': newKey() });
const post = async (body: string | object, headers = newKeyHeader(), path = '/v1/things') =>
  request(app.url)
    .post(path)
    .set({ authorization: `Bearer ${await issuer.token()}`, 'content-type': 'application/json', ...headers })
    .send(body);

const now = (): number => Math.floor(Date.now() / 1000);

describe('a route', () => {
  it('answers a caller with a token for this layer and its scope', async () => {
    const reply = await get('/v1/things/7', await issuer.token());
    expect([reply.status, reply.body]).toEqual([200, { id: '7' }]);
  });

  it.each<[string, () => string | Promise<string>]>([
    ['no signature', () => unsigned({})],
    ['a signature made with the public key', () => issuer.token({}, { alg: 'HS256' }, hmacKey())],
    ['another issuer', () => issuer.token({ iss: 'https://elsewhere.example' })],
    ['another layer as audience', () => issuer.token({ aud: 'urn:throughline:system' })],
    ['an end in the past', () => issuer.token({ exp: now() - 31 })],
    ['no end', () => issuer.token({ exp: undefined })],
    ['a beginning in the future', () => issuer.token({ nbf: now() + 60 })],
    ['a key nobody knows', () => issuer.token({}, { kid: 'two' })],
    ['the type of an id token', () => issuer.token({}, { typ: 'JWT' })],
    ['a key of its own in the header', () => issuer.token({}, { jku: 'https://evil.example/jwks', kid: 'evil' })],
    ['more than 8 KB', () => issuer.token({ padding: 'x'.repeat(9_000) })],
    ['nonsense', () => 'nonsense'],
    ['nothing', () => ''],
  ])('refuses a token with %s', async (_what, token) => {
    const reply = await get('/v1/things/7', await token());
    expect([reply.status, reply.type]).toEqual([401, 'application/problem+json']);
  });

  it('refuses a caller without its scope, and says which', async () => {
    const reply = await get('/v1/things/7', await issuer.token({ scope: 'things.write' }));
    expect([reply.status, reply.body.code]).toEqual([403, 'missing-scope']);
    expect(reply.body.detail).toContain('things.read');
  });

  it('that declares nothing is closed to everybody', async () => {
    const reply = await get('/v1/forgotten', await issuer.token());
    expect([reply.status, reply.body.code]).toEqual([403, 'undeclared-route']);
  });

  it.each(['//v1/things/7', '/v1/things/7/', '/V1/things/7', '/v1/things/7;a', '/v1/%74hings/7', '/v1/things%2f7'])(
    'gives nothing away at %s without a token',
    async (path) => {
      const reply = await get(path);
      expect([401, 404]).toContain(reply.status);
      expect(reply.body).not.toHaveProperty('id');
    },
  );
});

describe('every answer', () => {
  it('carries the correlation id it was asked with, or a new one', async () => {
    const asked = await request(app.url).get('/live').set('x-correlation-id', 'abc-1');
    expect(asked.headers['x-correlation-id']).toBe('abc-1');
    const unfit = await request(app.url).get('/live').set('x-correlation-id', 'a b<script>');
    expect(unfit.headers['x-correlation-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('to an unknown path is a problem too', async () => {
    const reply = await get('/v1/nowhere', await issuer.token());
    expect([reply.status, reply.type, reply.body.kind]).toEqual([404, 'application/problem+json', 'not-found']);
  });

  it('of an error nobody foresaw tells nothing of the inside', async () => {
    failures = [new Failure('defect', 'select * from secret_table')];
    const reply = await post({ name: 'a', size: 1 });
    expect(reply.status).toBe(500);
    expect(JSON.stringify(reply.body)).not.toContain('secret_table');
  });
});

describe('a body', () => {
  it('with several faults is refused with all of them', async () => {
    const reply = await post({ name: 'x'.repeat(21), size: 'big', colour: 'red' });
    expect(reply.status).toBe(422);
    const fields = (reply.body.errors as { field: string }[]).map(({ field }) => field);
    expect(new Set(fields)).toEqual(new Set(['name', 'size', 'colour']));
  });

  it.each([
    ['is no JSON', '{"name": ', 400],
    ['poisons a prototype', '{"name":"a","size":1,"__proto__":{"admin":true}}', 400],
    ['poisons a constructor', '{"name":"a","size":1,"constructor":{"prototype":{"admin":true}}}', 400],
    ['is larger than 256 KB', JSON.stringify({ name: 'x'.repeat(300_000), size: 1 }), 413],
  ])('that %s is refused', async (_what, body, status) => {
    const before = made.length;
    const reply = await post(body);
    expect([reply.status, reply.type]).toEqual([status, 'application/problem+json']);
    expect(made).toHaveLength(before);
  });

  it('of another media type is refused', async () => {
    const reply = await post('<a/>', { 'content-type': 'application/xml', 'idempotency-key': newKey() });
    expect(reply.status).toBe(415);
  });
});

describe('a write', () => {
  it.each([{}, { 'idempotency-key': 'short' }, { 'idempotency-key': 'has spaces in it' }])(
    'with the key %p is refused before anything is done',
    async (headers) => {
      const before = made.length;
      const reply = await post({ name: 'a', size: 1 }, headers as Record<string, string>);
      expect([reply.status, reply.body.code]).toEqual([400, 'idempotency-key-missing']);
      expect(made).toHaveLength(before);
    },
  );

  it('is done once for a key, and answered with the same bytes each time', async () => {
    const key = { 'idempotency-key': newKey() };
    const before = made.length;
    const first = await post({ name: 'a', size: 1 }, key);
    const second = await post({ name: 'a', size: 1 }, key);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.text).toBe(first.text);
    expect(first.text).toMatch(/^{"zebra":\d+,"apple":"a"}$/);
    expect([first.headers['idempotency-replayed'], second.headers['idempotency-replayed']]).toEqual([
      undefined,
      'true',
    ]);
    expect(made).toHaveLength(before + 1);
  });

  it('with a used key and another body is refused', async () => {
    const key = { 'idempotency-key': newKey() };
    await post({ name: 'a', size: 1 }, key);
    const reply = await post({ name: 'b', size: 1 }, key);
    expect([reply.status, reply.body.code]).toEqual([422, 'idempotency-key-reused']);
  });

  it('with the key of another caller is its own request', async () => {
    const key = newKey();
    const before = made.length;
    await post({ name: 'a', size: 1 }, { 'idempotency-key': key });
    const other = await issuer.token({ sub: 'somebody else' });
    await post({ name: 'a', size: 1 }, { 'idempotency-key': key, authorization: `Bearer ${other}` });
    expect(made).toHaveLength(before + 2);
  });

  it('that failed did nothing and may be tried again under its key', async () => {
    const key = { 'idempotency-key': newKey() };
    failures = [new Failure('unavailable', 'not now')];
    expect((await post({ name: 'a', size: 1 }, key)).status).toBe(503);
    expect((await post({ name: 'a', size: 1 }, key)).status).toBe(201);
  });

  it('whose answer was lost after its commit is answered from what it committed', async () => {
    const key = { 'idempotency-key': newKey() };
    failures = [new Failure('outcome-unknown', 'the database was cut off')];
    const first = await post({ name: 'kept once', size: 1 }, key, '/v1/things/kept');
    const second = await post({ name: 'kept once', size: 1 }, key, '/v1/things/kept');
    expect([first.status, second.status, second.body]).toEqual([504, 201, { kept: [{ name: 'kept once' }] }]);
    expect(await rows(store, "select 1 from thing where name = 'kept once'")).toHaveLength(1);
  });

  it('asked for while it still runs is done once; the repeat is told to come back', async () => {
    const key = { 'idempotency-key': newKey() };
    const before = made.length;
    let finish: (() => void) | undefined;
    slow = new Promise<void>((resolve) => (finish = resolve));
    const first = post({ name: 'a', size: 1 }, key);
    // The first has begun once a repeat finds its key taken; whichever begins, the other is the repeat.
    const repeat = post({ name: 'a', size: 1 }, key);
    const early = await Promise.race([first, repeat]);
    expect([early.status, early.body.code, early.headers['retry-after']]).toEqual([409, 'in-progress', '1']);
    finish!();
    expect(new Set([(await first).status, (await repeat).status])).toEqual(new Set([201, 409]));
    expect(made).toHaveLength(before + 1);
  });
});

describe('an app that cannot start', () => {
  it('names the port that is taken, and what to set', async () => {
    const failure = await startApp(definition, config).then(
      () => null,
      (error: unknown) => Failure.from(error),
    );
    expect(failure).toMatchObject({ kind: 'unavailable', detail: { code: 'port-taken' } });
    expect(failure!.message).toContain(String(config.port));
  });

  it('says which database it cannot reach', async () => {
    const nowhere = { ...config, port: await freePort(), databaseUrl: `postgres://127.0.0.1:${await freePort()}/x` };
    const failure = await startApp(definition, nowhere).then(
      () => null,
      (error: unknown) => Failure.from(error),
    );
    expect(failure).toMatchObject({ kind: 'unavailable', detail: { remedy: expect.stringContaining('DATABASE_URL') } });
  });
});

const hmacKey = (): Uint8Array => new TextEncoder().encode(issuer.publicText);

function unsigned(claims: object): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const usual = { iss: issuer.url, aud: 'urn:throughline:process', sub: 'x', iat: now(), exp: now() + 60 };
  return `${part({ alg: 'none', typ: 'at+jwt' })}.${part({ ...usual, scope: 'things.read', ...claims })}.`;
}
