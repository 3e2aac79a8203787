/** What a bench measured: figures with their units in the name, and ratios of two figures of the same run. */
export type BenchResult = {
  figures: Record<string, number>;
  ratios: Record<string, number>;
  /** What else decides the figures: sizes, counts, versions. */
  conditions: Record<string, string | number>;
};

export type Bench = {
  name: string;
  /** What it shows, in one sentence, and against which floor. */
  shows: string;
  /** Ratios that must not be exceeded: `--check` fails and names them. */
  atMost: Record<string, number>;
  run(): Promise<BenchResult>;
};

/** Median of what `measure` takes, in milliseconds, over `times` runs after one that does not count. */
export async function medianMs(times: number, measure: () => Promise<unknown>): Promise<number> {
  await measure();
  const taken: number[] = [];
  for (let run = 0; run < times; run++) {
    const start = performance.now();
    await measure();
    taken.push(performance.now() - start);
  }
  return taken.toSorted((a, b) => a - b)[Math.floor(taken.length / 2)] ?? 0;
}
