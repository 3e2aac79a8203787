import type { ServiceContext } from "../../kernel/context.ts";
import { isPool } from "../../kernel/transaction.ts";

/**
 * A read that nearly never changes, kept in this process for `ttlMs` of the context's clock. Callers
 * that come while it is being read share that one read; but who is inside a transaction reads alone: it
 * holds a connection, and the shared read may be waiting for one. What failed is not kept.
 */
export function cachedRead<T>(
  ttlMs: number,
  read: (ctx: ServiceContext) => Promise<T>,
): (ctx: ServiceContext) => Promise<T> {
  let kept: { value: T; readAt: number } | undefined;
  let underWay: Promise<T> | undefined;
  const readAndKeep = async (ctx: ServiceContext) => {
    const readAt = ctx.clock.now().getTime();
    const value = await read(ctx);
    kept = { value, readAt };
    return value;
  };
  return async (ctx) => {
    const now = ctx.clock.now().getTime();
    if (kept && Math.abs(now - kept.readAt) < ttlMs) return kept.value;
    if (!isPool(ctx.db)) return await readAndKeep(ctx);
    underWay ??= readAndKeep(ctx).finally(() => (underWay = undefined));
    return await underWay;
  };
}

/** One {@link cachedRead} for each value that is asked for, of which there are few. */
export function cachedReads<T, K extends string>(
  ttlMs: number,
  read: (ctx: ServiceContext, key: K) => Promise<T>,
): (key: K) => (ctx: ServiceContext) => Promise<T> {
  const reads = new Map<K, (ctx: ServiceContext) => Promise<T>>();
  return (key) => {
    const known = reads.get(key);
    if (known) return known;
    const made = cachedRead(ttlMs, (ctx) => read(ctx, key));
    reads.set(key, made);
    return made;
  };
}
