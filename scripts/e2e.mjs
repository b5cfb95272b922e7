/**
 * `npm run test:e2e`: the browser tests, against the built page in dist/. Finds or fetches a browser and a
 * free port, then hands over to Playwright. Options go to Playwright: `npm run test:e2e -- --grep keyboard`.
 */

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { ensureInstalled } from './lib/ensureInstalled.mjs';
import { ensureBrowser } from './lib/findBrowser.mjs';
import { projectFolder } from './lib/npm.mjs';

ensureInstalled();
const tests = existsSync(join(projectFolder, 'e2e'))
  ? readdirSync(join(projectFolder, 'e2e'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.spec\.ts$/.test(name),
    )
  : [];
if (tests.length === 0) {
  console.log('There are no browser tests: no *.spec.ts in e2e/.');
  process.exit(0);
}
if (!existsSync(join(projectFolder, 'dist', 'embed', 'index.html'))) {
  console.error('The browser tests need the built page: run `npm run build` first.');
  process.exit(1);
}

try {
  process.env.BALANCING_ACT_BROWSER = await ensureBrowser();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
console.log(`Browser: ${process.env.BALANCING_ACT_BROWSER}`);
process.env.BALANCING_ACT_PORT = String(await freePort(4317));

const playwright = join(projectFolder, 'node_modules', '@playwright', 'test', 'cli.js');
const result = spawnSync(process.execPath, [playwright, 'test', ...process.argv.slice(2)], {
  cwd: projectFolder,
  stdio: 'inherit',
});
process.exit(result.status ?? 1);

/**
 * The first free port from here on, so that two working copies can be tested at the same time.
 * @param {number} port
 * @returns {Promise<number>}
 */
function freePort(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(freePort(port + 1)));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(port)));
  });
}
