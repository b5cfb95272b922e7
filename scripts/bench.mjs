/** `npm run bench [-- name …]`: runs bench/*.bench.ts, each in a fresh process, or only those whose name is given. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled } from './lib/ensureInstalled.mjs';
import { projectFolder } from './lib/npm.mjs';

const folder = join(projectFolder, 'bench');
const wanted = process.argv.slice(2);
const names = (existsSync(folder) ? readdirSync(folder) : [])
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.slice(0, -'.bench.ts'.length))
  .filter((name) => wanted.length === 0 || wanted.some((word) => name.includes(word)));
if (names.length === 0) {
  console.error(
    `There is no benchmark ${wanted.length > 0 ? `named ${wanted.join(' or ')} ` : ''}in bench/.`,
  );
  process.exit(1);
}
ensureInstalled();
const { bundleForNode, cacheFolder } = await import('./lib/bundle.mjs');

let failed = 0;
for (const name of names) {
  const file = join(cacheFolder, 'bench', `${name}.mjs`);
  await bundleForNode(join(folder, `${name}.bench.ts`), file);
  console.log(`\n${name}`);
  // --expose-gc lets a benchmark collect garbage before it measures memory.
  if (spawnSync(process.execPath, ['--expose-gc', file], { stdio: 'inherit' }).status !== 0) failed += 1;
}
process.exit(failed > 0 ? 1 : 0);
