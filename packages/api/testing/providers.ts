import type { RootContext } from "../src/kernel/context.ts";
import type { PaymentProvider } from "../src/kernel/payment/provider.ts";
import { createTestProvider } from "../src/kernel/payment/test-provider.ts";

/** The context of a process whose payment provider behaves otherwise in some calls. */
export function withProvider<C extends RootContext>(
  ctx: C,
  change: (real: PaymentProvider) => Partial<PaymentProvider>,
): C {
  const real = createTestProvider(ctx.db, "");
  return { ...ctx, payments: { test: { ...real, ...change(real) } } };
}

/** Thrown where a process is killed: what it had committed stays, nothing after it happens. */
export class Killed extends Error {}

/**
 * The context of a process that dies at its n-th transaction (the first is 1), before it begins.
 * What comes after the death fails too, as it would.
 */
export function dyingBefore<C extends RootContext>(ctx: C, transaction: number): C {
  let begun = 0;
  const db = new Proxy(ctx.db, {
    get(target, property) {
      if (property !== "transaction") return Reflect.get(target, property) as unknown;
      return async (...input: Parameters<typeof target.transaction>) => {
        begun++;
        if (begun >= transaction) throw new Killed();
        return await target.transaction(...input);
      };
    },
  });
  return { ...ctx, db };
}
