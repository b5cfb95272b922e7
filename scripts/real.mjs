/**
 * `npm run test:real [-- name …]`: compares the engine with real HAProxy, nginx, Redis and Express servers. The
 * cases and what plays them are in e2e/real.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled } from './lib/ensureInstalled.mjs';
import { projectFolder } from './lib/npm.mjs';

ensureInstalled();
const { bundleForNode, cacheFolder } = await import('./lib/bundle.mjs');

const source = join(projectFolder, 'e2e', 'real');
const program = join(cacheFolder, 'real', 'main.mjs');
const application = join(cacheFolder, 'real', 'application.mjs');
// The packages stay outside: what is compared with is Express as it is installed.
await bundleForNode(join(source, 'main.ts'), program, 'outside');
await bundleForNode(join(source, 'app', 'main.ts'), application, 'outside');

const result = spawnSync(process.execPath, [program, application, ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exit(result.status ?? 1);
