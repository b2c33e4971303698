import { describe, expect, test } from 'vitest';
import { useService } from '../support/service.ts';
import { NO_BROWSER, useBrowser } from './browser.ts';

const service = useService();
const browser = useBrowser();
const COMPLAINT =
  'Здравствуйте! Во дворе дома третью неделю не чистят снег, трактор не приезжает. Прошу принять меры. Иванов';

describe.skipIf(NO_BROWSER !== null)(`journeys${NO_BROWSER === null ? '' : ` (${NO_BROWSER})`}`, () => {
  test('by keyboard only: ask, read the hits, open a case', async () => {
    const { page, complaints, close } = await browser.open();
    await page.goto(`${service().url}/ru/`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('ds-skip-link');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('text');
    await page.keyboard.insertText(COMPLAINT);
    for (const id of ['my', 'others']) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe(id);
    }
    await page.keyboard.press('Tab');
    await Promise.all([page.waitForURL('**/ru/search'), page.keyboard.press('Enter')]);
    const first = page.locator('.hits .case-card__title a').first();
    const title = (await first.textContent()) ?? '';
    for (let presses = 0; presses < 150; presses++) {
      await page.keyboard.press('Tab');
      if (await first.evaluate((link) => link === document.activeElement)) break;
    }
    const outline = await first.evaluate((link) => getComputedStyle(link).outlineStyle);
    expect(outline).not.toBe('none');
    await Promise.all([page.waitForURL('**/cases/**'), page.keyboard.press('Enter')]);
    expect(await page.locator('h1').textContent()).toBe(title);
    expect(complaints).toEqual([]);
    await close();
  });

  test('without JavaScript: ask, narrow, sort, turn the page, change the language, never showing the text in an address', async () => {
    const { page, close } = await browser.open({ javaScriptEnabled: false });
    const addresses: string[] = [];
    page.on('request', (request) => addresses.push(request.url()));
    await page.goto(`${service().url}/ru/`);
    await page.fill('#text', COMPLAINT);
    await page.selectOption('#my', 'KZ-39');
    await page.click('.ask__button');
    expect(await page.locator('.hits > li').count()).toBeGreaterThan(0);
    expect(await page.locator('.chip').allTextContents()).toEqual(['без региона «Костанайская область»']);
    expect(await page.locator('.reading').textContent()).toContain('Уборка снега');

    await page.locator('.facet__value input[name=outcome]').first().check();
    await page.locator('.facets__body button').click();
    expect(await page.locator('.chip').count()).toBe(2);
    await page.locator('.sorting button', { hasText: 'Сначала новые' }).click();
    expect(await page.locator('.sorting [aria-current]').textContent()).toBe('Сначала новые');
    expect(await page.locator('.chip').count()).toBe(2);
    await page.locator('.chip').first().click();
    expect(await page.locator('.chip').count()).toBe(1);
    await page.locator('.paging button').last().click();
    expect(await page.locator('.paging p').textContent()).toMatch(/^Страница 2/);

    await page.click('.site-languages [lang=kk]');
    expect(page.url()).toBe(`${service().url}/kk/search`);
    expect(await page.inputValue('#text')).toBe(COMPLAINT);
    expect(await page.inputValue('#my')).toBe('KZ-39');
    expect(addresses.every((address) => !/[?#]/.test(address))).toBe(true);

    await page.goto(`${service().url}/kk/`);
    expect(await page.inputValue('#my')).toBe('KZ-39');
    const cookies = await page.context().cookies();
    expect(cookies).toMatchObject([{ name: 'region', value: 'KZ-39', httpOnly: true, sameSite: 'Lax' }]);
    await close();
  });

  test('a shared link carries the topic and the conditions only', async () => {
    const { page, close } = await browser.open();
    await page.goto(`${service().url}/ru/`);
    await page.fill('#text', COMPLAINT);
    await page.click('.ask__button');
    const shared = (await page.getAttribute('#share-link', 'href')) ?? '';
    expect(shared).toBe('/ru/search?category=snow-removal');
    await page.click('#share-link');
    expect(await page.locator('.hits > li').count()).toBeGreaterThan(0);
    await close();
  });

  test('a topic is changed by hand', async () => {
    const { page, close } = await browser.open();
    await page.goto(`${service().url}/ru/search?q=${encodeURIComponent('не чистят снег')}`);
    await page.click('.topic-change summary');
    await page.selectOption('#topic', 'heating');
    await page.click('.topic-change button');
    expect(new URL(page.url()).searchParams.getAll('category')).toEqual(['heating']);
    expect(new URL(page.url()).searchParams.has('go')).toBe(false);
    await close();
  });

  test('an offer keeps the region that was chosen, and offers go when the box is left', async () => {
    const { page, complaints, close } = await browser.open();
    await page.goto(`${service().url}/ru/`);
    await page.selectOption('#my', 'KZ-39');
    await page.check('#others');
    const type = async (text: string) => {
      await page.fill('#text', '');
      await page.locator('#text').pressSequentially(text, { delay: 20 });
      await page.locator('.offers a').first().waitFor();
    };
    await type('уборка сне');
    expect(await page.locator('.offers a').count()).toBeLessThanOrEqual(5);
    await page.click('h1');
    expect(await page.locator('.offers').isVisible()).toBe(false);

    await type('уборка сне');
    await page.locator('.offers a[href*="q="]').first().click();
    await page.waitForURL('**/search');
    expect(await page.locator('.chips .chip').allTextContents()).toEqual([expect.stringContaining('остан')]);
    expect(await page.inputValue('#my')).toBe('KZ-39');

    await page.goto(`${service().url}/ru/`);
    await page.selectOption('#my', 'KZ-39');
    await page.check('#others');
    await type('уборка сне');
    await page.locator('.offers a[href*="category="]').first().click();
    await page.waitForURL('**/search?category=*');
    expect(await page.locator('.chips .chip').allTextContents()).toContainEqual(
      expect.stringContaining('остан'),
    );

    await page.goto(`${service().url}/ru/`);
    await page.fill('#text', 'не чистят снег');
    await page.keyboard.press('Control+Enter');
    await page.waitForURL('**/search');
    expect(await page.locator('.hits > li').count()).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
    await close();
  });

  test('offers stand below the box for typed words, never for pasted text', async () => {
    const { page, complaints, close } = await browser.open();
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/suggest')) asked.push(request.url());
    });
    await page.goto(`${service().url}/ru/`);
    await page.locator('#text').pressSequentially('уборка снега', { delay: 20 });
    await page.locator('.offers a').first().waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.closest('.offers') !== null)).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('text');
    expect(await page.locator('.offers').isVisible()).toBe(false);

    await page.fill('#text', '');
    const before = asked.length;
    await page.evaluate(() => {
      const box = document.querySelector('textarea');
      if (box === null) return;
      box.value = 'не чистят снег';
      box.dispatchEvent(new InputEvent('input', { inputType: 'insertFromPaste', bubbles: true }));
    });
    await page.waitForTimeout(600);
    expect(asked.length).toBe(before);
    expect(complaints).toEqual([]);
    await close();
  });
});
