import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { app as experienceApi } from '../../apps/experience-api/src/app.js';
import { type RunningIssuer, startIssuer } from '../../apps/sandbox/src/issuer/issuer.js';
import { freePort } from '../../libs/platform/src/app.fixture.js';
import { GovernanceHouse, serviceScopes, things } from '../governance/governance-house.fixture.js';
import { barriers } from './axe.js';
import { comparison, contractScreens } from './contract-screens.js';
import { describeScreens } from './screen.js';

jest.setTimeout(180_000);

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
/** Where pictures go; `SCREENSHOTS=docs/images` renews those of the documentation. */
const pictures = process.env.SCREENSHOTS ?? mkdtempSync(join(tmpdir(), 'throughline-contracts-'));
const secret = 'a secret of the test';
const requested: string[] = [];
const complaints: string[] = [];
let issuer: RunningIssuer;
let house: GovernanceHouse;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  if (!executablePath) throw new Error('no Chromium on this machine: apt-get install chromium');
  const portalPort = await freePort();
  const portalUrls = [`http://127.0.0.1:${portalPort}`];
  const scopes = [...Object.values(experienceApi.needs).flat(), ...serviceScopes];
  issuer = await startIssuer({
    port: 0,
    secretsDir: mkdtempSync(join(tmpdir(), 'throughline-issuer-')),
    services: [{ clientId: 'experience-api', clientSecret: secret, scopes: [...new Set(scopes)] }],
    portalUrls,
  });
  house = await GovernanceHouse.open({ issuer: issuer.url, secret, portalPort });
  const ines = { subject: 'ines', name: 'Ines Falk', roles: ['integration-governance'] };
  await house.approve(await house.propose({ version: '1.1.0', fields: ['name', 'size', 'colour'] }), ines);
  await house.called('report-tool', things, 'GET /v1/things', 312);
  await house.called('report-tool', 'process/projects/v1', 'GET /v1/projects', 40);
  const expires = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  house.put('exemptions/things.yaml', {
    contract: things,
    rule: 'breaking-change',
    owner: 'pmo',
    reason: 'the size was never filled',
    expires,
  });
  await house.propose({ version: '1.2.0', fields: ['name', 'colour'], description: 'Things, by name' });
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
  browser = await chromium.launch({ executablePath, args });
  page = await signedIn(/Ines Falk/);
  page.on('request', (request) => requested.push(request.url()));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
});

afterAll(async () => {
  await browser?.close();
  await house?.close();
  await issuer?.close();
});

/** Somebody's own browser, signed in. */
async function signedIn(person: RegExp): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 } });
  const fresh = await context.newPage();
  await fresh.goto(`${house.portal.url}/#/contracts`);
  await fresh.getByRole('button', { name: person }).click();
  await fresh.getByRole('heading', { name: 'Contracts' }).waitFor();
  return fresh;
}

async function open(path: string): Promise<void> {
  await page.goto(`${house.portal.url}/#/${path}`);
  // Another part of the same address loads nothing by itself.
  await page.reload();
}

const at = () => ({ page, open, pictures, complaints });

describeScreens(contractScreens, at);

it.each(['contracts', 'contracts/deprecations'])(
  '%s names what could not be asked, and shows the rest',
  async (path) => {
    const asks = path === 'contracts' ? '**/v1/contracts' : '**/v1/deprecations';
    const missing = [{ part: 'process-governance', reason: 'it does not answer' }];
    await page.route(asks, async (route) => {
      const known = (await (await route.fetch()).json()) as object;
      await route.fulfill({ json: { ...known, missing } });
    });
    await open(path);
    await page.getByRole('alert').filter({ hasText: 'process-governance (it does not answer)' }).waitFor();
    await page.getByRole('cell', { name: 'process/projects/v1' }).first().waitFor();
    await page.unroute(asks);
  },
);

it('who owns what is narrowed to one kind of record, and back', async () => {
  await open('ownership');
  const workers = page.getByRole('cell', { name: 'worker', exact: true });
  const others = page.locator('tbody tr').filter({ hasNot: workers });
  await others.first().waitFor();
  await page.getByLabel('Record').selectOption('worker');
  await others.first().waitFor({ state: 'detached' });
  await workers.first().waitFor();
  await page.getByLabel('Record').selectOption('all');
  await others.first().waitFor();
});

