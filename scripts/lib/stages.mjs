/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {() => Promise<number>} run gives the exit code
 */

/**
 * Runs the stages in order, says how long each took, and stops at the first that fails.
 *
 * @param {readonly Stage[]} stages
 * @param {{ log: (line: string) => void, now: () => number }} tools `now` in milliseconds
 * @returns {Promise<string | null>} name of the stage that failed
 */
export async function runStages(stages, { log, now }) {
  for (const { name, run } of stages) {
    log(`\n== ${name}`);
    const started = now();
    const code = await run();
    const seconds = ((now() - started) / 1000).toFixed(1);
    log(`== ${name}: ${code === 0 ? 'passed' : `failed (exit code ${code})`} after ${seconds} s`);
    if (code !== 0) return name;
  }
  return null;
}

/** @typedef {{ passed: number, failed: number, skipped: number, secondTry?: number }} Count */

/**
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number }} report
 *   of `vitest --reporter=json`
 * @returns {Count}
 */
export function countVitest(report) {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number } }} report
 *   of `playwright --reporter=json`
 * @returns {Count} a test that passed only when it was repeated is counted, and told
 */
export function countPlaywright({ stats }) {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
    secondTry: stats.flaky,
  };
}

/**
 * @param {readonly Count[]} counts
 * @returns {string} the plain closing line, `12 passed, 0 failed`, and `, 3 skipped`, `, 1 only on the second try` when there are any
 */
export function closingLine(counts) {
  const sum = (/** @type {keyof Count} */ key) =>
    counts.reduce((total, count) => total + (count[key] ?? 0), 0);
  const skipped = sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : '';
  const again = sum('secondTry') > 0 ? `, ${sum('secondTry')} only on the second try` : '';
  return `${sum('passed')} passed, ${sum('failed')} failed${skipped}${again}`;
}
