/** What a bench measured: figures with their units in the name, and ratios of two figures of the same run. */
export type BenchResult = {
  figures: Record<string, number>;
  ratios: Record<string, number>;
  /** What else decides the figures: sizes, counts, versions. */
  conditions: Record<string, string | number>;
};

/** What a figure or a ratio, named by `of`, must reach: `--check` fails and names the bar that is missed. */
export type Bar = { of: string; atLeast: number } | { of: string; atMost: number };

export type Bench = {
  name: string;
  /** What it shows, in one sentence, and against which floor. */
  shows: string;
  bars: readonly Bar[];
  run(): Promise<BenchResult>;
};

/** The bars that a result misses; one whose figure was not measured is missed. */
export function missedBars(bars: readonly Bar[], { figures, ratios }: BenchResult): string[] {
  return bars.flatMap((bar) => {
    const value = ratios[bar.of] ?? figures[bar.of];
    const isReached =
      value !== undefined && ("atLeast" in bar ? value >= bar.atLeast : value <= bar.atMost);
    if (isReached) return [];
    const limit = "atLeast" in bar ? `at least ${bar.atLeast}` : `at most ${bar.atMost}`;
    return [`${bar.of} must be ${limit}, and is ${value?.toFixed(2) ?? "not measured"}`];
  });
}
