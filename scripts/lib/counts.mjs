/** How many tests passed and failed, from what the test programs write as JSON. */

/** @typedef {{ passed: number, failed: number }} Counts */

/**
 * @param {any} report of vitest's json reporter
 * @returns {Counts}
 */
export function countVitest(report) {
  // A file that cannot be loaded has no tests to fail, so it counts itself.
  const brokenFiles = report.testResults.filter(
    (/** @type {any} */ file) =>
      file.status === 'failed' &&
      !file.assertionResults.some((/** @type {any} */ test) => test.status === 'failed'),
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + brokenFiles.length };
}

/**
 * @param {any} report of Playwright's json reporter
 * @returns {Counts}
 */
export function countPlaywright(report) {
  const { expected, unexpected, flaky } = report.stats;
  return { passed: expected + flaky, failed: unexpected };
}
