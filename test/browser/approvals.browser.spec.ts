import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { type Person, serviceClient, ServiceTokens } from '#platform';
import { app as experience } from '../../apps/experience-api/src/app.js';
import { type RunningIssuer, startIssuer } from '../../apps/sandbox/src/issuer/issuer.js';
import { freePort } from '../../libs/platform/src/app.fixture.js';
import { newKey, newOrder } from '../runs/orders-app.fixture.js';
import { RunsBench } from '../runs/runs-bench.fixture.js';

jest.setTimeout(120_000);

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const clientSecret = 'a secret of the test';
const bench = new RunsBench();
let issuer: RunningIssuer;
let portal: string;
let ordersUrl: string;
let browser: Browser;

beforeAll(async () => {
  if (!executablePath) throw new Error('no Chromium on this machine: apt-get install chromium');
  const secretsDir = mkdtempSync(join(tmpdir(), 'throughline-approvals-'));
  const portalPort = await freePort();
  portal = `http://127.0.0.1:${portalPort}`;
  const services = [
    { clientId: 'experience-api', clientSecret, scopes: [...experience.needs.process!] },
    { clientId: 'process-projects', clientSecret, scopes: ['orders.write', 'act-for-others'] },
  ];
  issuer = await startIssuer({ port: 0, secretsDir, services, portalUrls: [portal] });
  const { orders } = await bench.start(issuer.url, clientSecret, portalPort);
  ordersUrl = orders.url;
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
  browser = await chromium.launch({ executablePath, args });
});

afterAll(async () => {
  await browser?.close();
  await bench.close();
  await issuer?.close();
});

/** Begins a run in the name of one of the example firm's people. */
async function begin(person: Person): Promise<string> {
  const order = newOrder();
  const config = {
    issuer: issuer.url,
    clientId: 'process-projects',
    clientSecretFile: 'client-secret',
    secretsDir: bench.secretsDir,
  };
  const tokens = new ServiceTokens(config, { process: ['orders.write', 'act-for-others'] });
  const orders = serviceClient<{ begin: { requestBody: { content: { 'application/json': { id: string } } } } }>(
    { begin: ['POST', '/v1/orders'] },
    { baseUrl: ordersUrl, audience: 'process', tokens },
  );
  await orders.begin({ body: { id: order }, key: newKey(), actingFor: person });
  return order;
}

/** Somebody's own browser, on the page of a line. */
async function signedIn(person: RegExp, line: string): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${portal}/#/lines/${line}`);
  await page.getByRole('button', { name: person }).click();
  await page.getByRole('button', { name: 'Approve' }).waitFor();
  return page;
}

const delivery = { subject: 'delivery', name: 'Rafael Ortiz', roles: ['pmo'] };

describe('a line that waits for approval', () => {
  it('is refused to who asked for it and to who has not the role, and goes on when another approves', async () => {
    const order = await begin(delivery);
    const asker = await signedIn(/Rafael Ortiz/, order);
    expect(await asker.locator('.decision').innerText()).toContain('pmo or finance operations');
    expect(await asker.getByRole('button', { name: 'Approve' }).isDisabled()).toBe(true);
    await asker.getByLabel('Reason').fill('my own');
    await asker.getByRole('button', { name: 'Approve' }).click();
    await asker.getByText('who asked for it may not decide it').waitFor();

    const stranger = await signedIn(/Mina Strand/, order);
    await stranger.getByLabel('Reason').fill('why not');
    await stranger.getByRole('button', { name: 'Approve' }).click();
    await stranger.getByText('this is decided by pmo or finance-operations').waitFor();

    const second = await signedIn(/Dana Whitlock/, order);
    await second.getByLabel('Reason').fill('within budget');
    await second.getByRole('button', { name: 'Approve' }).click();
    await second.getByText('open for time').waitFor();
    expect(await second.getByRole('button', { name: 'Approve' }).count()).toBe(0);
    expect(bench.world.done).toContain(`open ${order} by Dana Whitlock`);
  });

  it('stops when somebody rejects', async () => {
    const order = await begin({ ...delivery, subject: 'executive' });
    const page = await signedIn(/Rafael Ortiz/, order);
    await page.getByLabel('Reason').fill('not this quarter');
    await page.getByRole('button', { name: 'Reject' }).click();
    await page.getByText('Rafael Ortiz said no: not this quarter').waitFor();
    expect(bench.world.done.filter((one) => one.startsWith(`open ${order}`))).toEqual([]);
  });
});
