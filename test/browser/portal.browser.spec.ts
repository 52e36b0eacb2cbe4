import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { EstateProcess } from '../e2e/estate-process.js';
import { describeIntegration } from './integration.js';
import { describeFirmScreens } from './screens.js';
import { describeWorkbench } from './workbench.js';

jest.setTimeout(120_000);

const basePort = 15_000;
const estate = new EstateProcess(basePort);
const portal = `http://127.0.0.1:${basePort}`;
/** Where pictures go; `SCREENSHOTS=docs/images` renews those of the documentation. */
const pictures = process.env.SCREENSHOTS ?? mkdtempSync(join(tmpdir(), 'throughline-portal-'));
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

let browser: Browser;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  if (!executablePath) throw new Error('no Chromium on this machine: apt-get install chromium');
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
  [browser] = await Promise.all([chromium.launch({ executablePath, args }), started()]);
  page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
});

afterAll(async () => {
  await browser?.close();
  await estate.remove();
});

async function started(): Promise<void> {
  estate.start();
  await estate.said('what to look at next');
}

/** Somebody else's own browser. */
async function signedIn(person: RegExp, path: string): Promise<Page> {
  const other = await (await browser.newContext({ viewport: { width: 1200, height: 900 } })).newPage();
  await other.goto(`${portal}/#/${path}`);
  await other.getByRole('button', { name: person }).click();
  return other;
}

const row = (deal: string) => page.getByRole('row').filter({ hasText: deal });

describe('the portal', () => {
  it('asks who one is, and shows the firm’s figures and its deals', async () => {
    await page.goto(portal);
    await page.getByRole('button', { name: /Dana Whitlock/ }).click();
    await row('OPP-101').waitFor();
    const text = await page.locator('body').innerText();
    expect(text).toContain('€198,470.00');
    expect(text).toContain('$378,798.48');
    expect(await row('OPP-101').innerText()).toContain('$160,452.50');
    expect(await row('OPP-106').innerText()).toContain('needs a person');
    await page.screenshot({ path: join(pictures, 'portal-deals.png') });
  });

  it('follows a deal through every system, to the cent', async () => {
    await page.getByRole('link', { name: 'OPP-101' }).click();
    await page.getByRole('heading', { name: 'Timeline' }).waitFor();
    const steps = await page.locator('.timeline li').allInnerTexts();
    const order = [
      'create project shell in ERP',
      'create delivery workspace in PSA',
      'activate project in ERP',
      'open time capture in PSA',
    ];
    const found = order.map((what) => steps.findIndex((step) => step.includes(what)));
    expect(found).toEqual([...found].sort((a, b) => a - b));
    expect(found).not.toContain(-1);
    const text = await page.locator('body').innerText();
    expect(text).toContain('billed $160,452.50');
    expect(text).toContain('rate mismatch');
    await page.screenshot({ path: join(pictures, 'portal-line.png'), fullPage: true });
  });

  it('says so where there is no such deal, and the way back works', async () => {
    await page.goto(`${portal}/#/lines/OPP-999`);
    await page.getByText('OPP-999').waitFor();
    expect(await page.locator('body').innerText()).toMatch(/no (deal|line)|not/i);
    await page.getByRole('link', { name: /all deals/ }).click();
    await row('OPP-101').waitFor();
  });

  describeFirmScreens(() => ({ page, portal, pictures, complaints }));
  describeWorkbench(() => ({ estate, page, portal, pictures, complaints, signedIn }));
  describeIntegration(() => ({ estate, pictures, signedIn }));

  it('fits a telephone', async () => {
    await page.goto(`${portal}/#/`);
    await page.setViewportSize({ width: 390, height: 800 });
    const [scroll, width] = await page.evaluate<[number, number]>(
      '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
    );
    expect(scroll).toBeLessThanOrEqual(width);
  });

  it('has nothing to complain of in the browser but the deal that is not there', () => {
    expect(complaints.filter((one) => !one.includes('404'))).toEqual([]);
  });
});
