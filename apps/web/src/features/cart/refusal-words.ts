/** What a refusal means to the shopper, and what to do next. */
import type { Refusal } from "#features/cart/local-state.ts";

const numberIn = (refusal: Refusal, name: string) => {
  const value = refusal.details[name];
  return typeof value === "number" ? value : 0;
};

/** @param isInBag whether there is a line that it is said at */
export function refusalWords(refusal: Refusal, isInBag = false): string {
  switch (refusal.reason) {
    case "cart.out_of_stock": {
      const available = numberIn(refusal, "available");
      if (available <= 0 && isInBag) return "There is no more of it.";
      if (available <= 0) return "It has just sold out, so it is not in your bag.";
      return `Only ${available} left, so we set it to ${available}.`;
    }
    case "cart.quantity_limit":
      return `One order holds at most ${numberIn(refusal, "max")} of it, so we set it to that.`;
    case "cart.too_many_lines":
      return `A bag holds ${numberIn(refusal, "max")} different objects. Order these first, or take one out.`;
    case "cart.not_sold_here":
      return "It is not sold in your market. Choose another one at the top, or something close to it.";
    case "cart.variant_not_found":
      return "It is no longer in the shop.";
    default:
      return "That could not be done. Try it once more.";
  }
}
