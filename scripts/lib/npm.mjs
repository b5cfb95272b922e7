import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The folder of package.json. */
export const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Runs npm in the project and shows what it prints.
 * @param {string[]} args
 * @returns {number} its exit code
 */
export function runNpm(args) {
  // Under `npm start` and `npm test`, npm says where it is. This avoids npm.cmd, which needs a shell on Windows.
  const npm = process.env.npm_execpath ?? '';
  const options = /** @type {const} */ ({ cwd: projectFolder, stdio: 'inherit' });
  const result = /npm-cli\.c?js$/.test(npm)
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  return result.status ?? 1;
}
