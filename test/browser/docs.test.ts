import { describe, expect, it } from 'vitest';
import { fixtureApp } from '../unit/http/fixture-app.ts';
import { NO_BROWSER, useBrowser } from './browser.ts';

describe.skipIf(NO_BROWSER !== null)(
  `the description in a browser${NO_BROWSER === null ? '' : ` (${NO_BROWSER})`}`,
  () => {
    const browser = useBrowser();

    it('is readable under the strict policy', async () => {
      const { app } = await fixtureApp();
      const { page, complaints, close } = await browser.open();
      try {
        await page.goto(`${await app.listen({ port: 0, host: '127.0.0.1' })}/docs`);
        await page.getByText('Precedents for a complaint or a few words').click();
        await page.getByRole('button', { name: 'Execute' }).first().click();
        await page.getByText('Server response').waitFor();
        expect(complaints).toEqual([]);
      } finally {
        await close();
        await app.close();
      }
    });
  },
);
