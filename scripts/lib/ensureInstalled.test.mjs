import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isInstalled, isNodeNewEnough } from './ensureInstalled.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'installed-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/**
 * @param {string} name
 * @param {number} timeSeconds
 */
function write(name, timeSeconds) {
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  writeFileSync(join(folder, name), '{}');
  utimesSync(join(folder, name), timeSeconds, timeSeconds);
}

test('the packages are installed when their list is as new as package-lock.json', () => {
  write('package-lock.json', 1000);
  expect(isInstalled(folder)).toBe(false);
  write('node_modules/.package-lock.json', 1000);
  expect(isInstalled(folder)).toBe(true);
  write('package-lock.json', 1001);
  expect(isInstalled(folder)).toBe(false);
});

test('Node 20.19 is the oldest', () => {
  expect(['18.20.0', '20.18.3', '20.19.0', '22.1.0'].map(isNodeNewEnough)).toEqual([
    false,
    false,
    true,
    true,
  ]);
});
