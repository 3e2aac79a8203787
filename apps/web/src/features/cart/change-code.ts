import type { Cart } from "@meridian/api/cart/contract.ts";
import type { PublicError } from "@meridian/api/kernel/public-error.ts";
import type { AppRouter } from "@meridian/api/root.ts";
import type { TRPCClient } from "@trpc/client";
import { problemOf } from "#api/problem.ts";

export type CodeChange = { type: "set" | "remove"; code: string };
/** The problem is undefined when the API was not reached. */
export type CodeAnswer = { cart: Cart } | { problem: PublicError | undefined };

/** Other tabs and devices change the bag, too: each time one was faster it is tried upon the newer state. */
const mostTries = 4;

/** Puts a code on the bag, or takes it off. */
export async function changeCode(
  client: TRPCClient<AppRouter>,
  cart: Cart,
  { type, code }: CodeChange,
): Promise<CodeAnswer> {
  const { setPromotion, removePromotion } = client.cart;
  const change = type === "set" ? setPromotion : removePromotion;
  let expectedVersion = cart.version;
  for (let tries = 1; ; tries++) {
    try {
      return { cart: await change.mutate({ cartId: cart.id, code, expectedVersion }) };
    } catch (error) {
      const problem = problemOf(error);
      if (problem?.reason !== "cart.version_mismatch" || tries === mostTries) return { problem };
      expectedVersion = (problem.current as Cart).version;
    }
  }
}