describe('two versions side by side', () => {
  it('are found by keyboard from the list of what waits', async () => {
    await open('contracts');
    await page.getByRole('link', { name: '1.2.0, from 1.1.0' }).press('Enter');
    await page.getByRole('heading', { name: `${things} 1.1.0 → 1.2.0` }).waitFor();
  });

  it('show the worst first, both texts, and whom it hurts', async () => {
    await open(comparison);
    const findings = page.locator('.finding');
    await findings.first().waitFor();
    expect(await findings.evaluateAll((all) => all.map((one) => one.classList[1]))).toEqual([
      'breaking',
      'documentation',
    ]);
    expect(await findings.first().locator('.before pre').innerText()).toContain('− size:\n−   type: string');
    expect(await findings.first().locator('.after').innerText()).toContain('not there');
    expect(await page.getByRole('row').filter({ hasText: 'report-tool' }).innerText()).toContain('312');
  });

  it('are filtered by level and by words, and say when nothing is left', async () => {
    await page.getByRole('button', { name: 'documentation' }).click();
    expect(await page.locator('.finding').count()).toBe(1);
    await page.getByLabel('Operation, field or words').fill('size');
    await page.getByText('Nothing of what changed is like that.').waitFor();
  });

  it('have an address for every finding, and it is shown where it leads', async () => {
    await open(comparison);
    const link = page.getByRole('link', { name: 'Link to this finding, documentation' });
    const address = await link.getAttribute('href');
    await open(address!.replace('#/', ''));
    const linked = page.locator('.finding[aria-current="location"]');
    await linked.waitFor();
    expect(await linked.getAttribute('class')).toContain('documentation');
    expect(await barriers(page)).toEqual([]);
  });

  it('take along who is hurt as CSV', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'CSV' }).first().click(),
    ]);
    const [head, first] = readFileSync(await download.path(), 'utf8').split('\r\n');
    expect(head).toBe('Consumer,Owner,Is,Last use,Calls,Because of');
    expect(first).toMatch(/^"report-tool, not registered",,affected,/);
  });

  it('are any two of a contract', async () => {
    await open(`contracts/${things}`);
    await page.getByLabel('From').selectOption('1.0.0');
    await page.getByRole('button', { name: 'Compare' }).click();
    await page.getByRole('heading', { name: `${things} 1.0.0 → 1.2.0` }).waitFor();
    // Only the step somebody asked for is decided.
    await page.getByRole('heading', { name: 'What changed' }).waitFor();
    expect(await page.getByRole('button', { name: 'Approve' }).count()).toBe(0);
  });

  it('may be of two majors: what moving takes, and who has to', async () => {
    await open('contracts/process/projects/v2');
    await page.getByRole('link', { name: 'What moving here from v1 takes' }).click();
    await page.getByRole('heading', { name: /^From process\/projects\/v1 .* to process\/projects\/v2 / }).waitFor();
    await page.locator('.finding.breaking').first().waitFor();
    expect(await page.getByRole('row').filter({ hasText: 'report-tool' }).count()).toBe(1);
    expect(await barriers(page)).toEqual([]);
  });

  it('are decided by who may, with the reason on record', async () => {
    const reader = await signedIn(/Ruth Abara/);
    await reader.goto(`${house.portal.url}/#/${comparison}`);
    await reader.getByLabel('Reason').fill('why not');
    await reader.getByRole('button', { name: 'Approve' }).click();
    await reader.getByText('scope "contracts.approve" is needed').waitFor();
    await reader.context().close();

    await open(comparison);
    expect(await page.getByRole('button', { name: 'Approve' }).isDisabled()).toBe(true);
    await page.getByLabel('Reason').fill('ask the report tool first');
    await page.getByRole('button', { name: 'Reject' }).click();
    await page.getByText('1.2.0 is rejected.').waitFor();
    await open(`contracts/${things}`);
    const step = page.getByRole('row').filter({ hasText: 'ask the report tool first' });
    expect(await step.innerText()).toContain('Ines Falk');
  });
});

describe('trying an operation', () => {
  it('really asks, and shows status, headers and body', async () => {
    await open('developers/listKpis');
    await page.getByRole('button', { name: 'Send' }).press('Enter');
    const answer = page.getByRole('status', { name: 'Answer' });
    await answer.getByText('200').waitFor();
    await answer.getByText('headers').click();
    expect(await answer.getByLabel('Headers').innerText()).toContain('etag: W/"');
    expect(await answer.getByLabel('Body').innerText()).toContain('"items": [');
    await page.screenshot({ path: join(pictures, 'portal-developers.png'), fullPage: true });
    expect(await barriers(page)).toEqual([]);
  });

  it('shows the problem as it came where it is refused', async () => {
    await open('developers/getKpi');
    await page.getByLabel('id (needed)').fill('no such figure');
    await page.getByRole('button', { name: 'Send' }).click();
    const answer = page.getByRole('status', { name: 'Answer' });
    await answer.getByText('404', { exact: true }).waitFor();
    expect(await answer.getByLabel('Body').innerText()).toContain('"kind": "not-found"');
    complaints.splice(0);
  });

  it('gives the same as code, and the token is in none of it, in no address and in no log', async () => {
    for (const language of ['TypeScript', 'Python', 'curl']) {
      await page.getByRole('button', { name: language }).click();
      const sample = await page.getByLabel(`The request in ${language}`).innerText();
      expect(sample).toMatch(language === 'TypeScript' ? '/v1/kpis/{id}' : '/v1/kpis/no%20such%20figure');
      expect(sample).toContain('TOKEN');
    }
    const token = await page.evaluate<string>(
      `JSON.parse(sessionStorage.getItem(Object.keys(sessionStorage).find((key) => key.startsWith('oidc.user')))).access_token`,
    );
    expect(token.length).toBeGreaterThan(100);
    expect(requested.filter((url) => url.includes(token))).toEqual([]);
    expect(complaints.filter((one) => one.includes(token))).toEqual([]);
    expect(await page.locator('body').innerText()).not.toContain(token);
  });

  it('says so where there is no such operation', async () => {
    await open('developers/deleteEverything');
    await page.getByRole('alert').filter({ hasText: 'deleteEverything' }).waitFor();
  });

  it('makes no keys where the development issuer does not run', async () => {
    const settings = { issuer: issuer.url, clientId: 'portal', developerClient: null };
    await page.route('**/portal.json', (route) => route.fulfill({ json: settings }));
    await open('developers');
    await page.getByText('This portal makes none.').waitFor();
    expect(await page.getByText('client-secret').count()).toBe(0);
    await page.unroute('**/portal.json');
  });
});

it('every screen fits a telephone', async () => {
  await page.setViewportSize({ width: 390, height: 800 });
  for (const { path, heading } of contractScreens) {
    await open(path);
    await page.getByRole('heading', { name: heading, exact: true }).waitFor();
    await page.locator('main', { hasNotText: 'Loading…' }).waitFor();
    const [scroll, width] = await page.evaluate<[number, number]>(
      '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
    );
    expect([path, Math.max(0, scroll - width)]).toEqual([path, 0]);
  }
});

it('the browser has nothing to complain of', () => {
  expect(complaints).toEqual([]);
});
