/**
 * `npm test`: installs what is missing, then runs every check, also after one has failed, so that one run
 * tells everything. The last line is always "N passed, N failed": the unit tests, the browser tests, and each
 * other check as one.
 */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { countPlaywright, countVitest } from './lib/counts.mjs';
import { ensureInstalled } from './lib/ensureInstalled.mjs';
import { projectFolder, runNpm } from './lib/npm.mjs';
import { formatTable } from './lib/table.mjs';

/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {string[]} args of `npm run`
 * @property {string} [report] the JSON file with the results of single tests
 * @property {(report: any) => import('./lib/counts.mjs').Counts} [count]
 * @property {boolean} [needsBuild]
 */

/** @type {Stage[]} */
const stages = [
  { name: 'types', args: ['test:types'] },
  { name: 'lint', args: ['test:lint'] },
  { name: 'format', args: ['test:format'] },
  {
    name: 'unit tests',
    args: [
      'test:unit',
      '--',
      '--reporter=default',
      '--reporter=json',
      '--outputFile.json=test-results/unit.json',
    ],
    report: 'test-results/unit.json',
    count: countVitest,
  },
  { name: 'build', args: ['build'] },
  { name: 'size', args: ['test:size'], needsBuild: true },
  {
    name: 'browser tests',
    args: ['test:e2e'],
    report: 'test-results/e2e.json',
    count: countPlaywright,
    needsBuild: true,
  },
];

// If the install ends the program, these words still have to be its last.
process.on('exit', (code) => {
  if (results.length === 0 && code !== 0) console.log('0 passed, 1 failed');
});
/** @type {{ name: string, passed: number, failed: number, seconds: number }[]} */
const results = [];
ensureInstalled();

let isBuilt = true;
for (const stage of stages) {
  console.log(`\n== ${stage.name}`);
  if (stage.needsBuild && !isBuilt) {
    console.log('Not run, because the build failed.');
    results.push({ name: stage.name, passed: 0, failed: 1, seconds: 0 });
    continue;
  }
  // A report of an earlier run must not be taken for the result of this one.
  if (stage.report) rmSync(join(projectFolder, stage.report), { force: true });
  const startMs = performance.now();
  const isOk = runNpm(['run', '--silent', ...stage.args]) === 0;
  const seconds = (performance.now() - startMs) / 1000;
  if (stage.name === 'build') isBuilt = isOk;
  results.push({ name: stage.name, ...countsOf(stage, isOk), seconds });
}

const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
console.log();
console.log(
  formatTable([
    ['', 'passed', 'failed', 'seconds'],
    ...results.map((result) => [result.name, result.passed, result.failed, result.seconds.toFixed(1)]),
  ]),
);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/**
 * @param {Stage} stage
 * @param {boolean} isOk
 */
function countsOf(stage, isOk) {
  if (!stage.count || !stage.report) return { passed: isOk ? 1 : 0, failed: isOk ? 0 : 1 };
  const report = readJson(join(projectFolder, stage.report));
  const counts = report ? stage.count(report) : { passed: 0, failed: 0 };
  // Something else than a test went wrong, such as a server that does not start.
  if (!isOk && counts.failed === 0) counts.failed = 1;
  return counts;
}

/** @param {string} path */
function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
