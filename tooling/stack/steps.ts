type Line = (line: string) => void;

/**
 * What a step does while it runs.
 * @param say for a line that stays
 * @param progress for how far it has come: a terminal shows the newest only
 */
export type StepWork<T> = (say: Line, progress: Line) => Promise<T> | T;

/** Tells whoever watches a start what is being done, what is done, and how long it took. */
export type Steps = {
  /** Runs one step. A quick one is one line; the line of a slow one appears while it runs. */
  run<T>(name: string, work: StepWork<T>): Promise<T>;
  /** A line outside of any step. */
  say: Line;
};

const slowAfterMs = 1_500;
const terminalTickMs = 1_000;
const logTickMs = 30_000;

/** Steps for a terminal, or, without one, for a log. */
export function createSteps(out: NodeJS.WriteStream = process.stdout): Steps {
  const show = out.isTTY ? terminalStep : logStep;
  return {
    say: (line) => out.write(`${line}\n`),
    async run(name, work) {
      const startedAt = performance.now();
      const elapsed = () => (performance.now() - startedAt) / 1000;
      const seconds = () => `${elapsed().toFixed(1)} s`;
      const step = show(name, out, () => `${Math.floor(elapsed())} s`);
      try {
        const result = await work(step.say, step.progress);
        step.end(`  ✓ ${name} ${seconds()}`);
        return result;
      } catch (error) {
        step.end(`  ✗ ${name} ${seconds()}`);
        throw error;
      }
    },
  };
}

type ShownStep = { say: Line; progress: Line; end: Line };

/** One line, written over until the step ends; its seconds go on while nothing else is told. */
function terminalStep(name: string, out: NodeJS.WriteStream, elapsed: () => string): ShownStep {
  let current = "";
  const draw = () => {
    const line = `  … ${name} ${elapsed()}${current}`;
    out.write(`\r\x1b[2K${line.slice(0, (out.columns || 80) - 1)}`);
  };
  draw();
  const tick = setInterval(draw, terminalTickMs);
  return {
    say(line) {
      out.write(`\r\x1b[2K    ${line}\n`);
      draw();
    },
    progress(line) {
      current = `: ${line.trim()}`;
      draw();
    },
    end(line) {
      clearInterval(tick);
      out.write(`\r\x1b[2K${line}\n`);
    },
  };
}

/** A log can't be written over: the step is announced when it turns out to be slow, and now and then it is still at it. */
function logStep(name: string, out: NodeJS.WriteStream, elapsed: () => string): ShownStep {
  const slow = setTimeout(() => out.write(`  … ${name}\n`), slowAfterMs);
  const tick = setInterval(() => out.write(`  … ${name} ${elapsed()}\n`), logTickMs);
  const say = (line: string) => out.write(`    ${line.trim()}\n`);
  return {
    say,
    progress: say,
    end(line) {
      clearTimeout(slow);
      clearInterval(tick);
      out.write(`${line}\n`);
    },
  };
}
