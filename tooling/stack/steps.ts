/** Tells whoever watches a start what is being done, what is done, and how long it took. */
export type Steps = {
  /** Runs one step. A quick one is one line; the line of a slow one appears while it runs. */
  run<T>(name: string, work: (say: (line: string) => void) => Promise<T> | T): Promise<T>;
  /** A line outside of any step. */
  say(line: string): void;
};

const slowAfterMs = 1_500;

/** Steps for a terminal, or, without one, for a log. */
export function createSteps(out: NodeJS.WriteStream = process.stdout): Steps {
  const write = (line: string) => out.write(`${line}\n`);
  return {
    say: write,
    async run(name, work) {
      const startedAt = performance.now();
      const open = () => out.write(out.isTTY ? `  … ${name}` : `  … ${name}\n`);
      const erase = () => out.isTTY && out.write("\r\x1b[2K");
      const slow = out.isTTY ? undefined : setTimeout(open, slowAfterMs);
      if (out.isTTY) open();
      try {
        const result = await work((line) => {
          erase();
          write(`    ${line}`);
          if (out.isTTY) open();
        });
        erase();
        write(`  ✓ ${name} ${seconds(startedAt)}`);
        return result;
      } catch (error) {
        erase();
        write(`  ✗ ${name} ${seconds(startedAt)}`);
        throw error;
      } finally {
        clearTimeout(slow);
      }
    },
  };
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
