/**
 * `npm run simulate -- scenario.json`: runs src/headless/main.ts in Node. The bundle is kept until a source
 * file changes, so only the first run waits for it.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled } from './lib/ensureInstalled.mjs';
import { projectFolder } from './lib/npm.mjs';

const entry = join(projectFolder, 'src', 'headless', 'main.ts');
if (!existsSync(entry)) {
  console.error('There is no headless program: src/headless/main.ts is missing.');
  process.exit(1);
}
ensureInstalled();
const { bundleForNode, cacheFolder } = await import('./lib/bundle.mjs');

const file = join(cacheFolder, `simulate-${hashOfSources()}.mjs`);
if (!existsSync(file)) {
  mkdirSync(cacheFolder, { recursive: true });
  for (const old of readdirSync(cacheFolder)) if (old.startsWith('simulate-')) rmSync(join(cacheFolder, old));
  // Made under another name first: a run that starts meanwhile must not read half a file.
  const unfinished = join(cacheFolder, `unfinished-${process.pid}.mjs`);
  await bundleForNode(entry, unfinished);
  renameSync(unfinished, file);
}

// npm moves to the project's folder, but a file name means what it means where it was typed.
if (process.env.npm_lifecycle_event === 'simulate' && process.env.INIT_CWD)
  process.chdir(process.env.INIT_CWD);
await import(pathToFileURL(file).href);

function hashOfSources() {
  const hash = createHash('sha256');
  const source = join(projectFolder, 'src');
  const names = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(ts|json)$/.test(name),
  );
  const files = [...names.sort().map((name) => join(source, name)), join(projectFolder, 'package-lock.json')];
  for (const path of files) hash.update(path).update(readFileSync(path));
  return hash.digest('hex').slice(0, 16);
}
