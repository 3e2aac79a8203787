/** How workers share the shards without a coordinator: each sees who holds what, and all reckon the same. */

export type Share = {
  kept: number[];
  /** More than its share: to be given back. */
  surplus: number[];
  /** Nobody's, and needed for its share: to be tried. */
  wanted: number[];
};

/**
 * The share of worker `self`: as many shards as everybody, the first workers one more when it does not
 * come out even. Only what is too much moves.
 *
 * @param holders what each worker leads, `self` among them
 */
export function share(
  holders: ReadonlyMap<number, readonly number[]>,
  self: number,
  shardCount: number,
): Share {
  const workers = [...holders.keys()].toSorted((a, b) => a - b);
  const rank = workers.indexOf(self);
  const target =
    Math.floor(shardCount / workers.length) + (rank < shardCount % workers.length ? 1 : 0);
  const mine = [...(holders.get(self) ?? [])].toSorted((a, b) => a - b);
  const held = new Set([...holders.values()].flat());
  const free = Array.from({ length: shardCount }, (_, shard) => shard).filter(
    (shard) => !held.has(shard),
  );
  return {
    kept: mine.slice(0, target),
    surplus: mine.slice(target),
    wanted: free.slice(0, Math.max(0, target - mine.length)),
  };
}
