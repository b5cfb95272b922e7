/** A run is a value: every browser computes the same bits as Node. */
import { build } from 'vite';
import { GOLDEN_FINGERPRINT } from '../src/engine/testing/golden.ts';
import { fingerprintsOfRuns } from './support/fingerprints.ts';
import { startPlainServer } from './support/plainServer.ts';
import { expect, test } from './support/test.ts';

/** The runs as a script for a page, minified as everything that is shipped. */
async function bundleRuns(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: true,
      lib: { entry: 'e2e/support/fingerprints.ts', formats: ['iife'], name: 'runs' },
    },
  });
  const [{ output }] = Array.isArray(built) ? built : [];
  return output[0].code;
}

test('the engine gives the same bits in this browser as in Node', { tag: '@engines' }, async ({ page }) => {
  const host = await startPlainServer({
    '/runs.html': `<!doctype html><title>Runs</title><link rel="icon" href="data:,">
      <script>${await bundleRuns()}</script>`,
  });
  await page.goto(`${host.address}runs.html`);
  const here = fingerprintsOfRuns();
  expect(Object.keys(here).length).toBeGreaterThan(5);
  expect(new Set(Object.values(here)).size, 'the runs differ').toBe(Object.keys(here).length);
  const there = await page.evaluate(() =>
    (
      window as unknown as { runs: { fingerprintsOfRuns(): Record<string, string> } }
    ).runs.fingerprintsOfRuns(),
  );
  expect(there).toEqual(here);
  expect(there.golden).toBe(GOLDEN_FINGERPRINT);
  await host.close();
});
