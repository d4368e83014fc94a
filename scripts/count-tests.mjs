/**
 * What a test run's report says, as two numbers. Skipped tests count as neither.
 *
 * @typedef {{ passed: number, failed: number }} Count
 */

/** A run that proves nothing, because it ended badly, ran no test or left no report, is one failure. */
const nothing = { passed: 0, failed: 1 };

/**
 * @param {any} report Vitest's JSON, `null` when there is none
 * @param {number} code the exit code
 * @returns {Count}
 */
export function countVitest(report, code) {
  if (!Array.isArray(report?.testResults)) return nothing;
  // A file that could not be loaded has no tests to fail.
  const broken = report.testResults.filter(
    (/** @type {any} */ file) =>
      file.status === 'failed' &&
      !file.assertionResults.some((/** @type {any} */ test) => test.status === 'failed'),
  );
  return settle({ passed: report.numPassedTests, failed: report.numFailedTests + broken.length }, code);
}

/**
 * @param {any} report Playwright's JSON, `null` when there is none
 * @param {number} code the exit code
 * @returns {Count}
 */
export function countPlaywright(report, code) {
  if (!report?.stats) return nothing;
  const { expected, flaky, unexpected } = report.stats;
  return settle({ passed: expected + flaky, failed: unexpected }, code);
}

/**
 * @param {Count} count
 * @param {number} code
 * @returns {Count}
 */
function settle(count, code) {
  if (count.passed + count.failed === 0) return nothing;
  // It failed, but no test did: an error between the tests.
  if (code !== 0 && count.failed === 0) return { ...count, failed: 1 };
  return count;
}
