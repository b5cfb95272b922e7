import { expect, test } from 'vitest';
import { countPlaywright, countVitest } from './counts.mjs';

test('vitest: tests count, skipped ones do not, and a file that cannot be loaded counts as one failure', () => {
  const report = {
    numPassedTests: 3,
    numFailedTests: 1,
    numPendingTests: 2,
    testResults: [
      { status: 'passed', assertionResults: [{ status: 'passed' }, { status: 'pending' }] },
      { status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] },
      { status: 'failed', assertionResults: [] },
    ],
  };
  expect(countVitest(report)).toEqual({ passed: 3, failed: 2 });
});

test('Playwright: skipped tests do not count', () => {
  expect(countPlaywright({ stats: { expected: 5, unexpected: 2, flaky: 0, skipped: 4 } })).toEqual({
    passed: 5,
    failed: 2,
  });
});
