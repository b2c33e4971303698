import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/kernel/language.ts';
import { useService } from '../support/service.ts';
import { NO_BROWSER, useBrowser } from './browser.ts';

const service = useService({ contactEmail: 'base@sheshim.example' });
const browser = useBrowser();
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const PAGE_BYTES = 150_000;
const PHONE = { width: 360, height: 740 };

/** Every kind of page that a reader can come to, below its language. */
const PLACES = [
  '/',
  '/search?q=снег',
  '/search?q=снег&outcome=resolved&outcome=refused&region=KZ-39&others=1',
  '/search?region=KZ-39&sort=newest&page=2',
  '/search?q=щщщщ&region=KZ-71',
  '/regions',
  '/regions/KZ-39',
  '/regions/KZ-71',
  '/practices',
  '/topics',
  '/topics/snow-removal',
  '/topics/utilities',
  '/statistics',
  '/about',
  '/contribute',
  '/contribute?case=kostanay-snow-two-year-contracts',
];

describe.skipIf(NO_BROWSER !== null)(
  `pages in a browser${NO_BROWSER === null ? '' : ` (${NO_BROWSER})`}`,
  () => {
    describe.each(LANGUAGES)('%s', (language) => {
      test.each(PLACES)('%s: accessible, quiet, light, within its width', async (place) => {
        const { page, complaints, close } = await browser.open();
        const loaded = bytesLoaded(page);
        await page.goto(`${service().url}/${language}${place}`, { waitUntil: 'networkidle' });
        expect(await loaded()).toBeLessThan(PAGE_BYTES);
        expect(await violations(page)).toEqual([]);
        expect(await page.getAttribute('html', 'lang')).toBe(language);
        expect(await page.locator('h1').count()).toBe(1);
        expect(await page.title()).not.toMatch(/[{}]|undefined|null/);
        await page.setViewportSize(PHONE);
        expect(await overflow(page)).toEqual([]);
        // Colours and layout are alike in every language; the words of Kazakh take most room.
        if (language === 'kk') {
          await page.emulateMedia({ colorScheme: 'dark' });
          expect(await violations(page)).toEqual([]);
        }
        expect(complaints).toEqual([]);
        await close();
      });

      test('results of a complaint, on a phone and in the dark', async () => {
        const { page, complaints, close } = await browser.open({ viewport: PHONE, colorScheme: 'dark' });
        const loaded = bytesLoaded(page);
        await page.goto(`${service().url}/${language}/`);
        await page.fill('#text', 'Во дворе не чистят снег, аулада қар тазаланбайды');
        await page.click('.ask__button');
        await page.waitForLoadState('networkidle');
        expect(await violations(page)).toEqual([]);
        expect(await overflow(page)).toEqual([]);
        expect(complaints).toEqual([]);
        expect(await loaded()).toBeLessThan(PAGE_BYTES);
        await close();
      });

      test('an error page and a refused text are accessible', async () => {
        const { page, close } = await browser.open();
        await page.goto(`${service().url}/${language}/no-such-page`);
        expect(await violations(page)).toEqual([]);
        expect(await page.getAttribute('html', 'lang')).toBe(language);
        await page.goto(`${service().url}/${language}/`);
        await page.fill('#text', '   ');
        await page.click('.ask__button');
        await page.waitForLoadState('networkidle');
        expect(await violations(page)).toEqual([]);
        expect(await page.evaluate(() => document.activeElement?.className)).toContain('ds-error-summary');
        await page.click('.ds-error-summary a');
        expect(await page.evaluate(() => document.activeElement?.id)).toBe('text');
        await close();
      });
    });

    test('the languages of a page are links to the same place', async () => {
      const { page, close } = await browser.open();
      await page.goto(`${service().url}/ru/topics/snow-removal`);
      await page.click('.site-languages [lang=kk]');
      expect(new URL(page.url()).pathname).toBe('/kk/topics/snow-removal');
      const alternates = await page
        .locator('link[rel=alternate][hreflang]')
        .evaluateAll((links) =>
          links.map((link) => [link.getAttribute('hreflang'), link.getAttribute('href')]),
        );
      expect(alternates).toEqual([
        ['kk', '/kk/topics/snow-removal'],
        ['ru', '/ru/topics/snow-removal'],
        ['en', '/en/topics/snow-removal'],
        ['x-default', '/ru/topics/snow-removal'],
      ]);
      await close();
    });
  },
);

/** What axe finds against WCAG 2.2 AA, in short. */
async function violations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  );
}

/** Elements that stand out of the window to the right. */
async function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > width + 1)
      .slice(0, 5)
      .map((element) => `${element.tagName}.${element.className}`);
  });
}

/** Counts the bytes that come over the line from now on, as they are sent: page, style, script, fonts. */
function bytesLoaded(page: Page): () => Promise<number> {
  const sizes: Promise<number>[] = [];
  page.on('requestfinished', (request) => {
    sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  return async () => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
