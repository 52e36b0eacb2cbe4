import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import request, { type Response } from 'supertest';
import { stringify } from 'yaml';
import { createTestDatabase, type TestDatabase } from '#testing';
import { freePort, TestIssuer, testConfig } from '../app.fixture.js';
import { type AppDefinition, type RunningApp, startApp } from '../app.js';
import { Endpoint } from '../auth/endpoint.js';
import { openDatabase } from '../database.js';
import { byMajor, describeControllers } from '../openapi.js';
import { UsageRepository } from '../usage/usage.repository.js';
import { BreachRepository } from './breach.repository.js';

class Thing {
  @ApiProperty({ type: String, maxLength: 10 }) name!: string;
  @ApiProperty({ type: 'integer', nullable: true }) size!: number | null;
}

let answer: unknown;
const days = { since: '2026-11-01', sunset: '2027-01-30' };

@Controller('v1/things')
class ThingsController {
  @Get(':id')
  @Endpoint({ summary: 'A thing', scope: 'things.read', returns: Thing })
  getThing(@Param('id') _id: string): unknown {
    return answer;
  }

  @Get(':id/parts/:part')
  @Endpoint({
    summary: 'A part',
    scope: 'things.read',
    returns: Thing,
    leaving: { ...days, successor: '/v2/things/{id}/parts/{part}' },
  })
  getPart(): unknown {
    return answer;
  }

  @Get(':id/history')
  @Endpoint({
    summary: 'What became of it',
    scope: 'things.read',
    returns: Thing,
    leaving: { ...days, successor: '/v2/things/{id}/events', retired: true },
  })
  getHistory(): unknown {
    throw new Error('nobody comes here');
  }
}

@Controller('v2/things')
class ThingsV2Controller {
  @Get(':id/parts/:part')
  @Endpoint({ summary: 'A part', scope: 'things.read', returns: Thing })
  getPart(): unknown {
    return { name: 'second', size: 2 };
  }
}

const definition: AppDefinition = {
  name: 'process-billing',
  api: {
    title: 'Things',
    description: 'Things',
    version: '1.0.0',
    later: ['2.0.0'],
    owner: 'tests',
    audience: 'process',
  },
  contracts: ['process/things/v1', 'process/things/v2'],
  needs: {},
  controllers: [ThingsController, ThingsV2Controller],
  migrations: [],
  assemble: () => ({ providers: [], services: () => [] }),
};

type Documents = Record<string, ReturnType<typeof JSON.parse>>;
let issuer: TestIssuer;
let database: TestDatabase;
const running: RunningApp[] = [];

beforeAll(async () => {
  [issuer, database] = await Promise.all([TestIssuer.open(), createTestDatabase()]);
});
afterAll(async () => {
  for (const app of running) await app.close();
  await Promise.all([issuer.close(), database.drop()]);
});
beforeEach(() => (answer = { name: 'ours', size: null }));

/** The app with its contracts as printed, or as a hand has changed them since. */
async function start(
  contractCheck: 'strict' | 'sampled' = 'strict',
  change: (documents: Documents) => void = () => undefined,
): Promise<(path: string) => Promise<Response>> {
  const contractsDir = mkdtempSync(join(tmpdir(), 'throughline-guard-'));
  const printed = byMajor(await describeControllers(definition.controllers, definition.api), definition.api);
  const documents = JSON.parse(JSON.stringify(Object.fromEntries(printed))) as Documents;
  change(documents);
  for (const [major, document] of Object.entries(documents)) {
    const file = join(contractsDir, 'process/things', `${major}.yaml`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, stringify(document));
  }
  const config = testConfig({ issuer: issuer.url, databaseUrl: database.url, port: await freePort() });
  const app = await startApp(definition, { ...config, contractsDir, contractCheck });
  running.push(app);
  const authorization = `Bearer ${await issuer.token()}`;
  return async (path) => request(app.url).get(path).set({ authorization });
}

describe('an app and its contract', () => {
  it('are the same: it is ready, each major with its own document', async () => {
    const get = await start();
    expect((await get('/ready')).status).toBe(200);
    const [first, second] = [(await get('/openapi/v1.json')).body, (await get('/openapi/v2.json')).body];
    expect(Object.keys(first.paths)).toEqual([
      '/v1/things/{id}',
      '/v1/things/{id}/history',
      '/v1/things/{id}/parts/{part}',
    ]);
    expect(Object.keys(second.paths)).toEqual(['/v2/things/{id}/parts/{part}']);
    expect([first.info.version, second.info.version]).toEqual(['1.0.0', '2.0.0']);
    expect((await get('/v2/things/a/parts/b')).body).toEqual({ name: 'second', size: 2 });
  });

  it('differ: it is not ready, and every difference is listed', async () => {
    const get = await start('strict', ({ v1, v2 }) => {
      delete v1.paths['/v1/things/{id}'];
      v1.paths['/v1/promised'] = { get: { responses: {} } };
      v2.paths['/v2/things/{id}/parts/{part}'].get['x-scope'] = 'things.admin';
      v2.components.schemas.Thing.properties.name.maxLength = 99;
    });
    const reply = await get('/ready');
    expect([reply.status, reply.body.code]).toEqual([503, 'contract-mismatch']);
    expect(reply.body.errors).toEqual([
      { field: 'GET /v1/promised', message: 'is published and not served' },
      { field: 'GET /v2/things/{id}/parts/{part}', message: 'differs at /x-scope' },
      { field: 'GET /v1/things/{id}', message: 'is served and not published' },
      { field: 'schema Thing', message: 'differs at /properties/name/maxLength' },
    ]);
    expect((await get('/live')).status).toBe(200);
  });

  it('without its contract is not ready, and says which is missing', async () => {
    const get = await start('strict', (documents) => delete documents.v2);
    const { errors } = (await get('/ready')).body as { errors: { field: string }[] };
    expect(errors.map(({ field }) => field)).toEqual(['process/things/v2', 'GET /v2/things/{id}/parts/{part}']);
  });
});

