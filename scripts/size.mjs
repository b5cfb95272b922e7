/**
 * `npm run test:size`: the JavaScript that a first visit downloads, compressed, against its budget.
 * Reads the built page in dist/.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { projectFolder } from './lib/npm.mjs';
import { formatTable } from './lib/table.mjs';

// One kB is 1000 bytes.
const pageBudgetKb = 150;
const embedBudgetKb = 100;

/** Modules which the page always imports with import(): while it starts, or right after, without being asked. */
const firstView = ['src/app/App.tsx'];
/** Of these it imports one; the biggest counts. */
const languages = ['src/i18n/en.ts', 'src/i18n/ko.ts'];

/** @typedef {{ file: string, imports?: string[] }} Chunk */

const dist = join(projectFolder, 'dist');
if (!existsSync(join(dist, '.vite', 'manifest.json')) || !existsSync(join(dist, 'embed', 'index.html'))) {
  console.error('The sizes need the built page: run `npm run build` first.');
  process.exit(1);
}
/** @type {Record<string, Chunk>} */
const manifest = JSON.parse(readFileSync(join(dist, '.vite', 'manifest.json'), 'utf8'));

// A renamed module must not make the page look smaller.
const gone = [...firstView, ...languages].filter((name) => !existsSync(join(projectFolder, name)));
if (gone.length > 0) {
  console.error(`The lists at the top of scripts/size.mjs name files that do not exist: ${gone.join(', ')}`);
}

const always = filesOf(['index.html', ...firstView]);
const biggest = languages
  .map((name) => [...filesOf([name])].filter((file) => !always.has(file)))
  .sort((a, b) => totalBytes(b) - totalBytes(a))[0];
const page = [...always, ...biggest];
const embed = Buffer.from(inlineScripts(readFileSync(join(dist, 'embed', 'index.html'), 'utf8')));

const pageBytes = totalBytes(page);
const embedBytes = gzipSync(embed).length;
console.log(
  formatTable([
    ['JavaScript, gzip', 'kB', 'budget'],
    ...page.map((file) => [`  ${file}`, kb(totalBytes([file])), '']),
    ['index.html, first view', kb(pageBytes), pageBudgetKb],
    ['embed/index.html', kb(embedBytes), embedBudgetKb],
  ]),
);
const over = [
  pageBytes > pageBudgetKb * 1000 && 'index.html',
  embedBytes > embedBudgetKb * 1000 && 'embed/index.html',
];
for (const name of over) if (name) console.error(`${name} is over its budget.`);
process.exit(gone.length > 0 || over.some(Boolean) ? 1 : 0);

/**
 * The files of these modules and of all that they import at once. A module without a chunk of its own is
 * part of another one that is counted.
 * @param {string[]} names
 * @returns {Set<string>}
 */
function filesOf(names) {
  const seen = new Set();
  const queue = names.filter((name) => name in manifest);
  for (const name of queue) {
    if (seen.has(name)) continue;
    seen.add(name);
    queue.push(...(manifest[name].imports ?? []));
  }
  return new Set([...seen].map((name) => manifest[name].file));
}

/** @param {Iterable<string>} files */
function totalBytes(files) {
  let bytes = 0;
  for (const file of files) bytes += gzipSync(readFileSync(join(dist, file))).length;
  return bytes;
}

/** @param {string} html */
function inlineScripts(html) {
  return [...html.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1]).join('\n');
}

/** @param {number} bytes */
function kb(bytes) {
  return (bytes / 1000).toFixed(1);
}
