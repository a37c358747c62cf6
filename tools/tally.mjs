/**
 * @typedef {{ status: string, fullName: string }} Assertion
 * @typedef {{ name: string, status: string, assertionResults: Assertion[] }} FileResult
 * @typedef {{ testResults: FileResult[] }} Report what Vitest's json reporter writes
 * @typedef {{ passed: number, failed: number, skipped: string[] }} Tally the skipped ones by name
 */

/**
 * Counts the tests of one run. What fails without a failing test counts as one failure: a file that could not be
 * loaded, a runner that broke, and a run in which no test ran at all.
 * @param {Report | null} report null: the runner wrote none
 * @param {number} status exit status of the runner
 * @returns {Tally}
 */
export function tally(report, status) {
  const files = report?.testResults ?? [];
  const assertions = files.flatMap((file) => file.assertionResults);
  /** @param {string} status */
  const count = (status) => assertions.filter((assertion) => assertion.status === status).length;
  const brokenFiles = files.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  ).length;
  const passed = count('passed');
  const failed = count('failed') + brokenFiles;
  const wrong = status !== 0 || passed + failed === 0;
  const skipped = assertions.filter(({ status }) => status !== 'passed' && status !== 'failed');
  return { passed, failed: failed === 0 && wrong ? 1 : failed, skipped: skipped.map(({ fullName }) => fullName) };
}

/**
 * @param {readonly Tally[]} tallies
 * @returns {Tally}
 */
export function sum(tallies) {
  return tallies.reduce(
    (all, one) => ({
      passed: all.passed + one.passed,
      failed: all.failed + one.failed,
      skipped: [...all.skipped, ...one.skipped],
    }),
    /** @type {Tally} */ ({ passed: 0, failed: 0, skipped: [] }),
  );
}
