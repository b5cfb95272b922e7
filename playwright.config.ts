import { defineConfig } from '@playwright/test';
import { findBrowser, findFirefox } from './scripts/lib/findBrowser.mjs';

const port = process.env.BALANCING_ACT_PORT ?? '4317';
// scripts/e2e.mjs has found or fetched one; without it (an editor, `npx playwright`) look again.
// With none, Playwright takes its own and says so if that is missing too.
const chromium = findBrowser();
const firefox = findFirefox();

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/e2e',
  fullyParallel: true,
  // One more than processors: a test often waits for a picture or a clock.
  workers: 3,
  retries: 0,
  forbidOnly: true,
  // A whole story takes some ten seconds, and more on a machine that is busy with something else.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    locale: 'en-US',
    screenshot: 'only-on-failure',
    // A trace doubles the time of the tests: BALANCING_ACT_TRACE=1 keeps those of tests that fail.
    trace: process.env.BALANCING_ACT_TRACE ? 'retain-on-failure' : 'off',
  },
  projects: [
    {
      name: 'chromium',
      use: {
        browserName: 'chromium',
        launchOptions: {
          ...(chromium === undefined ? {} : { executablePath: chromium }),
          args: [
            '--no-sandbox',
            '--disable-gpu',
            '--no-first-run',
            '--disable-background-networking',
            '--disable-component-update',
            '--disable-sync',
          ],
        },
      },
    },
    // A second engine, where there is one, for the few tests whose result could differ in it.
    ...(firefox === undefined
      ? []
      : [
          {
            name: 'firefox',
            grep: /@engines/,
            use: {
              browserName: 'firefox' as const,
              channel: 'moz-firefox',
              launchOptions: { executablePath: firefox },
            },
          },
        ]),
  ],
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --host 127.0.0.1 --port ${port} --strictPort`,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
  },
});
