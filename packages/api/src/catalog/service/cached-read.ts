import type { ServiceContext } from "../../kernel/context.ts";

/**
 * A read that nearly never changes, kept in this process for `ttlMs` of the context's clock. Callers
 * that come while it is being read share that one read. What failed is not kept.
 */
export function cachedRead<T>(
  ttlMs: number,
  read: (ctx: ServiceContext) => Promise<T>,
): (ctx: ServiceContext) => Promise<T> {
  let kept: { value: Promise<T>; readAt: number } | undefined;
  return (ctx) => {
    const now = ctx.clock.now().getTime();
    if (kept && Math.abs(now - kept.readAt) < ttlMs) return kept.value;
    const mine = { value: read(ctx), readAt: now };
    kept = mine;
    mine.value.catch(() => {
      if (kept === mine) kept = undefined;
    });
    return mine.value;
  };
}
