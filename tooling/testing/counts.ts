import { readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { stripVTControlCharacters } from "node:util";

/** How many tests a stage ran, how they ended, and what failed: each as `file: test: reason`. */
export type Counts = { passed: number; failed: number; skipped: number; failures: string[] };

type VitestReport = {
  numPassedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { status: string; fullName: string; failureMessages?: string[] }[];
  }[];
};

type PlaywrightReport = {
  stats: { expected: number; skipped: number };
  suites: PlaywrightSuite[];
  errors: { message?: string }[];
};

type PlaywrightSuite = {
  suites?: PlaywrightSuite[];
  specs: {
    title: string;
    file: string;
    tests: { status: string; results: { error?: { message?: string } }[] }[];
  }[];
};

/** Reads a report of vitest. A file that broke before its first test counts as one failure. */
export function vitestCounts(reportFile: string): Counts {
  const report = readReport(reportFile) as VitestReport;
  const failures = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === "failed");
    if (status === "failed" && failed.length === 0) return [failure(name, "the file", message)];
    return failed.map((test) => failure(name, test.fullName, test.failureMessages?.[0]));
  });
  return {
    passed: report.numPassedTests,
    failed: failures.length,
    skipped: report.numPendingTests + report.numTodoTests,
    failures,
  };
}

/** Reads a report of Playwright. A test that passed only when tried again has failed. */
export function playwrightCounts(reportFile: string): Counts {
  const { stats, suites, errors } = readReport(reportFile) as PlaywrightReport;
  const failures = [
    ...suites
      .flatMap(specsOf)
      .flatMap(({ file, title, tests }) =>
        tests
          .filter(({ status }) => status === "unexpected" || status === "flaky")
          .map(({ results }) =>
            failure(file, title, results.find(({ error }) => error)?.error?.message),
          ),
      ),
    ...errors.map(({ message }) => failure("playwright", "the run", message)),
  ];
  return { passed: stats.expected, failed: failures.length, skipped: stats.skipped, failures };
}

function specsOf(suite: PlaywrightSuite): PlaywrightSuite["specs"] {
  return [...suite.specs, ...(suite.suites ?? []).flatMap(specsOf)];
}

function failure(file: string, test: string, message = "no reason given"): string {
  return `${relative(process.cwd(), resolve(file))}: ${test}: ${firstLine(message)}`;
}

function firstLine(message: string): string {
  return stripVTControlCharacters(message).trim().split("\n", 1)[0] ?? "";
}

/** Reads a report of `pnpm chaos`: each thing that must hold counts as a test. */
export function chaosCounts(reportFile: string): Counts {
  return readReport(reportFile) as Counts;
}

/**
 * What a stage adds to the sum. A stage that ended badly without a failed test, and one that ran no
 * test at all, is itself a failure.
 */
export function countsOfStage(stage: string, exitCode: number, read: () => Counts): Counts {
  const counts = readOrNothing(read);
  const ran = counts.passed + counts.failed;
  const isSilentFailure = counts.failed === 0 && (exitCode !== 0 || ran === 0);
  return isSilentFailure
    ? { ...brokenStage(stage, exitCode), passed: counts.passed, skipped: counts.skipped }
    : counts;
}

/** A stage that could not be run, or ended badly for something that is not a test. */
export function brokenStage(stage: string, reason: number | string): Counts {
  const why = typeof reason === "number" ? `ended with exit code ${reason}; see above` : reason;
  return { passed: 0, failed: 1, skipped: 0, failures: [`${stage}: ${why}`] };
}

/** The end of a run: what failed, then the line of numbers. */
export function summary(stages: readonly Counts[]): string {
  const failures = stages.flatMap((stage) => stage.failures.map((failure) => `  ✗ ${failure}`));
  return [...failures, totals(stages)].join("\n");
}

function totals(stages: readonly Counts[]): string {
  const sum = (key: "passed" | "failed" | "skipped") =>
    stages.reduce((total, stage) => total + stage[key], 0);
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
    return { passed: 0, failed: 0, skipped: 0, failures: [] };
  }
}
