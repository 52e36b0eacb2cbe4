import { join } from 'node:path';
import type { Page, Route } from 'playwright-core';
import type { EstateProcess } from '../e2e/estate-process.js';
import { expectReadable } from './axe.js';

interface Place {
  signedIn: (person: RegExp, path: string) => Promise<Page>;
  estate: EstateProcess;
  page: Page;
  portal: string;
  pictures: string;
  complaints: string[];
}

/** A finance person's work with exceptions, on the running example firm; whoever is signed in on the page is Dana Whitlock. */
export function describeWorkbench(at: () => Place): void {
  const open = async (page: Page, path: string): Promise<void> => {
    await page.goto(`${at().portal}/#/${path}`);
    // Another part of the same address loads nothing by itself.
    await page.reload();
  };

  const signedIn = (person: RegExp, path: string): Promise<Page> => at().signedIn(person, path);

  const picture = (page: Page, name: string, fullPage = false): Promise<unknown> =>
    page.screenshot({ path: join(at().pictures, `${name}.png`), fullPage });

  describe('a finance person', () => {
    it('goes from an exception to the billed line, and everything is on record', async () => {
      const { page, complaints } = at();
      await open(page, 'exceptions');
      await page.getByRole('link', { name: /has rate 195.00 USD/ }).click();
      // What the systems say: worked at 195.00, sold at 180.00.
      const rate = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: /^rate/ }) });
      await rate.getByText('195.00 USD').waitFor();
      expect(await rate.innerText()).toMatch(/differs[\s\S]*195.00 USD[\s\S]*180.00 USD/);
      expect(await page.getByRole('columnheader', { name: /PSA \(kantata\)/ }).innerText()).toContain('as of');
      await page.getByRole('button', { name: 'Assign to me' }).click();
      await page.getByText('nobody', { exact: true }).waitFor({ state: 'detached' });
      const comment = page.getByLabel('Comment', { exact: false }).last();
      await comment.fill('refund to DE89370400440532013000');
      await page.getByRole('button', { name: 'Comment' }).click();
      await page.getByText('the note holds a bank account').waitFor();
      await comment.fill('the client agreed to 180.00 by phone');
      await page.getByRole('button', { name: 'Comment' }).click();
      await page.getByText('the client agreed to 180.00 by phone').first().waitFor();
      await picture(page, 'portal-case', true);
      await expectReadable(page);

      await page.getByLabel('Hourly rate', { exact: true }).fill('a lot');
      await page.getByLabel('Why').fill('agreed by phone');
      await page.getByRole('button', { name: 'Correct and go on' }).click();
      await page.getByText('must be an amount such as 180.00').waitFor();
      await page.getByLabel('Hourly rate', { exact: true }).fill('180.00');
      expect(await page.getByLabel('Currency of hourly rate').inputValue()).toBe('USD');
      await page.getByRole('button', { name: 'Correct and go on' }).click();
      await page.getByText(/Settled .* by Dana Whitlock: correct: agreed by phone/).waitFor();
      const log = page.getByRole('table').filter({ hasText: 'Audit log' });
      await log.getByRole('cell', { name: 'correct', exact: true }).waitFor();
      expect(await log.innerText()).toMatch(/assign[\s\S]*note[\s\S]*correct[\s\S]*agreed by phone/);
      // The browser itself notes the two refusals.
      complaints.splice(0);

      await page.getByRole('row').filter({ hasText: 'billing line' }).getByText('posted').waitFor({ timeout: 60_000 });
      await open(page, 'lines/OPP-101');
      // 420 minutes at 180.00 are 1,260.00 on top of 160,452.50.
      await page.getByText('billed $161,712.50').waitFor({ timeout: 60_000 });
    });

    it('finds what is theirs, and says who else works on a case', async () => {
      const { page } = at();
      await open(page, 'exceptions');
      await page.getByRole('link', { name: /was worked as Quality Analyst/ }).click();
      await page.getByLabel('A person or a team').fill('finance operations');
      await page.getByRole('button', { name: 'Assign', exact: true }).click();
      await page.getByText('finance operations', { exact: true }).waitFor();
      await page.getByRole('button', { name: 'Assign to me' }).click();
      await page.getByRole('region', { name: 'Who works on it' }).getByText('Dana Whitlock').waitFor();
      await open(page, 'exceptions');
      await page.getByLabel('Mine').check();
      expect(await page.locator('.bench > li').count()).toBe(1);
      expect(await page.locator('.bench > li').innerText()).toContain('Dana Whitlock works on it');
      await page.getByRole('link', { name: /was worked as Quality Analyst/ }).click();
      await page.getByRole('button', { name: 'Unassign' }).click();
      await page.getByText('nobody', { exact: true }).waitFor();
    });

    it('answers what an ERP asks, in words', async () => {
      const { page } = at();
      await open(page, 'exceptions');
      await page
        .getByRole('link')
        .filter({ hasText: /Halden|customer/i })
        .first()
        .click();
      await page.getByLabel('Its id in the ERP, or “new”').fill('new');
      await page.getByLabel('Why').fill('another company of the same name');
      await page.getByRole('button', { name: 'Correct and go on' }).click();
      await page.getByText(/Settled .* by Dana Whitlock/).waitFor();
    });

    it('is told so of a case that is not there, and of an audit log that cannot be read', async () => {
      const { page, complaints } = at();
      await open(page, 'cases/process-billing/no-such-case');
      await page.getByRole('alert').filter({ hasText: 'no exception "no-such-case"' }).waitFor();
      const withoutAudit = async (route: Route): Promise<void> => {
        const reply = await route.fetch();
        const missing = [{ part: 'audit log', reason: 'it is away' }];
        await route.fulfill({ json: { ...((await reply.json()) as object), audit: [], missing } });
      };
      await page.route('**/v1/cases/*/*', withoutAudit);
      await open(page, 'exceptions');
      await page.locator('.bench a').first().click();
      await page.getByRole('alert').filter({ hasText: 'audit log (it is away)' }).waitFor();
      await page.getByText('Nobody has done anything with it yet.').waitFor();
      // The page reads again by itself: what is under way ends before the next test begins.
      await page.unrouteAll({ behavior: 'wait' });
      complaints.splice(0);
    });
  });

  describe('settling in one go', () => {
    /** Time of a role that was not sold, a quarter of an hour a day: more cases than one person settles alone. */
    const many = 21;

    it('of more than the cap waits for another person, who sees the same cases and says why', async () => {
      const { page, estate, complaints } = at();
      for (let day = 1; day <= many; day += 1) {
        await estate.control('/actions/kantata/logTime', {
          projectRef: 'P-OPP-101',
          email: 'mateo.alvarez@meridian.example',
          date: `2026-10-${String(day).padStart(2, '0')}`,
          minutes: 15,
          roleName: 'Project Manager',
          billable: true,
          notes: 'coordination',
        });
      }
      await estate.control('/actions/kantata/submitAndApproveTime', { projectRef: 'P-OPP-101' });
      await open(page, 'exceptions');
      const cases = page.locator('.bench > li').filter({ hasText: 'was worked as Project Manager' });
      await cases.nth(many - 1).waitFor({ timeout: 60_000 });
      await page.getByLabel('Type').selectOption('role-not-on-card');
      await page.getByRole('combobox', { name: 'Project', exact: true }).selectOption('P-OPP-101');
      // The example firm has one of its own: of a quality analyst, 480 minutes.
      const matching = many + 1;
      expect(await page.locator('.bench > li').count()).toBe(matching);
      await page.getByText(`Settle all ${matching} in one go`).click();
      await page.getByLabel('How').selectOption('cancel');
      await page.getByLabel('Why').fill('not sold, not billed');
      await page.getByRole('button', { name: 'See what would happen' }).click();
      await page.getByText(`${matching} cases`).first().waitFor();
      await page.getByText('a billing line has nothing to undo').first().waitFor();
      await page.getByLabel('How').selectOption('skip');
      await page.getByRole('button', { name: 'See what would happen' }).click();
      await page.getByText('would be settled').first().waitFor();
      await page.getByText('Another person has to confirm it').waitFor();
      // At 150.00 an hour its 480 minutes are 1,200.00; 21 times 60.00 are 1,260.00.
      await page.getByText('$2,460.00').waitFor();
      await picture(page, 'portal-bulk');
      await expectReadable(page);
      await page.getByRole('button', { name: 'Ask another person' }).click();
      await page.getByText('waits for another person').waitFor();
      await picture(page, 'portal-settlement');
      const settlement = new URL(page.url()).hash;
      await page.getByLabel('Reason').fill('it is mine');
      await page.getByRole('button', { name: 'Confirm' }).click();
      await page.getByRole('alert').filter({ hasText: 'somebody else has to confirm it' }).waitFor();
      complaints.splice(0);

      const second = await signedIn(/Rafael Ortiz/, 'exceptions');
      await second.getByRole('row').filter({ hasText: 'Dana Whitlock' }).getByRole('link').first().click();
      await second.waitForURL(`**/${settlement}`);
      await second.getByLabel('Reason').fill('looked at each');
      await second.getByRole('button', { name: 'Confirm' }).click();
      await second.getByText('Rafael Ortiz confirmed it').waitFor();
      await second.getByText(`${matching} cases`).last().waitFor();
      await second.locator('h2').getByText('done').waitFor({ timeout: 60_000 });
      expect(await second.getByRole('cell', { name: 'settled', exact: true }).count()).toBe(matching);
      await second.close();
      await open(page, 'exceptions');
      await page.getByRole('heading', { name: 'Exceptions' }).waitFor();
      await cases.first().waitFor({ state: 'detached', timeout: 60_000 });
    });

    it('that the other person refuses leaves the cases open, and says why', async () => {
      const { page } = at();
      await open(page, 'exceptions');
      await page.getByLabel('Type').selectOption('project-not-active');
      await page.getByText(/^Settle (it|all \d+) in one go$/).click();
      await page.getByLabel('How').selectOption('skip');
      await page.getByLabel('Why').fill('the project is closed');
      await page.getByLabel('Have another person confirm it').check();
      await page.getByRole('button', { name: 'See what would happen' }).click();
      await page.getByRole('button', { name: 'Ask another person' }).click();
      await page.getByText('waits for another person').waitFor();
      const second = await signedIn(/Rafael Ortiz/, new URL(page.url()).hash.slice(2));
      await second.getByLabel('Reason').fill('it will be reopened');
      await second.getByRole('button', { name: 'Refuse' }).click();
      await second.getByText('Rafael Ortiz refused it').waitFor();
      await second.close();
      await open(page, new URL(page.url()).hash.slice(2));
      await page.getByText(/Rafael Ortiz refused it .*: it will be reopened/).waitFor();
      await expectReadable(page);
      await open(page, 'exceptions');
      await page.getByLabel('Type').selectOption('project-not-active');
      expect(await page.locator('.bench > li').count()).toBeGreaterThan(0);
    });

    it('is chosen by what can be undone, also when the last case like that is gone', async () => {
      const { page } = at();
      let system: string | null = 'netsuite';
      await page.route('**/v1/workbench', async (route) => {
        const response = await route.fetch();
        const bench = (await response.json()) as { items: { case: { system: string | null } }[] };
        bench.items[0]!.case.system = system;
        await route.fulfill({ response, json: bench });
      });
      const cases = page.locator('.bench > li');
      const chosen = page.getByLabel('System', { exact: true });
      await open(page, 'exceptions');
      await chosen.selectOption('netsuite');
      expect(await cases.count()).toBe(1);
      system = null;
      await page.getByText(/^None of the \d+ is like that/).waitFor();
      expect(await chosen.inputValue()).toBe('netsuite');
      await chosen.selectOption('');
      await cases.nth(1).waitFor();
      expect(await chosen.count()).toBe(0);
      await page.unroute('**/v1/workbench');
    });

    it('is refused where other cases would be settled by then, and loads, fails and is missing in words', async () => {
      const { page, complaints } = at();
      await page.route('**/v1/bulk-settlements/*', (route) =>
        route.fulfill({ status: 503, json: { detail: 'process-operations is away' } }),
      );
      await open(page, 'settlements/0190a0a0-0000-7000-8000-000000000000');
      await page.getByRole('alert').filter({ hasText: 'process-operations is away' }).waitFor();
      await page.unroute('**/v1/bulk-settlements/*');
      await page.reload();
      await page.getByRole('alert').filter({ hasText: 'no settlement in bulk' }).waitFor();
      complaints.splice(0);
    });
  });
}
