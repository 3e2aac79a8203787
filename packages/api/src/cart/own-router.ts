import { z } from "zod";
import { rest } from "../kernel/rest.ts";
import { procedure, router } from "../kernel/trpc.ts";
import { Cart, ClaimCart, MergeResult } from "./contract.ts";
import { claimGuestCart, getOwnCart } from "./service/current.ts";
import { isCovered } from "./service/view.ts";

const tag = "Cart";

/** The one cart of a user; it is changed like every cart, by its id. */
export const ownCartRouter = router({
  get: procedure
    .meta(
      rest({
        method: "GET",
        path: "/users/me/cart",
        summary: "Get one's own cart",
        description: "A user has one; it is changed at `/carts/{cartId}`, by this user alone.",
        tag,
        user: true,
        isCovered,
        reasons: ["cart.none"],
      }),
    )
    .input(z.strictObject({}))
    .output(Cart)
    .query(({ ctx }) => getOwnCart(ctx)),
  claim: procedure
    .meta(
      rest({
        method: "POST",
        path: "/users/me/cart/merges",
        summary: "Put a guest's cart into one's own",
        description:
          "For the moment of sign-in: quantities add up, and the other cart ends; where there is no own cart it becomes that. All or nothing, and idempotent. `outcomes` tells of lines that could not move as they were.",
        tag,
        user: true,
        reasons: ["cart.not_found", "cart.not_active"],
      }),
    )
    .input(ClaimCart)
    .output(MergeResult)
    .mutation(({ ctx, input }) => claimGuestCart(ctx, input)),
});
