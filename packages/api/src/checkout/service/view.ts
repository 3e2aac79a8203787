import type { Region } from "../../catalog/contract.ts";
import { money, type Currency } from "../../kernel/money.ts";
import type { Checkout } from "../contract.ts";
import { destinationOf } from "../rules.ts";
import { quoteCheckout } from "./quote.ts";
import { isPast, type AttemptRow, type LineRow, type LoadedCheckout } from "./rows.ts";

export function toCheckout(
  loaded: LoadedCheckout,
  region: Region,
  paymentProviders: Checkout["paymentProviders"],
): Checkout {
  const { row, lines, attempt } = loaded;
  const currency = row.currency as Currency;
  const quote = quoteCheckout({
    lines,
    region,
    destination: destinationOf(row.shippingAddress, loaded.estimate, region),
    shippingOptionId: row.shippingOptionId,
    promotions: row.promotions,
  });
  return {
    id: row.id,
    version: row.version,
    state: isPast(loaded) ? "expired" : row.state,
    cartId: row.cartId,
    region: region.id,
    currency,
    language: row.language,
    email: row.email,
    shippingAddress: row.shippingAddress,
    shippingOptionId: row.shippingOptionId,
    shippingOptions: region.shippingOptions,
    giftMessage: row.giftMessage,
    lines: lines.map((line, index) =>
      toLine(line, quote.lines[index]?.discountMinor ?? 0, currency),
    ),
    promotions: quote.promotions.map(({ discountMinor, ...promotion }) => ({
      ...promotion,
      reduction: money(discountMinor, currency),
    })),
    totals: {
      subtotal: money(quote.subtotalMinor, currency),
      discount: money(quote.discountMinor, currency),
      shipping: money(quote.shippingMinor, currency),
      tax: money(quote.taxMinor, currency),
      total: money(quote.totalMinor, currency),
    },
    taxInclusive: region.taxInclusive,
    expiresAt: row.expiresAt,
    payment: attempt && toPayment(attempt),
    paymentProviders,
    orderId: row.orderId,
  };
}

function toPayment({ state, failureReason, actionUrl }: AttemptRow): Checkout["payment"] {
  const isWaiting = state === "requires_action" && actionUrl !== null;
  return { state, failureReason, action: isWaiting ? { type: "redirect", url: actionUrl } : null };
}

function toLine(
  line: LineRow,
  discountMinor: number,
  currency: Currency,
): Checkout["lines"][number] {
  const { variantId, productId, productHandle, title, variantTitle, sku, options } = line;
  return {
    variantId,
    productId,
    productHandle,
    title,
    variantTitle,
    sku,
    options,
    image: line.image,
    quantity: line.quantity,
    unitPrice: money(line.unitPriceMinor, currency),
    total: money(line.unitPriceMinor * line.quantity, currency),
    discount: money(discountMinor, currency),
    priceBefore: line.priceBeforeMinor === null ? null : money(line.priceBeforeMinor, currency),
  };
}
