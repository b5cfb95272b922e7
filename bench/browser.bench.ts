/**
 * How fast the engine is where visitors meet it. The browser's compiler may be years younger than Node's, and decides
 * otherwise what becomes part of what.
 */
import { formatTable } from '../scripts/lib/table.mjs';
import { openPage } from './page.ts';
import { queueTable } from './queue.ts';
import type { QueueBench } from './queue-page.ts';

declare global {
  var queueBench: QueueBench;
}

const { page, version, close } = await openPage('queue-page');
try {
  const speeds = await page.evaluate(() => globalThis.queueBench());
  console.log(formatTable(queueTable(`M/M/4 at 90 % load, Chromium ${version}`, speeds)));
} finally {
  await close();
}
