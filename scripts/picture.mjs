/**
 * `node scripts/picture.mjs`: takes the pictures of README.md and README.ko.md from the built page in dist/.
 * Run it after `npm run build` when the look has changed, and look at what came out. The machine needs a
 * Korean font.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { crc32, deflateSync } from 'node:zlib';
import { ensureInstalled } from './lib/ensureInstalled.mjs';
import { ensureBrowser } from './lib/findBrowser.mjs';
import { projectFolder } from './lib/npm.mjs';

/** One of src/player/link/moments.ts, … */
const moment = 'refusal-under-memory';
/** … a little later, when a refusal is on its way and both servers know somebody. */
const atMs = 15_600;
const pictures = [
  { lang: 'en', locale: 'en-US', file: 'docs/picture.png' },
  { lang: 'ko', locale: 'ko-KR', file: 'docs/picture.ko.png' },
];
const viewport = { width: 1440, height: 900 };

ensureInstalled();
if (!existsSync(join(projectFolder, 'dist', 'index.html'))) {
  console.error('The pictures need the built page: run `npm run build` first.');
  process.exit(1);
}
const { bundleForNode, cacheFolder } = await import('./lib/bundle.mjs');
const moments = join(cacheFolder, 'moments.mjs');
await bundleForNode(join(projectFolder, 'src', 'player', 'link', 'moments.ts'), moments);
const { MOMENTS } = await import(pathToFileURL(moments).href);
if (!Object.hasOwn(MOMENTS, moment)) {
  console.error(`There is no moment named ${moment}. There are: ${Object.keys(MOMENTS).join(', ')}.`);
  process.exit(1);
}

const { preview } = await import('vite');
const { chromium } = await import('playwright-core');
const server = await preview({ root: projectFolder, logLevel: 'warn', preview: { host: '127.0.0.1' } });
const browser = await chromium.launch({
  executablePath: await ensureBrowser(),
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  for (const { lang, locale, file } of pictures) {
    const page = await browser.newPage({ viewport, locale, colorScheme: 'light', deviceScaleFactor: 1 });
    const query = new URLSearchParams(MOMENTS[moment]);
    query.set('t', String(atMs));
    query.set('lang', lang);
    await page.goto(`${server.resolvedUrls?.local[0]}?${query}`);
    await page.getByRole('slider').first().waitFor();
    await page.evaluate(() => document.fonts.ready);
    // The canvas is painted a frame after the page is laid out.
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    const png = paletteImage(await pixelsOf(await page.screenshot({ animations: 'disabled' })));
    writeFileSync(join(projectFolder, file), png);
    console.log(`${relative(process.cwd(), join(projectFolder, file))}: ${Math.round(png.length / 1000)} kB`);
    await page.close();
  }
} finally {
  await browser.close();
  await server.close();
}

/**
 * The pixels of a PNG as 0xRRGGBB, row by row. A browser can read it, so nobody else has to.
 * @param {Buffer} png
 * @returns {Promise<number[]>}
 */
async function pixelsOf(png) {
  const page = await browser.newPage();
  const pixels = await page.evaluate(
    async (source) => {
      const image = await createImageBitmap(await (await fetch(source)).blob());
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
      context?.drawImage(image, 0, 0);
      const bytes = context?.getImageData(0, 0, image.width, image.height).data ?? [];
      return Array.from({ length: bytes.length / 4 }, (_, i) => {
        return (bytes[4 * i] << 16) | (bytes[4 * i + 1] << 8) | bytes[4 * i + 2];
      });
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
  await page.close();
  return pixels;
}

/**
 * A PNG with a palette, which is less than half as large as one without.
 * @param {number[]} pixels
 */
function paletteImage(pixels) {
  const { width, height } = viewport;
  const palette = paletteOf(pixels);
  /** @type {Map<number, number>} */
  const places = new Map();
  const rows = Buffer.alloc((width + 1) * height);
  for (let i = 0; i < pixels.length; i++) {
    const colour = pixels[i];
    let place = places.get(colour);
    if (place === undefined) {
      place = nearest(palette, colour);
      places.set(colour, place);
    }
    // Each row begins with the number of its filter, and 0 is none.
    rows[i + Math.floor(i / width) + 1] = place;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8); // 8 bits a pixel, by palette
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk(
      'PLTE',
      Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255])),
    ),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/**
 * At most 256 colours, the usual ones exactly: a colour stands for all rarer ones near it, and "near" is as
 * little as will do.
 * @param {number[]} pixels
 */
function paletteOf(pixels) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const colours = [...counts].sort((a, b) => b[1] - a[1]).map(([colour]) => colour);
  for (let near = 0; ; near++) {
    /** @type {number[]} */
    const palette = [];
    for (const colour of colours) {
      if (palette.every((other) => distance(colour, other) > near)) palette.push(colour);
      if (palette.length > 256) break;
    }
    if (palette.length <= 256) return palette;
  }
}

/**
 * @param {number[]} palette
 * @param {number} colour
 */
function nearest(palette, colour) {
  let best = 0;
  for (let i = 1; i < palette.length; i++) {
    if (distance(palette[i], colour) < distance(palette[best], colour)) best = i;
  }
  return best;
}

/**
 * @param {number} a
 * @param {number} b
 */
function distance(a, b) {
  return Math.hypot((a >> 16) - (b >> 16), ((a >> 8) & 255) - ((b >> 8) & 255), (a & 255) - (b & 255));
}

/**
 * @param {string} type
 * @param {Buffer} data
 */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
