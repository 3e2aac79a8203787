import type { Money } from "@meridian/api/kernel/money.ts";
import type { Order, TimelineEntry } from "@meridian/api/orders/contract.ts";
import { useTranslations } from "next-intl";
import { usePriceText } from "#design/price.tsx";
import type { Words } from "#i18n/app-config.ts";

/** What each state and each turn of an order is called. */
export function useOrderWords() {
  const t = useTranslations("order");
  const { exactPriceText } = usePriceText();
  return {
    /** The heading of the order's page: what matters most now. */
    orderHeading: (order: Order) => headingOf(order, t),
    orderLead: (order: Order) => leadOf(order, t, exactPriceText),
    /** Where an order is, in a word or three. */
    stateWords: ({ state }: Order) => t(`states.${state}`),
    entryTitle: (order: Order, entry: TimelineEntry) => {
      const amount = entry.data["amount"] as Money | undefined;
      if (entry.type === "fulfilled") return sentWords(order, entry, t);
      return entry.type === "refunded" && amount
        ? t("entries.refundedAmount", { amount: exactPriceText(amount) })
        : t(`entries.${entry.type}`);
    },
    /** What is still to come, in order; nothing after a cancellation. */
    stillToCome: (order: Order) => stillToCome(order, t),
  };
}

type OrderText = Words<"order">;

function headingOf({ state, shippingAddress }: Order, t: OrderText): string {
  switch (state) {
    case "placed":
    case "paid":
      return t("thankYou", { name: shippingAddress.name.split(/[ \u3000]/)[0] ?? "" });
    case "partly_fulfilled":
      return t("headings.partly");
    case "fulfilled":
    case "delivered":
    case "cancelled":
      return t(`headings.${state}`);
  }
}

function leadOf(
  { state, email, refunded }: Order,
  t: OrderText,
  exactPriceText: (value: Money) => string,
): string {
  switch (state) {
    case "placed":
    case "fulfilled":
    case "delivered":
      return t(`leads.${state}`);
    case "paid":
      return t("leads.paid", { email });
    case "partly_fulfilled":
      return t("leads.partly");
    case "cancelled":
      return refunded.amountMinor > 0
        ? t("leads.refunded", { amount: exactPriceText(refunded) })
        : t("leads.released");
  }
}

function sentWords(order: Order, { data }: TimelineEntry, t: OrderText): string {
  const sent = data["lines"];
  if (!Array.isArray(sent)) return t("entries.fulfilled");
  const units = (sent as { quantity: number }[]).reduce((sum, { quantity }) => sum + quantity, 0);
  const all = order.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  return units === all ? t("entries.fulfilled") : t("partSent", { units, all });
}

function stillToCome({ state }: Order, t: OrderText): string[] {
  const arrived = t("entries.delivered");
  switch (state) {
    case "placed":
      return [t("entries.paid"), t("entries.fulfilled"), arrived];
    case "paid":
      return [t("entries.fulfilled"), arrived];
    case "partly_fulfilled":
      return [t("restSent"), arrived];
    case "fulfilled":
      return [arrived];
    case "delivered":
    case "cancelled":
      return [];
  }
}
