/** What of a contribution counts in its product's rating. Pure. */
import type { ContributionKind, ContributionState } from "./contract.ts";

type Rated = { kind: ContributionKind; state: ContributionState; rating: number | null };

/** Stars added up, and how many reviews. */
export type Stars = { sum: number; count: number };

function starsOf(one: Rated | null): Stars {
  return one?.kind === "review" && one.state === "published" && one.rating !== null
    ? { sum: one.rating, count: 1 }
    : { sum: 0, count: 0 };
}

/** What a change of one adds to the rating; null: it is new, or gone. */
export function ratingChange(before: Rated | null, after: Rated | null): Stars {
  const [was, is] = [starsOf(before), starsOf(after)];
  return { sum: is.sum - was.sum, count: is.count - was.count };
}
