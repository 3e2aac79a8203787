/** Concurrent acts held against a model that knows only one thing after the other. */

/** What an act does to a model's state, which is never changed in place, and what its actor is told. */
export type Step<S> = (state: S) => { state: S; told: string };

/**
 * The states in which the model may be after acts that ran at once: one for each order of them in which
 * every actor is told what it was told in fact. None: no order explains it (they are not linearizable).
 */
export function explain<S>(start: S, acts: readonly { step: Step<S>; told: string }[]): S[] {
  if (acts.length === 0) return [start];
  return acts.flatMap(({ step, told }, index) => {
    const after = step(start);
    return after.told === told ? explain(after.state, acts.toSpliced(index, 1)) : [];
  });
}
