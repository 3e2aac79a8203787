/** Why a code takes nothing off, and what to do about it. */
import type { Money } from "@meridian/api/kernel/money.ts";
import { exactPriceText } from "#design/price.tsx";

const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long" });

/** What a refused code says; `reason` and `details` as declared in the promotions' contract. */
export function promotionWords(reason: string, details: Record<string, unknown> = {}): string {
  switch (reason) {
    case "promotions.not_found":
    // It has not the form of one.
    case "request.invalid_input":
      return "There is no such code. Look at its letters once more.";
    case "promotions.not_started":
      return `This code counts from ${day.format(new Date(String(details["startsAt"])))} on.`;
    case "promotions.expired":
      return `This code ended on ${day.format(new Date(String(details["endsAt"])))}.`;
    case "promotions.used_up":
      return "This code has been used up.";
    case "promotions.not_applicable": {
      const minimum = details["minimumSubtotal"] as Money | null;
      return minimum === null
        ? "This code does not count in your market."
        : `This code counts from ${exactPriceText(minimum)} on.`;
    }
    default:
      return "That could not be done. Try it once more.";
  }
}
