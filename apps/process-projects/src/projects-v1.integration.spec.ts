import request, { type Response } from 'supertest';
import { openDatabase, type RunningApp, startApp } from '#platform';
import { createTestDatabase, type TestDatabase } from '#testing';
import { freePort, TestIssuer, testConfig } from '../../../libs/platform/src/app.fixture.js';
import { app } from './app.js';
import { termsOf } from './change.fixture.js';
import { ProjectRepository } from './project.repository.js';

jest.setTimeout(90_000);

let own: TestDatabase;
let issuer: TestIssuer;
let running: RunningApp;

beforeAll(async () => {
  [own, issuer] = await Promise.all([createTestDatabase(), TestIssuer.open()]);
  const config = testConfig({ issuer: issuer.url, databaseUrl: own.url, port: await freePort() });
  running = await startApp(app, { ...config, app: 'process-projects' });
  const database = await openDatabase({ url: own.url, schema: 'process_projects', migrations: [] });
  const { lastChange: _lastChange, ...project } = termsOf({ id: 'P-1' });
  await new ProjectRepository(database).put({ ...project, code: 'P-1' });
  await database.destroy();
});
afterAll(async () => {
  await running.close();
  await issuer.close();
  await own.drop();
});

const get = async (path: string): Promise<Response> =>
  request(running.url)
    .get(path)
    .set({ authorization: `Bearer ${await issuer.token({ scope: 'projects.read', client_id: 'report-tool' })}` });

describe('a consumer of projects version 1', () => {
  it.each([
    ['/v1/projects', '/v2/projects'],
    ['/v1/projects/P-1', '/v2/projects/P-1'],
  ])(
    'that asks for %s is told since when it leaves, until when it is there, and what to ask for',
    async (path, next) => {
      const reply = await get(path);
      expect(reply.status).toBe(200);
      // 23 November 2026, 00:00 UTC, is 1795392000 seconds after the epoch; 31 May 2027 is a Monday.
      expect(reply.headers).toMatchObject({
        deprecation: '@1795392000',
        sunset: 'Mon, 31 May 2027 00:00:00 GMT',
        link: `<${next}>; rel="successor-version", </docs>; rel="deprecation"; type="text/html"`,
      });
    },
  );

  it('is told so with a refusal too', async () => {
    const reply = await get('/v1/projects/P-404');
    expect([reply.status, reply.headers.deprecation]).toEqual([404, '@1795392000']);
  });

  it('finds at the successor the same project, and no end', async () => {
    const [first, second] = [await get('/v1/projects/P-1'), await get('/v2/projects/P-1')];
    expect([second.status, second.body.code, second.body.deal.code]).toEqual([200, 'P-1', first.body.opportunityCode]);
    expect([second.headers.deprecation, second.headers.sunset, second.headers.link]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
