import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useService } from '../support/service.ts';
import { NO_BROWSER, useBrowser } from './browser.ts';
import { vectors } from './hostile-vectors.ts';

const service = useService();
const browser = useBrowser();

describe.skipIf(NO_BROWSER !== null)(`hostile text${NO_BROWSER === null ? '' : ` (${NO_BROWSER})`}`, () => {
  test('is text in results, in the box, in links and in parameters', async () => {
    const { page, complaints, close } = await browser.open();
    let dialogs = 0;
    page.on('dialog', (dialog) => {
      dialogs++;
      void dialog.dismiss();
    });
    for (const vector of vectors) {
      await page.goto(`${service().url}/ru/`);
      await page.fill('#text', `снег ${vector}`);
      await page.click('.ask__button');
      await expectOrdinaryResults(page, `снег ${vector}`);
      const query = `снег ${vector}`.slice(0, 200);
      await page.goto(`${service().url}/ru/search?q=${encodeURIComponent(query)}`);
      await expectOrdinaryResults(page, query);
      const value = encodeURIComponent(vector);
      await page.goto(`${service().url}/ru/search?region=${value}&sort=${value}&page=${value}&${value}=1`);
      await expectOrdinaryResults(page, '');
      await page.goto(`${service().url}/ru/contribute?case=${value}`);
      expect(await page.locator('script').count()).toBe(1);
    }
    expect(dialogs).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });
});

/** The page of results as it always is: the text in its box, one script of ours, nothing embedded. */
async function expectOrdinaryResults(page: Page, text: string): Promise<void> {
  expect(await page.locator('.results').count()).toBe(1);
  expect(await page.inputValue('#text')).toBe(text);
  expect(await page.locator('script').count()).toBe(1);
  expect(await page.locator('main :is(iframe, img, object, embed, style)').count()).toBe(0);
}
