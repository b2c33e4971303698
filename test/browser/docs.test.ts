import { chromium } from 'playwright-core';
import { expect, test } from 'vitest';
import { fixtureApp } from '../unit/http/fixture-app.ts';

test('the description is readable in a browser under the strict policy', async () => {
  const { app } = await fixtureApp();
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`${await app.listen({ port: 0, host: '127.0.0.1' })}/docs`);
    await page.getByText('Precedents for a complaint or a few words').click();
    await page.getByRole('button', { name: 'Execute' }).first().click();
    await page.getByText('Server response').waitFor();
    expect(complaints).toEqual([]);
  } finally {
    await browser.close();
    await app.close();
  }
});
