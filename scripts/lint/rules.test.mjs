/** The rules that keep a run a value of its inputs are our own settings, so they are tried here. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFolder } from '../lib/npm.mjs';

const biome = join(projectFolder, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');

/**
 * The expressions that our settings refuse in a file of this name, each tried on a line of its own.
 * @param {string} path
 * @param {string[]} expressions
 */
function refused(path, expressions) {
  const folder = mkdtempSync(join(tmpdir(), 'rules-'));
  for (const name of ['biome.json', '.gitignore', 'scripts/lint']) {
    cpSync(join(projectFolder, name), join(folder, name), { recursive: true });
  }
  mkdirSync(join(folder, dirname(path)), { recursive: true });
  const lines = expressions.map(
    (expression, n) => `export const f${n} = (a: number, b: string) => [a, b, ${expression}];`,
  );
  writeFileSync(join(folder, path), lines.join('\n'));
  const args = [biome, 'lint', '--reporter=github', '--max-diagnostics=none', path];
  const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  const numbers = [...stdout.matchAll(/^::error .*?line=(\d+)/gm)].map((match) => Number(match[1]) - 1);
  return expressions.filter((_, n) => numbers.includes(n));
}

const surroundings = [
  'Date.now()',
  'Math.random()',
  'new Intl.Collator()',
  "b.localeCompare('c')",
  'a.toLocaleString()',
];
const mathematics = ['Math.log(a)', 'Math.hypot(a, 2)', 'a ** 2'];
const exact = ['Math.sqrt(a)', 'Math.imul(a, 2)', 'Math.PI'];

test.each(['timeline', 'metrics', 'scenarios'])('%s reads no clock, no chance and no locale', (folder) => {
  expect(refused(`src/${folder}/example.ts`, [...surroundings, ...mathematics, ...exact])).toEqual(
    surroundings,
  );
});

test('the engine also uses no mathematics that differs between JavaScript engines', () => {
  const all = [...surroundings, ...mathematics, ...exact];
  expect(refused('src/engine/example.ts', all)).toEqual([...surroundings, ...mathematics]);
});

test('the tests of the engine may compare with any mathematics, and still have no clock and no chance', () => {
  const all = [...surroundings, ...mathematics, ...exact];
  expect(refused('src/engine/example.test.ts', all)).toEqual(surroundings);
});
