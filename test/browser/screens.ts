import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { barriers } from './axe.js';
import { describeScreens, type Screen } from './screen.js';

/** What any of these screens is answered where the firm has nothing. */
const nothing = {
  items: [],
  waiting: [],
  platforms: [],
  subscribers: [],
  checks: [],
  worst: [],
  days: 28,
  figure: { id: 'runs-in-time', name: 'Runs in time', unit: 'percent', amounts: [], number: null },
  missing: [],
  asOf: new Date().toISOString(),
  lagSeconds: 0,
  nextCursor: null,
};

const screens: Omit<Screen, 'nothing'>[] = [
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
    path: 'alerts',
    heading: 'Alerts',
    shows: ['duplicate customer: project P-OPP-', 'nobody has taken it', '$80,400.00 at risk'],
    picture: 'portal-alerts.png',
    asks: '**/v1/alerts*',
    empty: 'No cause stops anything.',
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
    path: 'runs',
    heading: 'Runs',
    shows: ['Runs, latest change first', 'Older'],
    picture: 'portal-runs.png',
    asks: '**/v1/runs*',
    empty: 'No run is like that.',
  },
  {
    path: 'objectives',
    heading: 'Objectives',
    shows: ['worker-onboarding', 'project-mobilisation', 'Runs in time'],
    picture: 'portal-objectives.png',
    asks: '**/v1/objectives',
    empty: 'No run has ended yet.',
  },
  {
    path: 'replays',
    heading: 'Replays',
    shows: ['Show what would happen'],
    picture: 'portal-replays.png',
    asks: '**/v1/subscribers',
    empty: 'Nobody listens yet.',
  },
  {
    path: 'cutovers',
    heading: 'Cut-overs',
    shows: ['No system is being exchanged.'],
    picture: 'portal-cutovers.png',
    asks: '**/v1/cutovers',
    empty: 'No system is being exchanged.',
  },
  {
    path: 'chaos',
    heading: 'Chaos runs',
    shows: ['No chaos run is on record.'],
    picture: 'portal-chaos.png',
    asks: '**/v1/chaos-reports',
    empty: 'No chaos run is on record.',
  },
  {
    path: 'mapping-tables',
    heading: 'Mapping tables',
    shows: ['roleOfGrade', 'Senior Consultant'],
    picture: 'portal-mapping-tables.png',
    asks: '**/v1/mapping-tables',
    empty: 'Nothing is mapped.',
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

/** The screens about the firm, and what can be done on them; `at` is where the portal is. */
export function describeFirmScreens(
  at: () => { page: Page; portal: string; pictures: string; complaints: string[] },
): void {
  const open = async (path: string): Promise<Page> => {
    const { page, portal } = at();
    await page.goto(`${portal}/#/${path}`);
    // Another part of the same address loads nothing by itself.
    await page.reload();
    return page;
  };

  describeScreens(
    screens.map((screen) => ({ ...screen, nothing })),
    () => ({ ...at(), open: async (path) => void (await open(path)) }),
  );

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

  it('an alert is acknowledged where its exceptions are, and muted with a reason', async () => {
    const page = await open('alerts');
    await page.getByRole('link', { name: /^duplicate customer/ }).click();
    await page.getByRole('listitem').filter({ hasText: 'duplicate customer (K9)' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByText('Acknowledge').first().click();
    await page.getByLabel('Why').first().fill('asking the client');
    await page.getByRole('button', { name: 'Acknowledge' }).click();
    await page.getByText('Dana Whitlock sees to it').waitFor();
    await page.getByText('Mute').first().click();
    await page.getByLabel('For').selectOption('24');
    await page.getByLabel('Why').first().fill('the client is away');
    await page.getByRole('button', { name: 'Mute' }).click();
    await page.getByText(': the client is away').waitFor();
  });

  it('a run is found and opens to its timeline, with the key of each act', async () => {
    const page = await open('runs');
    await page.getByLabel('Title, key, project or client').fill('OPP-101');
    await page.getByLabel('Workflow').fill('project-mobilisation');
    await page.getByRole('button', { name: 'Look' }).click();
    const link = page.getByRole('link', { name: /OPP-101/ }).first();
    await link.click();
    await page.getByRole('heading', { name: 'Timeline' }).waitFor();
    await page.getByText('Effect in ERP: done').first().click();
    await page.getByText('Idempotency key').first().waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.screenshot({ path: join(at().pictures, 'portal-run.png') });
  });
}
