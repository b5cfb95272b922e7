/** `npm start`: installs what is missing, serves the page and opens it. Options go to vite: `npm start -- --host`. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled } from './lib/ensureInstalled.mjs';
import { projectFolder } from './lib/npm.mjs';

ensureInstalled();

const vite = join(projectFolder, 'node_modules', 'vite', 'bin', 'vite.js');
const server = spawn(process.execPath, [vite, '--open', ...process.argv.slice(2)], {
  cwd: projectFolder,
  stdio: 'inherit',
});
// Ctrl+C reaches vite as well; this program only has to wait for it to end.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
  process.on(signal, () => server.kill(signal));
server.on('exit', (code) => process.exit(code ?? 0));
