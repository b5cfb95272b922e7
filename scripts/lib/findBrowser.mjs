/**
 * Finds the browsers for the browser tests, and gets one if there is none. Looking is separate from
 * getting: playwright.config.ts only looks.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const linuxNames = [
  // Without a window it does not draw one for nobody to see, and the tests take two thirds of the time.
  'chromium-headless-shell',
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const macApplications = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];
const windowsPrograms = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * The program file of a Chrome, Chromium or Edge on this machine. BALANCING_ACT_BROWSER goes first.
 * @returns {string | undefined}
 */
export function findBrowser() {
  const chosen = process.env.BALANCING_ACT_BROWSER;
  if (chosen) {
    if (isFile(chosen)) return chosen;
    throw new Error(
      `BALANCING_ACT_BROWSER should be the program file of a browser, but there is no file ${chosen}`,
    );
  }
  return browserPlaces().find((path) => isFile(path) && starts(path));
}

/**
 * The program file of Firefox ESR, the only Firefox that the tests can drive besides Playwright's own.
 * BALANCING_ACT_FIREFOX goes first.
 * @returns {string | undefined}
 */
export function findFirefox() {
  return [process.env.BALANCING_ACT_FIREFOX ?? '', ...inPath(['firefox-esr'])].find(isFile);
}

/**
 * The program file of a browser, fetched if there is none.
 * @returns {Promise<string>}
 */
export async function ensureBrowser() {
  const found = findBrowser() ?? (await findPlaywrightBrowser());
  if (found) return found;

  console.error('No Chrome, Chromium or Edge found. Asking Playwright for its Chromium.');
  const { runNpm } = await import('./npm.mjs');
  runNpm(['exec', '--', 'playwright', 'install', 'chromium']);
  const fetched = await findPlaywrightBrowser();
  if (fetched) return fetched;

  if (canUseApt()) {
    console.error('Asking the system for Chromium (apt-get).');
    aptInstall(['chromium', 'fonts-noto-cjk']);
    const installed = findBrowser();
    if (installed) return installed;
  }
  throw new Error(
    'No browser for the browser tests. Please install Chrome, Chromium or Edge, or set BALANCING_ACT_BROWSER to the program file of one.',
  );
}

async function findPlaywrightBrowser() {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  return isFile(path) && starts(path) ? path : undefined;
}

/** @returns {string[]} */
function browserPlaces() {
  if (process.platform === 'darwin') {
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
      macApplications.map((name) => join(folder, name)),
    );
  }
  if (process.platform === 'win32') {
    return [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => windowsPrograms.map((name) => join(folder, name)));
  }
  return [...inPath(linuxNames), '/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge'];
}

/** @param {string[]} names */
function inPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** @param {string} path */
function isFile(path) {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/**
 * Some systems have a chromium that only says how to install it. On Windows a browser asked for its version
 * opens a window, so there the file is enough.
 * @param {string} path
 */
function starts(path) {
  if (process.platform === 'win32') return true;
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

function canUseApt() {
  return process.platform === 'linux' && existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
}

/** @param {string[]} packages */
function aptInstall(packages) {
  const options = /** @type {const} */ ({
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  spawnSync('apt-get', ['update', '-q'], options);
  spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], options);
}
