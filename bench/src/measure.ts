/** The smallest measured value that this share of all values does not exceed. @param share 0.99 is p99 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** Median of what `measure` takes, in milliseconds, over `times` runs after one that does not count. */
export async function medianMs(times: number, measure: () => Promise<unknown>): Promise<number> {
  await measure();
  const taken: number[] = [];
  for (let run = 0; run < times; run++) {
    const start = performance.now();
    await measure();
    taken.push(performance.now() - start);
  }
  return median(taken);
}

/**
 * Measures several things in turn, `rounds` times after `warmUps` rounds that do not count, so that a machine that
 * grows slower grows slower for all of them. @returns the results of each, by name, in the order of the rounds
 */
export async function alternately<Name extends string, T>(
  rounds: number,
  things: Record<Name, () => Promise<T>>,
  warmUps = 1,
): Promise<Record<Name, T[]>> {
  const names = Object.keys(things) as Name[];
  const results = Object.fromEntries(names.map((name) => [name, [] as T[]])) as Record<Name, T[]>;
  for (let round = -warmUps; round < rounds; round++) {
    for (const name of names) {
      const result = await things[name]();
      if (round >= 0) results[name].push(result);
    }
  }
  return results;
}

export type Load = { perSecond: number; latenciesMs: number[] };

/** `callers` at once, each calling again as soon as it is answered, for `durationMs`. */
export async function closedLoop(
  callers: number,
  durationMs: number,
  call: (caller: number) => Promise<unknown>,
): Promise<Load> {
  const latenciesMs: number[] = [];
  const start = performance.now();
  const end = start + durationMs;
  await Promise.all(
    Array.from({ length: callers }, async (_, caller) => {
      for (let now = performance.now(); now < end;) {
        await call(caller);
        const after = performance.now();
        latenciesMs.push(after - now);
        now = after;
      }
    }),
  );
  return { perSecond: latenciesMs.length / ((performance.now() - start) / 1000), latenciesMs };
}
