import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

/** What a screen reader or a person with weak eyes would trip over. */
async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run: () => Promise<{ violations: Violation[] }> } }).axe.run(),
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 120)}`);
}

interface Violation {
  id: string;
  nodes: { html: string }[];
}

interface Screen {
  path: string;
  heading: string;
  /** What is known of the example firm. */
  shows: string[];
  picture: string;
  /** Its main question, and what it says where the answer is empty. */
  asks: string;
  empty: string;
}

const screens: Screen[] = [
  {
    path: 'firm',
    heading: 'The firm',
    shows: ['€198,470.00', '$378,798.48'],
    picture: 'portal-firm.png',
    asks: '**/v1/kpis',
    empty: 'No figure is known yet.',
  },
  {
    path: 'staffing',
    heading: 'Delivery and staffing',
    shows: ['OPP-101', 'duplicate customer'],
    picture: 'portal-staffing.png',
    asks: '**/v1/project-lines*',
    empty: 'No deal has been won yet.',
  },
  {
    path: 'billing',
    heading: 'Billing',
    shows: ['MER-US', '$5,265.00'],
    picture: 'portal-billing.png',
    asks: '**/v1/billing/ages',
    empty: 'Everything that is approved is billed.',
  },
  {
    path: 'people',
    heading: 'People',
    shows: ['needs a person', 'staffable', 'missing attribute'],
    picture: 'portal-people.png',
    asks: '**/v1/onboardings*',
    empty: 'Nobody has been hired yet.',
  },
  {
    path: 'exceptions',
    heading: 'Exceptions',
    shows: ['$80,400.00 at risk', 'duplicate customer (K9)'],
    picture: 'portal-exceptions.png',
    asks: '**/v1/workbench*',
    empty: 'Nothing needs a person.',
  },
  {
    path: 'integration',
    heading: 'Integration',
    shows: ['salesforce', 'Q1'],
    picture: 'portal-integration.png',
    asks: '**/v1/integration-health',
    empty: 'No platform is known yet.',
  },
  {
    path: 'contracts',
    heading: 'Contracts',
    shows: ['process/projects/v1'],
    picture: 'portal-contracts.png',
    asks: '**/v1/contracts',
    empty: 'No contract is published.',
  },
];

/** Each screen of the portal with data, without, on its way and failed; `at` is where the portal is. */
export function describeScreens(
  at: () => { page: Page; portal: string; pictures: string; complaints: string[] },
): void {
  const open = async (path: string): Promise<Page> => {
    const { page, portal } = at();
    await page.goto(`${portal}/#/${path}`);
    // Another part of the same address loads nothing by itself.
    await page.reload();
    return page;
  };

  describe.each(screens)('the screen $path', ({ path, heading, shows, picture, asks, empty }) => {
    it('shows what is known, and can be read by everybody in light and dark', async () => {
      const page = await open(path);
      await page.getByRole('heading', { name: heading, exact: true }).waitFor();
      for (const text of shows) await page.getByText(text).first().waitFor();
      await page.screenshot({ path: join(at().pictures, picture) });
      expect(await barriers(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await barriers(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: null });
    });

    it('says that it loads, and then that there is nothing', async () => {
      const { page } = at();
      let answer = (): void => undefined;
      const asked = new Promise<void>((resolve) => (answer = resolve));
      await page.route(asks, async (route) => {
        await asked;
        const nothing = {
          items: [],
          platforms: [],
          subscribers: [],
          missing: [],
          asOf: new Date().toISOString(),
          lagSeconds: 0,
          nextCursor: null,
        };
        await route.fulfill({ json: nothing });
      });
      await open(path);
      await page.getByText('Loading…').first().waitFor();
      answer();
      await page.getByText(empty).waitFor();
      await page.unroute(asks);
    });

    it('says what failed, and what is missing', async () => {
      const { page, complaints } = at();
      await page.route(asks, (route) => route.fulfill({ status: 503, json: { detail: 'the process APIs are away' } }));
      await open(path);
      await page.getByRole('alert').filter({ hasText: 'the process APIs are away' }).waitFor();
      await page.unroute(asks);
      // The browser itself notes the refusal.
      complaints.splice(0);
    });
  });

  it('a table is sorted by keyboard and taken along as CSV', async () => {
    const page = await open('staffing');
    const value = page.getByRole('columnheader', { name: 'Value' });
    await value.getByRole('button').press('Enter');
    expect(await value.getAttribute('aria-sort')).toBe('ascending');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'CSV' }).first().click(),
    ]);
    const lines = readFileSync(await download.path(), 'utf8').split('\r\n');
    expect(lines[0]).toBe('Deal,Client,Entity,Active,Set up in,People,Value,Held up by');
    expect(lines).toHaveLength(10);
  });

  it('a figure opens to what it is made of, told apart by practice', async () => {
    const page = await open('figures/billed-revenue');
    await page.getByText('Billed, EUR').waitFor();
    expect(await page.locator('.aloud li').allInnerTexts()).toContainEqual(expect.stringMatching(/^Data: €/));
    await page.getByText('TE-kantata-').first().waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.screenshot({ path: join(at().pictures, 'portal-figure.png') });
  });

  it('a case is settled where it is seen, with the reason on record', async () => {
    const page = await open('exceptions');
    const first = page.getByRole('listitem').filter({ hasText: 'duplicate customer (K9)' });
    await first.getByText('Settle it').click();
    await first.getByLabel('How').selectOption('correct');
    await first.getByLabel('chosen').fill('new');
    await first.getByLabel('Why').fill('another company of the same name');
    await first.getByRole('button', { name: 'Correct and go on' }).click();
    await first.waitFor({ state: 'detached' });
  });
}
