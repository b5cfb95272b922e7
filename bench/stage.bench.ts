/**
 * What a frame of moving requests costs in a browser: script and raster together (the mean interval of
 * frames with the frame rate uncapped) and the script alone, next to a bare loop of as many dots in the
 * same run. Also how much memory a frame leaves behind. The goal is a ratio of at most 2, and nothing.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CDPSession, Page } from 'playwright-core';
import { formatTable } from '../scripts/lib/table.mjs';
import type { Contender, Measured, StageBench } from './stage-page.ts';

const ROUNDS = 5;
const ROUND_MS = 400;
const HEAP_FRAMES = 200;

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-frame-rate-limit',
  '--disable-gpu-vsync',
  // Room for what a few hundred frames might allocate, so that no collection hides it.
  '--js-flags=--min-semi-space-size=128 --max-semi-space-size=128',
];

declare global {
  var stageBench: StageBench;
}

// Neither Vite nor Playwright can be bundled into this program, so they are looked up when it runs.
const require = createRequire(join(process.cwd(), 'package.json'));
const { build }: typeof import('vite') = await import(
  /* @vite-ignore */ pathToFileURL(require.resolve('vite')).href
);
const { chromium }: typeof import('playwright-core') = require('playwright-core');

async function buildPage(): Promise<string> {
  const outDir = join(process.cwd(), 'node_modules', '.cache', 'balancing-act', 'bench');
  await build({
    configFile: false,
    root: process.cwd(),
    logLevel: 'warn',
    build: {
      lib: { entry: 'bench/stage-page.ts', formats: ['iife'], name: 'page', fileName: () => 'stage-page.js' },
      outDir,
      emptyOutDir: false,
      copyPublicDir: false,
    },
  });
  return join(outDir, 'stage-page.js');
}

async function openPage(script: string): Promise<{ page: Page; heap: CDPSession; close(): Promise<void> }> {
  const browser = await chromium.launch({
    executablePath: process.env.BALANCING_ACT_BROWSER || '/usr/bin/chromium',
    args: FLAGS,
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 760 } });
  await page.addScriptTag({ path: script });
  const heap = await page.context().newCDPSession(page);
  return { page, heap, close: () => browser.close() };
}

/** The best of some rounds of each contender, taken in turns so that a busy moment hits all alike. */
async function compare(page: Page, contenders: readonly Contender[]): Promise<Measured[]> {
  const best = contenders.map((): Measured => ({ intervalMs: Infinity, scriptMs: Infinity }));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [i, contender] of contenders.entries()) {
      const measured = await page.evaluate(([c, ms]) => globalThis.stageBench.measure(c, ms), [
        contender,
        ROUND_MS,
      ] as const);
      best[i] = {
        intervalMs: Math.min(best[i].intervalMs, measured.intervalMs),
        scriptMs: Math.min(best[i].scriptMs, measured.scriptMs),
      };
    }
  }
  return best;
}

async function heapBytesPerFrame(page: Page, heap: CDPSession, contender: Contender): Promise<number> {
  await page.evaluate((c) => globalThis.stageBench.warm(c), contender);
  await heap.send('HeapProfiler.collectGarbage');
  const before = await heap.send('Runtime.getHeapUsage');
  await page.evaluate((frames) => globalThis.stageBench.runReady(frames), HEAP_FRAMES);
  const after = await heap.send('Runtime.getHeapUsage');
  return (after.usedSize - before.usedSize) / HEAP_FRAMES;
}

type Way = Omit<Contender, 'count'>;

/** Prints a table: as many dots by the bare loop (the first way) and by the painter in several ways. */
async function printTable(page: Page, counts: readonly number[], ways: Readonly<Record<string, Way>>) {
  const rows = [['requests', ...Object.keys(ways)]];
  for (const count of counts) {
    const contenders = Object.values(ways).map((way) => ({
      ...way,
      count,
      tails: Math.min(count, way.tails),
    }));
    const best = await compare(page, contenders);
    const cells = best.map(
      ({ intervalMs, scriptMs }) =>
        `${intervalMs.toFixed(2)} (${scriptMs.toFixed(2)}) x${(intervalMs / best[0].intervalMs).toFixed(2)}`,
    );
    rows.push([count.toLocaleString('en'), ...cells]);
  }
  console.log(formatTable(rows));
}

const dots: Way = { kind: 'dots', radiusPx: 3.5, dpr: 1, tails: 0, aa: true };
const painter: Way = { ...dots, kind: 'painter' };

const { page, heap, close } = await openPage(await buildPage());
try {
  console.log('Mean frame interval in ms (script in ms) on 1200 x 700 px, and the ratio to the bare dots.');
  await printTable(page, [100, 1000, 5000, 20_000], {
    'bare dots': dots,
    'same size': painter,
    '+ 300 tails': { ...painter, tails: 300 },
    'full size': { ...painter, radiusPx: 6.5 },
    'hard edges': { ...painter, aa: false },
  });
  console.log('\nThe same with two device px per px.');
  await printTable(page, [1000, 5000], {
    'bare dots': { ...dots, dpr: 2 },
    'same size': { ...painter, dpr: 2 },
    'full size + 300 tails': { ...painter, dpr: 2, radiusPx: 6.5, tails: 300 },
  });

  const empty = await heapBytesPerFrame(page, heap, { ...dots, kind: 'empty', count: 0 });
  const full = await heapBytesPerFrame(page, heap, { ...painter, count: 5000, tails: 300 });
  console.log(
    `\nHeap per frame at 5,000 requests: ${full.toFixed(0)} bytes (an empty frame: ${empty.toFixed(0)}).`,
  );
} finally {
  await close();
}
