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
