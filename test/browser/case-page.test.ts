import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/kernel/language.ts';
import { testContext } from '../support/context.ts';
import { useService } from '../support/service.ts';
import { splitCase } from '../unit/cases-pages/split-case.ts';
import { NO_BROWSER, useBrowser } from './browser.ts';

const service = useService();
const browser = useBrowser();
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 360, height: 740 };
const SLUG = 'test-split-tender';
const OLDER_SLUG = 'test-split-tender-older';

beforeAll(async () => {
  const { cases } = service();
  const ctx = testContext();
  const content = splitCase({ slug: OLDER_SLUG });
  const { id } = await cases.createCase({ ctx, input: { content } });
  await cases.publishCase({ ctx, input: { id } });
  await cases.changeCase({ ctx, input: { id, content: { ...content, slug: SLUG }, basedOnRevision: 1 } });
  await cases.publishCase({ ctx, input: { id } });
});

const address = (language: string, slug: string) => `${service().url}/${language}/cases/${slug}`;

test('an older slug leads to the current one, an unknown one to a page that says so', async () => {
  const moved = await fetch(address('kk', OLDER_SLUG), { redirect: 'manual' });
  expect(moved.status).toBe(308);
  expect(moved.headers.get('location')).toMatch(new RegExp(`/kk/cases/${SLUG}$`));
  const missing = await fetch(address('kk', 'no-such-case'), { headers: { accept: 'text/html' } });
  expect(missing.status).toBe(404);
  expect(missing.headers.get('content-type')).toContain('text/html');
  expect(await missing.text()).toContain('<html lang="kk"');
});

test('a new revision shows at once, a withdrawn case no more', async () => {
  const { cases } = service();
  const ctx = testContext();
  const content = splitCase({ unknown: ['До изменения'] });
  const { id } = await cases.createCase({ ctx, input: { content } });
  await cases.publishCase({ ctx, input: { id } });
  const read = async () => (await fetch(address('ru', id))).text();
  expect(await read()).toContain('До изменения');
  const after = { ...content, unknown: ['После изменения'] };
  await cases.changeCase({ ctx, input: { id, content: after, basedOnRevision: 1 } });
  await cases.publishCase({ ctx, input: { id } });
  expect(await read()).toContain('После изменения');
  await cases.archiveCase({ ctx, input: { id, reason: 'test' } });
  expect((await fetch(address('ru', id))).status).toBe(404);
});

describe.skipIf(NO_BROWSER !== null)(`the case page in a browser (${NO_BROWSER ?? 'Chromium'})`, () => {
  describe.each(LANGUAGES)('%s', (language) => {
    test.each([SLUG, 'kostanay-snow-two-year-contracts'])(
      '%s: accessible and within its width',
      async (slug) => {
        const { page, complaints, close } = await browser.open({ viewport: WIDE });
        await page.goto(address(language, slug), { waitUntil: 'networkidle' });
        expect(await violations(page)).toEqual([]);
        expect(await page.locator('h1').count()).toBe(1);
        expect(await collisions(page)).toEqual([]);
        await page.setViewportSize(PHONE);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
        expect(await violations(page)).toEqual([]);
        expect(await collisions(page)).toEqual([]);
        await page.emulateMedia({ colorScheme: 'dark' });
        expect(await violations(page)).toEqual([]);
        expect(complaints).toEqual([]);
        await close();
      },
    );
  });

  test('the gap at 1 January is seen: hatched, in words, across on a wide and upright on a narrow screen', async () => {
    const { page, close } = await browser.open({ viewport: WIDE });
    await page.goto(address('ru', SLUG));
    const across = page.locator('svg.timeline--across');
    const upright = page.locator('svg.timeline--upright');
    expect([await across.isVisible(), await upright.isVisible()]).toEqual([true, false]);
    await expectGap(page);
    await page.setViewportSize(PHONE);
    expect([await across.isVisible(), await upright.isVisible()]).toEqual([false, true]);
    await expectGap(page);
    await close();
  });

  test('prints a memo: no navigation, whole sums, addresses of sources', async () => {
    const { page, close } = await browser.open({ viewport: WIDE });
    await page.goto(address('ru', SLUG));
    await page.emulateMedia({ media: 'print' });
    for (const hidden of ['.site-header', '.case-contents', '.case-files ul', '.case-similar'])
      expect(await page.locator(hidden).first().isHidden(), hidden).toBe(true);
    expect(await page.locator('svg.timeline--across').isVisible()).toBe(true);
    expect(await page.locator('.print-only').isVisible()).toBe(true);
    const after = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element, '::after').content);
    expect(await after('.money[title]')).toContain('2\u202f300\u202f000\u202f000');
    expect(await after('.sources a')).toContain('https://');
    await close();
  });

  test('offers to print, and the record for programs', async () => {
    const { page, close } = await browser.open({ viewport: WIDE });
    await page.goto(address('ru', SLUG), { waitUntil: 'networkidle' });
    expect(await page.getByRole('button', { name: 'Распечатать справку' }).isVisible()).toBe(true);
    for (const name of ['Markdown', 'JSON']) {
      const href = await page.getByRole('link', { name, exact: true }).getAttribute('href');
      expect((await fetch(service().url + href)).status).toBe(200);
    }
    await close();
  });
});

async function expectGap(page: Page): Promise<void> {
  const gap = page.locator('svg.timeline:visible rect.tl-gap');
  expect(await gap.count()).toBe(1);
  const box = await gap.boundingBox();
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThan(12);
  const words = await page.locator('svg.timeline:visible .tl-text-gap').allTextContents();
  expect(words.join(' ').replaceAll('\u00a0', ' ')).toMatch(/с 1 января по 14 февраля 2026 г\.?, 45 дней/);
}

/** What axe finds against WCAG 2.2 AA, in short. */
async function violations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  );
}

/** Words of the visible timeline that touch each other or leave it, as the browser sets them. */
async function collisions(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const svg = [...document.querySelectorAll('svg.timeline')].find(
      (one) => one.getBoundingClientRect().width > 0,
    );
    const frame = svg?.getBoundingClientRect();
    if (svg === undefined || frame === undefined) return [];
    const boxes = [...svg.querySelectorAll('text')].map((text) => ({
      words: text.textContent,
      box: text.getBoundingClientRect(),
    }));
    const found = boxes
      .filter(({ box }) => box.left < frame.left || box.right > frame.right || box.bottom > frame.bottom + 1)
      .map(({ words }) => `outside: ${words}`);
    for (const [index, one] of boxes.entries())
      for (const other of boxes.slice(index + 1)) {
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        if (across > 0 && down > one.box.height * 0.35) found.push(`${one.words} over ${other.words}`);
      }
    return found;
  });
}
