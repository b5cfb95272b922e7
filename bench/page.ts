/** A page of a real browser in which a benchmark runs, with the frame rate uncapped. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CDPSession, Page } from 'playwright-core';

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

interface OpenPage {
  page: Page;
  heap: CDPSession;
  version: string;
  close(): Promise<void>;
}

// Neither Vite nor Playwright can be bundled into this program, so they are looked up when it runs.
const require = createRequire(join(process.cwd(), 'package.json'));
const { build }: typeof import('vite') = await import(
  /* @vite-ignore */ pathToFileURL(require.resolve('vite')).href
);
const { chromium }: typeof import('playwright-core') = require('playwright-core');

async function buildPage(name: string): Promise<string> {
  const outDir = join(process.cwd(), 'node_modules', '.cache', 'balancing-act', 'bench');
  await build({
    configFile: false,
    root: process.cwd(),
    logLevel: 'warn',
    build: {
      lib: { entry: `bench/${name}.ts`, formats: ['iife'], name: 'page', fileName: () => `${name}.js` },
      outDir,
      emptyOutDir: false,
      copyPublicDir: false,
    },
  });
  return join(outDir, `${name}.js`);
}

/** A page with the script of this name in this folder. */
export async function openPage(name: string): Promise<OpenPage> {
  const script = await buildPage(name);
  const browser = await chromium.launch({
    executablePath: process.env.BALANCING_ACT_BROWSER || '/usr/bin/chromium',
    args: FLAGS,
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 760 } });
  await page.addScriptTag({ path: script });
  const heap = await page.context().newCDPSession(page);
  return { page, heap, version: browser.version(), close: () => browser.close() };
}
