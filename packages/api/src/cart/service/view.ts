import type { Region } from "../../catalog/contract.ts";
import { toInstant } from "../../kernel/instant.ts";
import { money, type Currency } from "../../kernel/money.ts";
import type { Cart, LineNotice } from "../contract.ts";
import { noticesOf, withLines, type UndiscountedLine } from "../rules/intent.ts";
import { candidatesOf } from "./candidates.ts";
import type { LineRow, LoadedCart } from "./rows.ts";

/** The priced cart, as everybody sees it. One without lines tells of no promotion that would apply by itself. */
export function toCart(
  loaded: Pick<LoadedCart, "row" | "lines" | "promotions">,
  region: Region,
  now: Date,
): Cart {
  const { row, lines } = loaded;
  const isEmpty = lines.length === 0;
  return withLines(
    {
      id: row.id,
      version: row.version,
      region: row.regionId,
      currency: region.currency,
      language: row.language,
      country: row.country ?? region.countries[0] ?? "",
      subdivision: row.subdivision,
      state: row.state,
      taxInclusive: region.taxInclusive,
      freeShippingFrom: null,
      promotions: candidatesOf(loaded, now).filter(({ code }) => code !== null || !isEmpty),
    },
    lines.map((line) => toLine(line, region, row.state)),
    region,
  );
}

/** What was bought or merged holds nothing, and nobody can act on it: only an active cart's lines have notices. */
function toLine(row: LineRow, { currency }: Region, state: Cart["state"]): UndiscountedLine {
  const quantity = row.quantity ?? 0;
  const { variantId, productId, productHandle, title, variantTitle, sku, options, image, hue } =
    row;
  return {
    variantId,
    productId,
    productHandle,
    title,
    variantTitle,
    sku,
    options,
    image,
    hue,
    quantity,
    counter: row.counter ?? {},
    unitPrice: money(row.priceMinor ?? 0, currency),
    compareAt: row.compareAtMinor === null ? null : money(row.compareAtMinor, currency),
    total: money((row.priceMinor ?? 0) * quantity, currency),
    available: row.available,
    isTaxable: row.isTaxable,
    hold:
      row.holdOnAdd && row.holdExpiresAt !== null
        ? { expiresAt: toInstant(row.holdExpiresAt) }
        : null,
    notices: state === "active" ? noticesFor(row, quantity, currency) : [],
  };
}

/** Stock, prices and promotions move without the cart: what has to be said of them is never answered with 304. */
export function isCovered({ lines, promotions }: Cart): boolean {
  return promotions.length === 0 && lines.every((line) => line.notices.length === 0);
}

function noticesFor(row: LineRow, quantity: number, currency: Currency): LineNotice[] {
  const isSoldHere = row.priceMinor !== null;
  const hasNewPrice = isSoldHere && row.seenPriceMinor !== row.priceMinor;
  return noticesOf({
    quantity,
    available: row.available,
    isSoldHere,
    priceBefore: hasNewPrice ? money(row.seenPriceMinor ?? 0, currency) : null,
    hasLostHold: row.holdOnAdd && row.available !== null && row.holdExpiresAt === null,
  });
}
