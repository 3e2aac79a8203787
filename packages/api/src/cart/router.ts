import { z } from "zod";
import { rest } from "../kernel/rest.ts";
import { beforeReplay, middleware, procedure, replay, router } from "../kernel/trpc.ts";
import {
  ApplyOperations,
  Cart,
  CreateCart,
  GetCart,
  MergeCart,
  MergeResult,
  OperationsResult,
  RemoveLine,
  RemovePromotion,
  SetLine,
  SetPromotion,
  UpdateCart,
} from "./contract.ts";
import { createCart, getCart, updateCart } from "./service.ts";
import { findCurrentCart } from "./service/current.ts";
import { isCovered } from "./service/view.ts";
import { removeLine, setLine } from "./service/lines.ts";
import { mergeCart } from "./service/merge.ts";
import { applyOperations } from "./service/operations.ts";
import { removePromotion, setPromotion } from "./service/promotions.ts";

const tag = "Cart";
const found = ["cart.not_found"];
const changed = [...found, "cart.not_active", "cart.version_mismatch"];

/** Whoever lost the first answer lost its cookie, too. */
const rememberCart = middleware(async ({ ctx, next }) => {
  const result = await next();
  if (result.ok) ctx.guestCart.remember((result.data as Cart).id);
  return result;
});

export const cartRouter = router({
  create: beforeReplay
    .use(rememberCart)
    .use(replay)
    .meta(
      rest({
        method: "POST",
        path: "/carts",
        summary: "Make a cart",
        description: "A user has one cart, and gets that one.",
        tag,
        status: 201,
        idempotencyKey: "optional",
        location: (cart: Cart) => `/api/v1/carts/${cart.id}`,
        reasons: ["cart.country_not_served"],
      }),
    )
    .input(CreateCart)
    .output(Cart)
    .mutation(({ ctx, input }) => createCart(ctx, input)),
  /** The cart of this browser, for the storefront: of a user the own one, with what the browser gathered before. */
  current: procedure
    .input(z.strictObject({}))
    .output(Cart.nullable())
    .query(async ({ ctx }) => {
      const cart = await findCurrentCart(ctx, ctx.guestCart.id);
      if (cart !== null && cart.id !== ctx.guestCart.id) ctx.guestCart.remember(cart.id);
      return cart;
    }),
  get: procedure
    .meta(
      rest({
        method: "GET",
        path: "/carts/{cartId}",
        summary: "Get the priced cart",
        tag,
        isCovered,
        reasons: found,
      }),
    )
    .input(GetCart)
    .output(Cart)
    .query(({ ctx, input }) => getCart(ctx, input)),
  update: procedure
    .meta(
      rest({
        method: "PATCH",
        path: "/carts/{cartId}",
        summary: "Change region, destination or language",
        tag,
        ifMatch: "optional",
        reasons: [...changed, "cart.country_not_served"],
      }),
    )
    .input(UpdateCart)
    .output(Cart)
    .mutation(({ ctx, input }) => updateCart(ctx, input)),
  setLine: procedure
    .meta(
      rest({
        method: "PUT",
        path: "/carts/{cartId}/lines/{variantId}",
        summary: "Set a line to an exact quantity",
        tag,
        ifMatch: "required",
        reasons: [
          ...changed,
          "cart.out_of_stock",
          "cart.variant_not_found",
          "cart.not_sold_here",
          "cart.too_many_lines",
          "cart.pass_required",
        ],
      }),
    )
    .input(SetLine)
    .output(Cart)
    .mutation(({ ctx, input }) => setLine(ctx, input)),
  removeLine: procedure
    .meta(
      rest({
        method: "DELETE",
        path: "/carts/{cartId}/lines/{variantId}",
        summary: "Remove a line",
        tag,
        ifMatch: "required",
        reasons: changed,
      }),
    )
    .input(RemoveLine)
    .output(Cart)
    .mutation(({ ctx, input }) => removeLine(ctx, input)),
  setPromotion: procedure
    .meta(
      rest({
        method: "PUT",
        path: "/carts/{cartId}/promotions/{code}",
        summary: "Give the cart a promotion code, in place of the one it has",
        tag,
        ifMatch: "required",
        reasons: [
          ...changed,
          "promotions.not_found",
          "promotions.not_started",
          "promotions.expired",
          "promotions.used_up",
          "promotions.not_applicable",
        ],
      }),
    )
    .input(SetPromotion)
    .output(Cart)
    .mutation(({ ctx, input }) => setPromotion(ctx, input)),
  removePromotion: procedure
    .meta(
      rest({
        method: "DELETE",
        path: "/carts/{cartId}/promotions/{code}",
        summary: "Take a promotion code off the cart",
        tag,
        ifMatch: "required",
        reasons: changed,
      }),
    )
    .input(RemovePromotion)
    .output(Cart)
    .mutation(({ ctx, input }) => removePromotion(ctx, input)),
  applyOperations: procedure
    .meta(
      rest({
        method: "POST",
        path: "/carts/{cartId}/operations",
        summary: "Apply mergeable operations",
        description:
          "Needs no precondition. Idempotent by (device, seq): an operation already applied is reported as a duplicate. Made offline, it can say what its device `observed`; then what was added elsewhere meanwhile is left alone.",
        tag,
        reasons: [...found, "cart.not_active"],
      }),
    )
    .input(ApplyOperations)
    .output(OperationsResult)
    .mutation(({ ctx, input }) => applyOperations(ctx, input)),
  merge: procedure
    .meta(
      rest({
        method: "POST",
        path: "/carts/{cartId}/merges",
        summary: "Merge another cart into this one",
        description:
          "For the moment of sign-in. Quantities add up, and what drops hold goes along; the other cart ends. All or nothing, and idempotent. `outcomes` tells of lines that could not move as they were: a refused one stays in the other cart.",
        tag,
        reasons: [...found, "cart.not_active", "cart.same_cart"],
      }),
    )
    .input(MergeCart)
    .output(MergeResult)
    .mutation(async ({ ctx, input }) => {
      const result = await mergeCart(ctx, input);
      // A guest whose cart is part of another one goes on with that one.
      if (ctx.guestCart.id === input.fromCartId) ctx.guestCart.remember(input.cartId);
      return result;
    }),
});
