/** What a promotion's row means. What it does to a cart is among the cart's rules. */
import { money, type Currency } from "../kernel/money.ts";
import type { Discount, PromotionRefusal } from "./contract.ts";

export type DiscountColumns = {
  type: Discount["type"];
  basisPoints: number | null;
  amountMinor: number | null;
  currency: string | null;
};

export function discountOf({
  type,
  basisPoints,
  amountMinor,
  currency,
}: DiscountColumns): Discount {
  switch (type) {
    case "percentage":
      return { type, basisPoints: basisPoints ?? 0 };
    case "amount":
      return { type, amount: money(amountMinor ?? 0, currency as Currency) };
    case "free_shipping":
      return { type };
  }
}

export type CodeLimits = {
  code: string;
  startsAt: string;
  endsAt: string | null;
  useLimit: number | null;
  uses: number;
};

/** Why a code counts in no cart at this moment; null: it counts. It counts from its start until before its end. */
export function refusalAt(
  { code, startsAt, endsAt, useLimit, uses }: CodeLimits,
  now: string,
): PromotionRefusal | null {
  if (startsAt > now) return { reason: "promotions.not_started", details: { code, startsAt } };
  if (endsAt !== null && endsAt <= now)
    return { reason: "promotions.expired", details: { code, endsAt } };
  if (useLimit !== null && uses >= useLimit)
    return { reason: "promotions.used_up", details: { code, limit: "total" } };
  return null;
}
