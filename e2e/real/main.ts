/**
 * `npm run test:real [-- name …]`: plays every case with our engine and with real programs, and says where
 * they differ. Exit status: 0 nothing differs, 1 something does, 2 a program is missing.
 */
import { availableParallelism } from 'node:os';
import project from '../../package.json';
import { formatTable } from '../../scripts/lib/table.mjs';
import type { Trial } from './case.ts';
import { CASES } from './cases/index.ts';
import { lookForPrograms } from './installed.ts';
import { hold, knownTo, trialsOf, type Verdict } from './trial.ts';

/** Trials mostly wait, but their programs all start at once. */
const AT_ONCE = Math.min(4, availableParallelism() + 1);
const MOST_TRIES = 3;
/** Differences of one trial that are printed. */
const MOST_TOLD = 12;

const [appFile, ...names] = process.argv.slice(2);
const { versions, advice } = lookForPrograms();
if (advice !== null) {
  console.error(advice);
  process.exit(2);
}
const trials = trialsOf(CASES).filter(
  ({ setting }) => names.length === 0 || names.some((name) => setting.name.includes(name)),
);
if (trials.length === 0) {
  console.error(
    `No case is called ${names.join(' or ')}. There are: ${CASES.map(({ name }) => name).join('; ')}.`,
  );
  process.exit(1);
}
console.log(`Against ${[...versions, ...packageVersions()].map((one) => one.join(' ')).join(', ')}.\n`);

// Whoever stops the tests does not leave programs behind: leaving closes every lab.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const verdicts: (Verdict & { tries: number })[] = [];
const waiting = trials.entries();
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (const [place] of waiting) await holdTrial(place, 1);
  }),
);
// What differs is tried again, one at a time: a machine that is busy with something else makes things late, and a
// real difference stays.
for (let tries = 2; tries <= MOST_TRIES; tries++) {
  for (const [place, { differences }] of verdicts.entries()) {
    if (differences.length > 0) await holdTrial(place, tries);
  }
}

console.log();
console.log(
  formatTable([
    ['', 'against', 'steps', 'result', 'tries', 'max time apart', 'late', 'seconds'],
    ...verdicts.map(({ setting, against, steps, differences, tries, maxTimeMs, lateMs, seconds }) => [
      setting.name,
      against,
      steps,
      resultOf({ setting, against }, differences),
      tries,
      `${Math.round(maxTimeMs)} ms`,
      `${Math.round(lateMs)} ms`,
      seconds.toFixed(1),
    ]),
  ]),
);
const reasons = new Set(trials.flatMap(knownTo).map(({ because }) => because));
if (reasons.size > 0) console.log(`\nKnown to differ, see docs/model.md: ${[...reasons].join(' ')}`);
const failed = verdicts.filter(({ differences }) => differences.length > 0).length;
console.log(`\n${verdicts.length - failed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);

async function holdTrial(place: number, tries: number): Promise<void> {
  const verdict = { ...(await hold(trials[place], appFile)), tries };
  verdicts[place] = verdict;
  const { setting, against, differences } = verdict;
  console.log(`${differences.length === 0 ? '✓' : '✗'} ${setting.name}, ${against}`);
  for (const difference of differences.slice(0, MOST_TOLD)) console.log(`    ${difference}`);
  if (differences.length > MOST_TOLD) console.log(`    … and ${differences.length - MOST_TOLD} more`);
}

function resultOf(trial: Trial, differences: readonly string[]): string {
  if (differences.length > 0) return `${differences.length} differ`;
  const known = knownTo(trial).length;
  return known === 0 ? 'equal' : `equal but for ${known} known`;
}

function packageVersions(): [string, string][] {
  return (['express', 'express-session', 'connect-redis', 'redis'] as const).map((name) => [
    name,
    project.devDependencies[name],
  ]);
}
