import { defineConfig } from 'vitest/config';

const setUpPostgres = { globalSetup: ['test/support/global-setup.ts'] };

export default defineConfig({
  test: {
    // Two cores bear two files at once, each with a database of its own.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['test/unit/**/*.test.{ts,tsx}'], testTimeout: 20_000 },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.{ts,tsx}'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          ...setUpPostgres,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.{ts,tsx}'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          ...setUpPostgres,
        },
      },
    ],
  },
});
