import { readFileSync } from "node:fs";

/** How many tests a stage ran, and how they ended. */
export type Counts = { passed: number; failed: number; skipped: number };

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
};

type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
};

/** Reads a report of vitest. A file that broke before its first test counts as one failure. */
export function vitestCounts(reportFile: string): Counts {
  const report = readReport(reportFile) as VitestReport;
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** Reads a report of Playwright. A test that passed only when tried again has failed. */
export function playwrightCounts(reportFile: string): Counts {
  const { stats, errors } = readReport(reportFile) as PlaywrightReport;
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}

/** Reads a report of `pnpm chaos`: each thing that must hold counts as a test. */
export function chaosCounts(reportFile: string): Counts {
  return readReport(reportFile) as Counts;
}

/**
 * What a stage adds to the sum. A stage that ended badly without a failed test, and one that ran no
 * test at all, is itself a failure.
 */
export function countsOfStage(exitCode: number, read: () => Counts): Counts {
  const counts = readOrNothing(read);
  const ran = counts.passed + counts.failed;
  const isSilentFailure = counts.failed === 0 && (exitCode !== 0 || ran === 0);
  return isSilentFailure ? { ...counts, failed: 1 } : counts;
}

/** The last line of a run. */
export function summary(stages: readonly Counts[]): string {
  const sum = (key: keyof Counts) => stages.reduce((total, stage) => total + stage[key], 0);
  const skipped = sum("skipped");
  return `${sum("passed")} passed, ${sum("failed")} failed${skipped ? `, ${skipped} skipped` : ""}`;
}

function readReport(file: string): unknown {
  return JSON.parse(readFileSync(file, "utf8"));
}

function readOrNothing(read: () => Counts): Counts {
  try {
    return read();
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}
