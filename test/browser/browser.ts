import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';

/** Where a Chromium may stand; `CHROMIUM` names another. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = [process.env.CHROMIUM ?? '', ...PLACES].find((place) => existsSync(place));

/** Why the tests in a browser cannot run here, or null. */
export const NO_BROWSER =
  executablePath === undefined ? 'no Chromium was found; CHROMIUM may name one' : null;

/** A page, and everything that its browser complained about. */
export interface Tab {
  readonly page: Page;
  /** Errors of the console, of scripts, and of the content security policy. */
  readonly complaints: string[];
  close(): Promise<void>;
}

/** Gives a suite a browser; call it at the top of the file. */
export function useBrowser(): { open(options?: BrowserContextOptions): Promise<Tab> } {
  let browser: Browser;
  beforeAll(async () => {
    if (executablePath === undefined) return;
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  });
  afterAll(() => browser?.close());
  return {
    async open(options = {}) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      return { page, complaints, close: () => context.close() };
    },
  };
}