describe('an operation that leaves', () => {
  it('says so on every answer, its refusals included: since when, until when, and what to use', async () => {
    const get = await start();
    const reply = await get('/v1/things/a%20b/parts/7');
    expect(reply.status).toBe(200);
    // 1 November 2026, 00:00 UTC, is 1793491200 seconds after the epoch; 30 January 2027 is a Saturday.
    expect(reply.headers).toMatchObject({
      deprecation: '@1793491200',
      sunset: 'Sat, 30 Jan 2027 00:00:00 GMT',
      link: '</v2/things/a%20b/parts/7>; rel="successor-version", </docs>; rel="deprecation"; type="text/html"',
    });
    const refused = await request(running.at(-1)!.url).get('/v1/things/a/parts/7');
    expect([refused.status, refused.headers.deprecation]).toEqual([401, '@1793491200']);
  });

  it('and is gone answers 410 with its successor, as a problem', async () => {
    const get = await start();
    const reply = await get('/v1/things/7/history');
    expect([reply.status, reply.type, reply.body.status]).toEqual([410, 'application/problem+json', 410]);
    expect(reply.body).toMatchObject({ kind: 'not-found', code: 'retired', remedy: 'use /v2/things/7/events' });
    expect(reply.headers.link).toContain('</v2/things/7/events>; rel="successor-version"');
  });

  it('leaves what stays alone', async () => {
    const get = await start();
    const { headers } = await get('/v1/things/7');
    expect([headers.deprecation, headers.sunset, headers.link]).toEqual([undefined, undefined, undefined]);
  });
});

describe('an answer that breaks its contract', () => {
  it.each([
    ['lacks a field', { name: 'ours' }],
    ['has another type', { name: 7, size: 1 }],
    ['is too long', { name: 'longer than ten', size: 1 }],
  ])('because it %s fails in a test', async (_what, broken) => {
    const get = await start('strict');
    answer = broken;
    const reply = await get('/v1/things/7');
    expect([reply.status, reply.body.kind]).toEqual([500, 'defect']);
  });

  it('is sent in production all the same', async () => {
    const get = await start('sampled');
    answer = { name: 'ours', size: 'large' };
    const reply = await get('/v1/things/7');
    expect([reply.status, reply.body]).toEqual([200, { name: 'ours', size: 'large' }]);
  });

  it('is on record once the app has stopped, each place once, without a value; the app stays ready', async () => {
    const get = await start('sampled');
    answer = { size: 4711 };
    await get('/v1/things/7');
    await get('/v1/things/8');
    answer = { name: 'far too long a name', size: null };
    await get('/v1/things/7');
    expect((await get('/ready')).status).toBe(200);
    await running.pop()!.close();
    const store = await openDatabase({ url: database.url, schema: 'process_billing', migrations: [] });
    const seen = await new BreachRepository(store).seen('process/things/v1');
    await store.destroy();
    const about = { operation: 'GET /v1/things/{id}', version: '1.0.0', status: 200 };
    const thing = '#/components/schemas/Thing';
    const places = [
      {
        pointer: `${thing}/properties/name/maxLength`,
        message: 'must NOT have more than 10 characters',
        count: 1,
        ...about,
      },
      { pointer: `${thing}/required`, message: 'lacks the required field name', count: 2, ...about },
    ];
    const found = seen.filter(({ pointer }) => places.some((one) => one.pointer === pointer));
    expect(found.toSorted((a, b) => (a.pointer < b.pointer ? -1 : 1))).toMatchObject(places);
    expect(JSON.stringify(seen)).not.toMatch(/4711|far too/);
  });
});

describe('who uses an operation', () => {
  it('is on record once the app has stopped: the client of the token, never the person it acts for', async () => {
    const get = await start();
    const token = await issuer.token({ client_id: 'report-tool', sub: 'somebody', name: 'Some Body' });
    const { url } = running.at(-1)!;
    const ask = (path: string) =>
      request(url)
        .get(path)
        .set({ authorization: `Bearer ${token}` });
    await ask('/v1/things/7');
    await ask('/v1/things/7?colour=red');
    await request(url).get('/v1/things/7');
    await get('/v1/things/7');
    await running.pop()!.close();
    const store = await openDatabase({ url: database.url, schema: 'process_billing', migrations: [] });
    const seen = await new UsageRepository(store).used({ consumer: 'report-tool' });
    const everything = JSON.stringify(await new UsageRepository(store).used({}));
    await store.destroy();
    expect(seen).toMatchObject([
      {
        contract: 'process/things/v1',
        version: '1.0.0',
        operation: 'GET /v1/things/{id}',
        calls: 2,
        sent: {},
        answered: { 200: 2 },
      },
    ]);
    expect(everything).not.toMatch(/somebody|Some Body|colour|"red"/);
  });
});
