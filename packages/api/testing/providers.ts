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
 * The context of a process that dies at its n-th transaction (the first is 1), be it its own or a
 * lane's, before it begins. What comes after the death fails too, as it would.
 */
export function dyingBefore<C extends RootContext>(ctx: C, transaction: number): C {
  let begun = 0;
  const mortal = <T extends object>(target: T, begins: string): T =>
    new Proxy(target, {
      get(_, property) {
        const value = Reflect.get(target, property) as unknown;
        if (property !== begins) return value;
        return async (...input: unknown[]) => {
          begun++;
          if (begun >= transaction) throw new Killed();
          return await Reflect.apply<unknown, unknown[], Promise<unknown>>(
            value as (...input: unknown[]) => Promise<unknown>,
            target,
            input,
          );
        };
      },
    });
  return { ...ctx, db: mortal(ctx.db, "transaction"), lanes: mortal(ctx.lanes, "ask") };
}
