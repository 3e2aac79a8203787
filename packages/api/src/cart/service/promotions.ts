import type { ServiceContext } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import type { PromotionRefusal } from "../../promotions/contract.ts";
import type { Cart, RemovePromotion, SetPromotion } from "../contract.ts";
import { afterChange, type CartChange, commitChange } from "./commit.ts";
import { cartNotActive, versionMismatch } from "./refusals.ts";
import type { LoadedCart } from "./rows.ts";
import { priceLoaded, requireCart, requireHeldCart } from "./write.ts";

/**
 * Gives the cart a code, in place of the one that it had. A use is not taken here but when it is paid;
 * a limit that is reached already is told.
 * @throws not_found `promotions.not_found` {code}; conflict `promotions.used_up`; invalid `promotions.not_started`,
 *   `promotions.expired`, `promotions.not_applicable`
 * @throws not_found `cart.not_found`, conflict `cart.not_active`, precondition_failed `cart.version_mismatch`
 */
export async function setPromotion(ctx: ServiceContext, input: SetPromotion): Promise<Cart> {
  const { code } = input;
  const loaded = await loadAt(ctx, input);
  if (!loaded.promotions.some((promotion) => promotion.code === code)) throw codeNotFound(code);
  const change = changeTo(code);
  const cart = await priceLoaded(ctx, afterChange(loaded, change));
  const refusal = cart.promotions.find((promotion) => promotion.code === code)?.refusal;
  if (refusal) throw promotionRefused(refusal);
  await commit(ctx, loaded, change);
  return cart;
}

/**
 * Takes a code off the cart; one that it does not have changes nothing.
 * @throws as {@link setPromotion}, of the cart
 */
export async function removePromotion(ctx: ServiceContext, input: RemovePromotion): Promise<Cart> {
  const loaded = await loadAt(ctx, input);
  if (loaded.row.promotionCode !== input.code) return await priceLoaded(ctx, loaded);
  const change = changeTo(null);
  await commit(ctx, loaded, change);
  return await priceLoaded(ctx, afterChange(loaded, change));
}

function changeTo(promotionCode: string | null): CartChange {
  return { lines: [], isChanged: true, promotionCode };
}

async function loadAt(ctx: ServiceContext, input: SetPromotion): Promise<LoadedCart> {
  const { cartId, code: promotionCode, expectedVersion } = input;
  const loaded = await requireHeldCart(ctx, cartId, { promotionCode });
  if (loaded.row.state !== "active") throw cartNotActive(cartId);
  if (loaded.row.version === expectedVersion) return loaded;
  throw versionMismatch(expectedVersion, await priceLoaded(ctx, loaded));
}

/** As an exact line: of several who saw the same version one wins. */
async function commit(ctx: ServiceContext, loaded: LoadedCart, change: CartChange): Promise<void> {
  if (await commitChange(ctx, loaded, change)) return ctx.nudge();
  const { id, version } = loaded.row;
  const now = await requireCart(ctx, id);
  if (now.row.state !== "active") throw cartNotActive(id);
  throw versionMismatch(version, await priceLoaded(ctx, now));
}

function codeNotFound(code: string): DomainError {
  return new DomainError("not_found", "promotions.not_found", {
    message: "There is no such code.",
    details: { code },
  });
}

const messages: Record<PromotionRefusal["reason"], string> = {
  "promotions.not_started": "This code does not count yet.",
  "promotions.expired": "This code has ended.",
  "promotions.used_up": "This code has been used up.",
  "promotions.not_applicable": "This code does not count for what is in the cart.",
};

function promotionRefused({ reason, details }: PromotionRefusal): DomainError {
  const kind = reason === "promotions.used_up" ? "conflict" : "invalid";
  return new DomainError(kind, reason, { message: messages[reason], details });
}
