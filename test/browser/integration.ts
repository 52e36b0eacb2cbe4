import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { chaosReport } from '../../apps/process-operations/src/chaos/chaos.fixture.js';
import type { EstateProcess } from '../e2e/estate-process.js';
import { expectReadable } from './axe.js';
import { cutover, cutovers } from './cutover.fixture.js';

interface Place {
  estate: EstateProcess;
  pictures: string;
  signedIn: (person: RegExp, path: string) => Promise<Page>;
}

/** The first people of the acquired firm, its file cut short. */
const people = readFileSync('examples/meridian-consulting/acquisition.csv', 'utf8').split('\n').slice(0, 13).join('\n');

const place = (system: string, instance: string) => ({ system, instance, id: '1', active: true, note: null });

/** On the estate of both; the one under test has the same platforms for all. */
const lent = {
  workerNumber: '1026',
  name: 'Clara Hofmann',
  employing: 'MER-DE',
  legalEntity: 'MER-US',
  costCentre: 'US-TEC',
  until: null,
  runId: '70e1fe1e-bfa9-5d5d-bf51-7dbd20911f8f',
  places: [place('erp', 'netsuite'), place('scheduling', 'kantata')],
};

/** What people operations and integration support do with firms that were bought and events that are told again. */
export function describeIntegration(at: () => Place): void {
  describe('people operations', () => {
    it('decide what the values of a firm that was bought mean, and are told what cannot be', async () => {
      const { estate, pictures, signedIn } = at();
      const { id } = await estate.askWorkforce<{ id: string }>('/v1/acquisitions', {
        name: 'Halloway Advisory',
        legalEntity: 'MER-US',
        csv: people,
        reason: 'signed on 2026-10-30',
      });
      const page = await signedIn(/Mina Strand/, 'people');
      await page.getByRole('link', { name: 'Halloway Advisory' }).click();
      await page.getByRole('heading', { name: 'Halloway Advisory' }).waitFor();
      expect(page.url()).toContain(id);
      const mapping = page
        .getByRole('row')
        .filter({ has: page.locator('summary') })
        .first();
      await mapping.locator('summary').click();
      const meant = await mapping.getByLabel('Means').inputValue();
      await mapping.getByLabel('Why').fill('as the two HR leads agreed');
      await mapping.getByLabel('Means').fill('');
      await mapping.getByRole('button', { name: 'Accept' }).click();
      await mapping.getByRole('alert').waitFor();
      await mapping.getByLabel('Means').fill(meant);
      await mapping.getByRole('button', { name: 'Accept' }).click();
      await mapping.getByText(`Means ${meant}.`).waitFor();
      await page.screenshot({ path: join(pictures, 'portal-acquisition.png') });
      await expectReadable(page);
      await page.reload();
      await page.getByText('by Mina Strand').first().waitFor();
      await page.close();
    });
  });

  describe('a loan', () => {
    it('that would change nothing is refused with the reason, and the form stays as it was', async () => {
      const page = await at().signedIn(/Mina Strand/, 'people');
      await page.getByText('Nobody is lent to a legal entity with platforms of its own.').waitFor();
      await page.getByText('Lend a worker').click();
      await page.getByLabel('Worker number').fill('1026');
      await page.getByLabel('Legal entity', { exact: true }).fill('MER-US');
      await page.getByLabel('Cost centre there').fill('US-TEC');
      await page.getByLabel('Why').fill('OPP-101 needs her');
      await page.getByRole('button', { name: 'Lend', exact: true }).click();
      const refusal = await page.getByRole('alert').textContent();
      expect(refusal).toContain('MER-US has the platforms of MER-DE, which know the worker');
      expect(await page.getByLabel('Cost centre there').inputValue()).toBe('US-TEC');
      await expectReadable(page);
      await page.close();
    });

    it('is begun and ended where the legal entities have platforms of their own', async () => {
      const page = await at().signedIn(/Mina Strand/, 'people');
      await page.getByText('Lend a worker').waitFor();
      const told: unknown[] = [];
      await page.route('**/v1/loans', (route) => route.fulfill({ json: { items: [lent], missing: [] } }));
      await page.route('**/v1/workers/**', (route) => {
        told.push([new URL(route.request().url()).pathname, route.request().postDataJSON()]);
        return route.fulfill({ status: 201, json: lent });
      });
      await page.reload();
      const row = page.getByRole('row').filter({ hasText: 'Clara Hofmann' });
      await row.getByText('netsuite, kantata').waitFor();
      await row.getByLabel('End the loan of 1026 to MER-US').click();
      await row.getByLabel('Why').fill('the project is over');
      await row.getByRole('button', { name: 'End it today' }).click();
      await row.getByText('ends today').waitFor();
      expect(told).toEqual([['/v1/workers/1026/loans/MER-US/returns', { reason: 'the project is over' }]]);
      await expectReadable(page);
      await page.close();
    });
  });

  describe('integration support', () => {
    it('tells events to one subscriber again: first what would happen, then exactly that', async () => {
      const { pictures, signedIn } = at();
      const page = await signedIn(/Theo Lang/, 'replays');
      await page.getByLabel('Type of event').selectOption('com.throughline.opportunity.won.v1');
      await page.getByLabel('Subscriber').selectOption({ label: 'process-projects: project-mobilisation starts' });
      await page.getByLabel('Why').fill('to see that nothing is done twice');
      await page.getByRole('button', { name: 'Show what would happen' }).click();
      await page.getByText('a dry run: nothing has happened').waitFor();
      await page
        .getByRole('cell', { name: /^opportunity\// })
        .first()
        .waitFor();
      await page.screenshot({ path: join(pictures, 'portal-replay.png') });
      await expectReadable(page);
      await page.getByRole('button', { name: 'Give exactly these again' }).click();
      await page.waitForURL(/#\/replays\/.+/);
      await page.getByText(/Asked for by Theo Lang: to see that nothing is done twice/).waitFor();
      await page.close();
    });

    it('sees what breaking everything has shown, once it is on record', async () => {
      const { estate, pictures, signedIn } = at();
      const folder = mkdtempSync(join(tmpdir(), 'throughline-report-'));
      const file = join(folder, 'report.json');
      const broken = { ...chaosReport, startedAt: '2026-11-19T06:00:00.000Z', seed: 40, stuck: 1 };
      for (const report of [chaosReport, broken]) {
        writeFileSync(file, JSON.stringify(report));
        expect(await estate.cli('chaos-report', file)).toMatch(/^on record as (held|broken): #\/chaos\//);
      }
      writeFileSync(file, JSON.stringify({ ...chaosReport, lost: -1, queue: 'rabbit' }));
      const refused = await estate.cli('chaos-report', file);
      for (const field of ['lost', 'queue']) expect(refused).toContain(field);
      writeFileSync(file, 'not json');
      expect(await estate.cli('chaos-report', file)).toContain('is no report');
      const page = await signedIn(/Theo Lang/, 'chaos');
      await page.getByText('broken').waitFor();
      expect(await page.locator('tbody .badge').allInnerTexts()).toEqual(['held', 'broken']);
      await page.getByRole('row', { name: /held/ }).getByRole('link').click();
      await page.getByText('fewer than 3 in 388 effects go wrong').waitFor();
      await page.getByText('npm run chaos -- --seed 41 --workflows 60 --faults 40 --queue postgres').waitFor();
      await page.screenshot({ path: join(pictures, 'portal-chaos-run.png') });
      await expectReadable(page);
      await page.close();
      rmSync(folder, { recursive: true });
    });

    it('weighs a cut-over by what hangs on it, what differs, and what stands against it', async () => {
      const { pictures, signedIn } = at();
      const page = await signedIn(/Theo Lang/, 'integration');
      await page.getByRole('heading', { name: 'Integration' }).waitFor();
      await page.route('**/v1/cutovers', (route) => route.fulfill({ json: cutovers }));
      await page.route('**/v1/cutovers/erp/MER-DE', (route) => route.fulfill({ json: cutover }));
      await page.getByRole('link', { name: 'Cut-overs' }).click();
      await page.getByText('waits for a second person').waitFor();
      await page.getByRole('link', { name: 'ERP of MER-DE' }).click();
      await page.getByRole('heading', { name: 'ERP of MER-DE: netsuite and s4hana not ready' }).waitFor();
      await page.getByText('4 projects · 12 approved entries not billed, €14,800.00').waitFor();
      for (const cell of ['time entry TE-7', '1,350.00 EUR', 'invoice-close'])
        await page.getByRole('cell', { name: cell }).first().waitFor();
      expect(await page.getByRole('row', { name: /^time-to-billing/ }).innerText()).toContain('not ready');
      await page.getByText('a purchase order has no close').waitFor();
      await page.screenshot({ path: join(pictures, 'portal-cutover.png') });
      await expectReadable(page);
      await page.close();
    });

    it('is refused without a selection, in words', async () => {
      const page = await at().signedIn(/Theo Lang/, 'replays');
      await page.getByLabel('Why').fill('everything, please');
      await page.getByRole('button', { name: 'Show what would happen' }).click();
      await page.getByRole('alert').filter({ hasText: 'a replay needs' }).waitFor();
      await page.close();
    });
  });
}
