import type { promotions } from "@meridian/db/schema.ts";
import { money, type Currency } from "../../kernel/money.ts";
import type { CreatePromotion, Promotion } from "../contract.ts";
import { discountOf } from "../rules.ts";

type Row = typeof promotions.$inferSelect;

export function toPromotion(row: Row): Promotion {
  const { type: _type, basisPoints: _points, amountMinor: _amount, ...rest } = row;
  const { minimumMinor, currency, ...promotion } = rest;
  return {
    ...promotion,
    discount: discountOf(row),
    minimumSubtotal: minimumMinor === null ? null : money(minimumMinor, currency as Currency),
  };
}

/** What it takes off, and of how much, as columns. */
export function toColumns({ discount, minimumSubtotal }: CreatePromotion) {
  const amount = discount.type === "amount" ? discount.amount : undefined;
  return {
    type: discount.type,
    basisPoints: discount.type === "percentage" ? discount.basisPoints : null,
    amountMinor: amount?.amountMinor ?? null,
    minimumMinor: minimumSubtotal?.amountMinor ?? null,
    currency: (amount ?? minimumSubtotal)?.currency ?? null,
  };
}
