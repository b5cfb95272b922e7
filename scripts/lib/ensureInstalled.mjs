/** Installs the packages if that is needed. Uses only what Node brings, since it runs before they are there. */
import { lstatSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder, runNpm } from './npm.mjs';

const oldestNode = [20, 19];

/** Ends the program with a message if the packages cannot be installed. */
export function ensureInstalled() {
  if (!isNodeNewEnough(process.versions.node)) {
    stop(
      `This project needs Node ${oldestNode.join('.')} or newer, and this is Node ${process.versions.node}.`,
    );
  }
  if (isInstalled(projectFolder)) return;
  const modules = join(projectFolder, 'node_modules');
  if (lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink()) {
    // npm would follow the link and empty a folder that another working copy is using.
    stop(
      'node_modules is a link, and what it leads to does not fit package-lock.json. Remove the link, or run `npm ci` there.',
    );
  }
  console.error('Installing the packages (npm ci). This happens once, and takes about a minute.');
  // Development packages are needed even where NODE_ENV says "production".
  if (runNpm(['ci', '--include=dev', '--no-audit', '--no-fund']) !== 0) {
    stop('The packages could not be installed: `npm ci` failed, see above. Is this machine online?');
  }
}

/**
 * npm leaves its own list inside node_modules when it is done, so a list older than package-lock.json
 * (or none, after an interrupted install) means that the packages are not those asked for.
 * @param {string} folder
 */
export function isInstalled(folder) {
  const installed = modifiedMs(join(folder, 'node_modules', '.package-lock.json'));
  const wanted = modifiedMs(join(folder, 'package-lock.json'));
  return installed > 0 && installed >= wanted;
}

/** @param {string} version such as 20.19.0 */
export function isNodeNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
}

/** @param {string} path */
function modifiedMs(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/**
 * @param {string} message
 * @returns {never}
 */
function stop(message) {
  console.error(message);
  process.exit(1);
}
