import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/kernel/language.ts';
import { useService } from '../support/service.ts';
import { NO_BROWSER, useBrowser } from './browser.ts';

const service = useService();
const browser = useBrowser();
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const PHONE = { width: 360, height: 740 };

describe.skipIf(NO_BROWSER !== null)(`practices${NO_BROWSER === null ? '' : ` (${NO_BROWSER})`}`, () => {
  test.each(LANGUAGES)('%s: a practice reads well on a screen and on a phone', async (language) => {
    const { page, complaints, close } = await browser.open();
    await page.goto(`${service().url}/${language}/practices/snow-contracts`, { waitUntil: 'networkidle' });
    expect((await new AxeBuilder({ page }).withTags(RULES).analyze()).violations).toEqual([]);
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.locator('link[rel=alternate][hreflang]').count()).toBe(4);
    const text = page.locator('#problem .prose');
    expect(await text.getAttribute('lang')).toBe(language === 'ru' ? null : 'ru');
    await page.setViewportSize(PHONE);
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(tooWide).toBe(false);
    expect((await new AxeBuilder({ page }).withTags(RULES).analyze()).violations).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  test('every row of a comparison leads to its case, and the case back to its practice', async () => {
    const { page, close } = await browser.open();
    await page.goto(`${service().url}/ru/practices/snow-contracts`);
    const links = page.locator('.compare tbody tr .compare__what > a');
    expect(await links.count()).toBe(await page.locator('.compare tbody tr').count());
    expect(await links.count()).toBeGreaterThan(2);
    const title = await links.first().innerText();
    await links.first().click();
    expect(await page.locator('h1').innerText()).toBe(title);
    await page.locator('.practice-offer a').first().click();
    expect(new URL(page.url()).pathname).toBe('/ru/practices/snow-contracts');
    await close();
  });

  test('a complaint on its topic is shown the practice above the cases', async () => {
    const { page, close } = await browser.open();
    await page.goto(`${service().url}/ru/`);
    await page.fill('#text', 'Во дворе не чистят снег, трактор не приезжает');
    await page.click('.ask__button');
    await page.locator('.practice-offer a').first().click();
    expect(new URL(page.url()).pathname).toBe('/ru/practices/snow-contracts');
    await close();
  });

  test.each([
    ['ru', 'двухлетние договоры с подрядчиками', 'snow-contracts'],
    ['kk', 'стерильдеу', 'stray-dogs'],
    ['en', 'satellite monitoring of dumps', 'dumps'],
  ])('%s: words of a practice lead to it without its topic', async (language, words, slug) => {
    const { page, complaints, close } = await browser.open();
    await page.goto(`${service().url}/${language}/search?q=${encodeURIComponent(words)}`);
    const places = await page
      .locator('.practice-offer a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(places[0]).toBe(`/${language}/practices/${slug}`);
    expect(places.length).toBeLessThanOrEqual(3);
    expect((await new AxeBuilder({ page }).withTags(RULES).analyze()).violations).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  test('every practice of the list opens', async () => {
    const { page, close } = await browser.open();
    await page.goto(`${service().url}/kk/practices`);
    const places = await page
      .locator('.practice-list a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(places.length).toBeGreaterThan(0);
    for (const place of places) {
      const answer = await page.request.get(`${service().url}${place}`);
      expect([place, answer.status()]).toEqual([place, 200]);
    }
    await close();
  });
});
