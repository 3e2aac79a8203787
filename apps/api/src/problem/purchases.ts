import type { Reason } from "@meridian/api/server.ts";
import { entry, type ReasonEntry } from "./entry.ts";

type PurchaseReason = Extract<
  Reason,
  | `cart.${string}`
  | `checkout.${string}`
  | `payment.${string}`
  | `order.${string}`
  | `promotions.${string}`
>;

/** Of the way from a cart to an order, and back. */
export const purchases: Record<PurchaseReason, ReasonEntry> = {
  "cart.not_found": entry(
    404,
    "No such cart",
    "There is no cart with this id, or it is another user's; carts that nobody uses are removed after a while.",
  ),
  "cart.none": entry(
    404,
    "No cart yet",
    "The user has no cart, or it has become an order. `POST /carts` makes one.",
  ),
  "cart.not_active": entry(409, "Cart is closed", "The cart has become an order. Make a new one."),
  "cart.version_mismatch": entry(
    412,
    "Cart has changed",
    "The cart was changed elsewhere first. `current` is what it is now; decide again with its ETag.",
  ),
  "cart.precondition_required": entry(
    428,
    "If-Match required",
    "Send `If-Match` with the ETag of the cart that you last saw.",
  ),
  "cart.out_of_stock": entry(
    409,
    "Out of stock",
    "Less is available than was asked for; `details.available` says how much.",
  ),
  "cart.variant_not_found": entry(404, "No such variant", "There is no variant with this id."),
  "cart.pass_required": entry(
    409,
    "Sold through a line",
    "The drop `details.drop` lets in so many at once, from `details.startsAt` on: `PUT /drops/{handle}/places/{key}` takes a place, and gives the cart a pass.",
  ),
  "cart.not_sold_here": entry(
    422,
    "Not sold here",
    "The variant has no price in the cart's region.",
  ),
  "cart.same_cart": entry(422, "The same cart", "A cart can't be merged into itself."),
  "cart.too_many_lines": entry(422, "Too many lines", "A cart has at most `details.max` lines."),
  "cart.quantity_limit": entry(
    422,
    "Quantity limit",
    "A line has at most `details.max` units. The operation was adjusted to that.",
  ),
  "cart.country_not_served": entry(
    422,
    "Country not served",
    "The cart's region does not ship to this country.",
  ),

  "checkout.not_found": entry(404, "No such checkout", "There is no checkout with this id."),
  "checkout.cart_empty": entry(422, "Cart is empty", "There is nothing to buy in this cart."),
  "checkout.expired": entry(
    409,
    "Checkout has expired",
    "The hold ran out and the stock went back. Start the checkout again from the cart.",
  ),
  "checkout.not_open": entry(
    409,
    "Checkout is not open",
    "The checkout is being paid, or is over; `details.state` says which.",
  ),
  "checkout.incomplete": entry(
    422,
    "Checkout is incomplete",
    "`details.missing` names what has to be set before payment.",
  ),
  "checkout.version_mismatch": entry(
    412,
    "Checkout has changed",
    "The checkout was changed elsewhere first. `current` is what it is now.",
  ),
  "checkout.precondition_required": entry(
    428,
    "If-Match required",
    "Send `If-Match` with the ETag of the checkout that you last saw.",
  ),
  "checkout.shipping_option_not_found": entry(
    422,
    "No such shipping option",
    "The region has no shipping option with this id; the checkout lists those that it has.",
  ),
  "checkout.country_not_served": entry(
    422,
    "Country not served",
    "The checkout's region does not ship to this country.",
  ),
  "checkout.subdivision_unknown": entry(
    422,
    "Unknown state or province",
    "The country needs a subdivision code for its tax, and this is none of its codes.",
  ),
  "checkout.sold_out_refunded": entry(
    409,
    "Sold out, money given back",
    "The payment went through after the hold had ended and the stock was gone. The whole amount was refunded.",
  ),
  "payment.declined": entry(
    402,
    "Payment declined",
    "The provider declined; `details.failureReason` says why. Nothing was charged and the stock is still held: try another card.",
  ),
  "payment.unavailable": entry(
    503,
    "Payment not available",
    "The payment provider does not answer. Try again with the same `Idempotency-Key`.",
  ),
  "payment.provider_not_offered": entry(
    422,
    "Payment provider not offered",
    "This shop can't be paid with `details.provider`. The test provider is for development and demo shops.",
  ),
  "payment.token_unknown": entry(
    422,
    "Unknown payment token",
    "The token is not one that the provider gave out.",
  ),
  "payment.notice_unsigned": entry(
    400,
    "Notice not signed",
    "What a payment provider tells has to carry its signature, made with this shop's secret within the last five minutes.",
  ),

  "order.not_found": entry(404, "No such order", "There is no order with this id."),
  "order.not_sent": entry(
    409,
    "Still to be sent",
    "Orders (`details.orderIds`) need their address until they are sent. Cancel them first, or wait.",
  ),
  "order.illegal_transition": entry(
    409,
    "Not possible now",
    "The order's state (`details.from`) does not lead there.",
  ),
  "order.nothing_to_fulfil": entry(
    422,
    "Nothing to fulfil",
    "More was to be sent than is left to send; `details` says of what.",
  ),
  "order.nothing_to_refund": entry(
    422,
    "Nothing to refund",
    "Nothing was paid for it, or all of it is back.",
  ),
  "order.refund_too_high": entry(
    422,
    "More than is left",
    "No more goes back than was paid, less what is back or owed; `details.left` says how much that is.",
  ),
  "order.units_refunded": entry(
    422,
    "Units are refunded",
    "More units were to be refunded than are left; `details` says of what.",
  ),
  "order.wrong_currency": entry(
    422,
    "Another currency",
    "An order is refunded in the currency that it was paid in, `details.expected`.",
  ),
  "order.nothing_to_return": entry(
    422,
    "Nothing to return",
    "More was to come back than was sent and is in no other return; `details` says of what.",
  ),
  "order.return_not_found": entry(404, "No such return", "The order has no return with this id."),
  "order.return_closed": entry(
    409,
    "Return is closed",
    "What was received can't be cancelled, and what was cancelled can't be received; `details.state` says which.",
  ),

  "promotions.not_found": entry(
    404,
    "No such promotion",
    "There is no promotion with this code or id.",
  ),
  "promotions.not_started": entry(422, "Not yet", "The code counts from `details.startsAt` on."),
  "promotions.expired": entry(422, "Over", "The code ended at `details.endsAt`."),
  "promotions.used_up": entry(
    409,
    "Used up",
    "No use is left of the code, for anybody (`details.limit` is `total`) or for this e-mail (`email`). Nothing was charged: take it off the cart and start the checkout again.",
  ),
  "promotions.not_applicable": entry(
    422,
    "Does not count here",
    "The cart is in another currency than `details.currency`, or its goods cost less than `details.minimumSubtotal`.",
  ),
  "promotions.code_taken": entry(409, "Code is taken", "Another promotion has this code."),
  "promotions.code_required": entry(
    422,
    "Code required",
    "Uses are counted by code: a promotion that applies by itself has no use limit.",
  ),
  "promotions.currencies_differ": entry(
    422,
    "Two currencies",
    "The amount and the minimum of a promotion are of one currency. Make one promotion for each.",
  ),
  "promotions.ends_before_start": entry(
    422,
    "Ends before it starts",
    "`endsAt` is after `startsAt`.",
  ),
  "promotions.precondition_required": entry(
    428,
    "If-Match required",
    "Send `If-Match` with the ETag of the promotion that you last saw.",
  ),
  "promotions.version_mismatch": entry(
    412,
    "Promotion has changed",
    "It was changed elsewhere first. `current` is what it is now; decide again with its ETag.",
  ),
};
