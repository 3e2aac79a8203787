/** What each state and each turn of an order is called. */
import type { Order, TimelineEntry } from "@meridian/api/orders/contract.ts";
import type { Money } from "@meridian/api/kernel/money.ts";
import { exactPriceText } from "#design/price.tsx";

/** The heading of the order's page: what matters most now. */
export function orderHeading({ state, shippingAddress }: Order): string {
  const first = shippingAddress.name.split(" ")[0] ?? "";
  switch (state) {
    case "placed":
    case "paid":
      return `Thank you, ${first}`;
    case "partly_fulfilled":
      return "A part of it is on its way";
    case "fulfilled":
      return "It is on its way";
    case "delivered":
      return "It has arrived";
    case "cancelled":
      return "This order is cancelled";
  }
}

export function orderLead({ state, email, refunded }: Order): string {
  switch (state) {
    case "placed":
      return "Your order is in. We wait for the payment.";
    case "paid":
      return `It is paid, and yours. News of the parcel goes to ${email}, and shows here by itself.`;
    case "partly_fulfilled":
      return "One parcel has left us, the rest follows.";
    case "fulfilled":
      return "The parcel has left us.";
    case "delivered":
      return "We hope it looks as good at your place.";
    case "cancelled":
      return refunded.amountMinor > 0
        ? `${exactPriceText(refunded)} went back to your card.`
        : "What was held for it is back on the shelf.";
  }
}

/** Where an order is, in a word or three. */
export function stateWords({ state }: Order): string {
  switch (state) {
    case "placed":
      return "Waits for the payment";
    case "paid":
      return "Being packed";
    case "partly_fulfilled":
      return "A part is on its way";
    case "fulfilled":
      return "On its way";
    case "delivered":
      return "Arrived";
    case "cancelled":
      return "Cancelled";
  }
}

export function entryTitle(entry: TimelineEntry): string {
  switch (entry.type) {
    case "placed":
      return "Ordered";
    case "paid":
      return "Paid";
    case "fulfilled":
      return "Sent";
    case "delivered":
      return "Arrived";
    case "cancelled":
      return "Cancelled";
    case "refunded": {
      const amount = entry.data["amount"] as Money | undefined;
      return amount ? `${exactPriceText(amount)} sent back to your card` : "Money sent back";
    }
    case "refund_requested":
      return "Money is on its way back";
    case "refund_refused":
      return "The money could not be sent back. We look after it";
    case "return_requested":
      return "Return announced";
    case "return_received":
      return "Your return has arrived";
    case "return_cancelled":
      return "Return cancelled";
    case "erased":
      return "Name and address were erased";
  }
}

/** What is still to come, in order; nothing after a cancellation. */
export function stillToCome(order: Order): string[] {
  switch (order.state) {
    case "placed":
      return ["Paid", "Sent", "Arrived"];
    case "paid":
      return ["Sent", "Arrived"];
    case "partly_fulfilled":
      return ["The rest sent", "Arrived"];
    case "fulfilled":
      return ["Arrived"];
    case "delivered":
    case "cancelled":
      return [];
  }
}
