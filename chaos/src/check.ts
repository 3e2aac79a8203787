/** Which of the figures that must be zero a broken rule counts for. */
export type Harm = "lost" | "oversold" | "double-charged" | "other";

/** One thing that must hold, and every case in which it does not. */
export type Check = { rule: string; harm: Harm; broken: string[] };

export function check(rule: string, harm: Harm, broken: readonly string[]): Check {
  return { rule, harm, broken: [...broken] };
}
