import type { LineNotice } from "@meridian/api/cart/contract.ts";
import { exactPriceText } from "#design/price.tsx";

/** Why a line can't be bought as it stands, or costs something else than before. */
export function noticeWords(notice: LineNotice, price: string, market: string): string {
  switch (notice.type) {
    case "not_sold_here":
      return `Not sold in ${market}.`;
    case "out_of_stock":
      return notice.available > 0 ? `Only ${notice.available} left.` : "Sold out meanwhile.";
    case "hold_expired":
      return "We no longer hold this for you.";
    case "price_changed":
      return `The price was ${exactPriceText(notice.before)}, it is ${price} now.`;
  }
}
