import type { promotions } from "@meridian/db/schema.ts";
import { toInstant } from "../../kernel/instant.ts";
import { money, type Currency } from "../../kernel/money.ts";
import { discountOf, refusalAt } from "../../promotions/rules.ts";
import type { Candidate } from "../rules/discount.ts";
import type { LoadedCart } from "./rows.ts";

/** What a cart's price depends on; read with the cart, in the same statement. */
export type PromotionRow = Pick<
  typeof promotions.$inferSelect,
  | "id"
  | "code"
  | "title"
  | "type"
  | "basisPoints"
  | "amountMinor"
  | "minimumMinor"
  | "currency"
  | "startsAt"
  | "endsAt"
  | "useLimit"
  | "uses"
>;

/** The promotions that the cart has, as they are now. */
export function candidatesOf(
  { row, promotions: rows }: Pick<LoadedCart, "row" | "promotions">,
  now: Date,
): Candidate[] {
  return rows
    .filter(({ code }) => code === null || code === row.promotionCode)
    .map((promotion) => toCandidate(promotion, now.toISOString()));
}

function toCandidate(row: PromotionRow, now: string): Candidate {
  const { id, code, title, minimumMinor, currency } = row;
  // Those without a code are read only while they last.
  const refusal =
    code === null
      ? null
      : refusalAt(
          {
            ...row,
            code,
            startsAt: toInstant(row.startsAt),
            endsAt: row.endsAt && toInstant(row.endsAt),
          },
          now,
        );
  return {
    id,
    code,
    title,
    discount: discountOf(row),
    minimumSubtotal: minimumMinor === null ? null : money(minimumMinor, currency as Currency),
    refusal,
  };
}
