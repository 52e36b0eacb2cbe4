import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expectReadable } from './axe.js';

/** A screen of the portal, and what is known of it. */
export interface Screen {
  path: string;
  heading: string;
  /** What is known of the firm in front of it. */
  shows: string[];
  picture: string;
  /** Whether the picture is of more than the first glance. */
  fullPage?: boolean;
  /** Its main question, the answer where there is nothing, and what it says then. */
  asks: string;
  nothing: object;
  empty: string;
}

export interface ScreenPlace {
  page: Page;
  open: (path: string) => Promise<void>;
  pictures: string;
  complaints: string[];
}

/** Screens with data, on their way, without data and failed; `at` is where the portal is. */
export function describeScreens(screens: Screen[], at: () => ScreenPlace): void {
  describe.each(screens)('the screen $path', (screen) => {
    const { path, heading, shows, picture, fullPage = false, asks, nothing, empty } = screen;

    it('shows what is known, and can be read by everybody in light and dark', async () => {
      const { page, open, pictures } = at();
      await open(path);
      await page.getByRole('heading', { name: heading, exact: true }).waitFor();
      for (const text of shows) await page.getByText(text).first().waitFor();
      await page.screenshot({ path: join(pictures, picture), fullPage });
      await expectReadable(page);
    });

    it('says that it loads, and then that there is nothing', async () => {
      const { page, open } = at();
      let answer = (): void => undefined;
      const asked = new Promise<void>((resolve) => (answer = resolve));
      await page.route(asks, async (route) => {
        await asked;
        await route.fulfill({ json: nothing });
      });
      await open(path);
      await page.getByText('Loading…').first().waitFor();
      answer();
      await page.getByText(empty).waitFor();
      await page.unroute(asks);
    });

    it('says what failed', async () => {
      const { page, open, complaints } = at();
      await page.route(asks, (route) => route.fulfill({ status: 503, json: { detail: 'the process APIs are away' } }));
      await open(path);
      await page.getByRole('alert').filter({ hasText: 'the process APIs are away' }).waitFor();
      await page.unroute(asks);
      // The browser itself notes the refusal.
      complaints.splice(0);
    });
  });
}
