/** What an intent does to a cart: decided once, here, for the browser's optimistic cart and the server alike. */
import type { Region, RegionId } from "../../catalog/contract.ts";
import { type Money, money } from "../../kernel/money.ts";
import type {
  Cart,
  CartLine,
  CartOperation,
  Counter,
  LineNotice,
  OperationOutcome,
} from "../contract.ts";
import { maxLines, maxQuantity } from "../contract/limits.ts";
import { estimatedOption, priceCart } from "../rules.ts";
import { applyPromotions, type Candidate } from "./discount.ts";
import { changeCounter, quantityOf, unitsOf, type Writer } from "./counter.ts";

type WithoutSeq<T> = T extends unknown ? Omit<T, "seq"> : never;
export type Intent = WithoutSeq<CartOperation>;
export type Outcome = Omit<OperationOutcome, "seq">;

/** What an intent is judged by. */
export type LineFacts = {
  /** Empty: there is no line yet. */
  counter: Counter;
  /** False: no such variant. */
  exists: boolean;
  /** False: it has no price in the cart's region. */
  isSoldHere: boolean;
  /** Units that this cart can have in all; null: not counted. */
  available: number | null;
  /** Whether the cart may have one more line. */
  hasRoom: boolean;
  region: RegionId;
};

export type Decision = { counter: Counter; outcome: Outcome };

/**
 * The line's next state (no units: no line) and what to tell. More than there is becomes what there is;
 * it is refused only when nothing is left or it can't be sold at all. Asking for less always works.
 */
export function decide(intent: Intent, facts: LineFacts, writer: Writer): Decision {
  const { variantId } = intent;
  const observed = intent.type === "add" ? undefined : intent.observed;
  const next = changeCounter(facts.counter, intent, writer, observed);
  const requested = unitsOf(next);
  const before = quantityOf(facts.counter);
  if (requested <= before) return { counter: next, outcome: { status: "applied" } };

  const refusal = refusalOf(variantId, requested, before, facts);
  if (refusal) return { counter: facts.counter, outcome: refusal };
  const { available } = facts;
  const limit = Math.min(available ?? maxQuantity, maxQuantity);
  if (requested <= limit) return { counter: next, outcome: { status: "applied" } };
  const outcome: Outcome =
    limit === available
      ? {
          status: "adjusted",
          reason: "cart.out_of_stock",
          details: { variantId, requested, available },
        }
      : {
          status: "adjusted",
          reason: "cart.quantity_limit",
          details: { variantId, requested, max: maxQuantity },
        };
  const counter = changeCounter(facts.counter, { type: "set", quantity: limit }, writer);
  return { counter, outcome };
}

function refusalOf(
  variantId: string,
  requested: number,
  before: number,
  { exists, isSoldHere, available, hasRoom, region }: LineFacts,
): Outcome | undefined {
  const refuse = (reason: string, details: Record<string, unknown>): Outcome => ({
    status: "refused",
    reason,
    details,
  });
  if (!exists) return refuse("cart.variant_not_found", { variantId });
  if (!isSoldHere) return refuse("cart.not_sold_here", { variantId, region });
  if (available !== null && available <= 0) {
    return refuse("cart.out_of_stock", { variantId, requested, available: 0 });
  }
  if (before === 0 && !hasRoom) return refuse("cart.too_many_lines", { max: maxLines });
  return undefined;
}

/** Why a line can't be bought as it stands, most serious first. */
export function noticesOf(line: {
  quantity: number;
  available: number | null;
  isSoldHere: boolean;
  /** Set when the price is not the one that the shopper saw. */
  priceBefore: Money | null;
  /** True for a drop's line that holds nothing any more. */
  hasLostHold: boolean;
}): LineNotice[] {
  const notices: LineNotice[] = [];
  if (!line.isSoldHere) notices.push({ type: "not_sold_here" });
  if (line.available !== null && line.available < line.quantity) {
    notices.push({ type: "out_of_stock", available: Math.max(0, line.available) });
  }
  if (line.hasLostHold) notices.push({ type: "hold_expired" });
  if (line.priceBefore !== null) notices.push({ type: "price_changed", before: line.priceBefore });
  return notices;
}

/** What the page knows of a variant that is not in the cart yet. */
export type LineVariant = Omit<
  CartLine,
  "quantity" | "counter" | "total" | "discount" | "hold" | "notices"
>;

/**
 * The cart as it will be when the server has applied the intent, with the same outcome that the server
 * will report if nothing came between. Its version stays: the server's answer is newer.
 */
export function applyIntent(
  cart: Cart,
  intent: Intent,
  context: { region: Region; device: string; variant?: LineVariant | undefined },
): { cart: Cart; outcome: Outcome } {
  const line = cart.lines.find((l) => l.variantId === intent.variantId);
  const variant = line ?? context.variant;
  const isSoldHere = line === undefined || isSold(line);
  const facts: LineFacts = {
    counter: line?.counter ?? {},
    exists: variant !== undefined,
    isSoldHere,
    available: variant?.available ?? null,
    hasRoom: cart.lines.length < maxLines,
    region: cart.region,
  };
  const { counter, outcome } = decide(intent, facts, { device: context.device, version: 0 });
  if (outcome.status === "refused") return { cart, outcome };
  const next =
    variant && quantityOf(counter) > 0
      ? lineOf(variant, counter, isSoldHere, line?.hold ?? null)
      : undefined;
  const lines = cart.lines.flatMap((l): UndiscountedLine[] => {
    if (l.variantId !== intent.variantId) return [l];
    return next ? [next] : [];
  });
  if (!line && next) lines.push(next);
  return { cart: withLines(cart, lines, context.region), outcome };
}

function isSold(line: Pick<CartLine, "notices">): boolean {
  return !line.notices.some(({ type }) => type === "not_sold_here");
}

function lineOf(
  variant: LineVariant,
  counter: Counter,
  isSoldHere: boolean,
  hold: CartLine["hold"],
): UndiscountedLine {
  const quantity = quantityOf(counter);
  return {
    ...variant,
    quantity,
    counter,
    total: money(variant.unitPrice.amountMinor * quantity, variant.unitPrice.currency),
    hold,
    notices: noticesOf({
      quantity,
      available: variant.available,
      isSoldHere,
      priceBefore: null,
      hasLostHold: false,
    }),
  };
}

export type UndiscountedLine = Omit<CartLine, "discount">;

/** The same cart with these lines, priced anew. A line that is not sold here costs nothing and needs no parcel. */
export function withLines(
  cart: Omit<Cart, "lines" | "promotions" | "totals"> & { promotions: readonly Candidate[] },
  lines: readonly UndiscountedLine[],
  region: Region,
): Cart {
  const sold = lines.filter(isSold).map(({ variantId, unitPrice, quantity, isTaxable }) => ({
    variantId,
    unitPriceMinor: unitPrice.amountMinor,
    quantity,
    isTaxable,
  }));
  const { promotions, lineDiscounts, freesShipping } = applyPromotions(
    sold,
    cart.promotions,
    region.currency,
  );
  const discounts = new Map(sold.map(({ variantId }, index) => [variantId, lineDiscounts[index]]));
  const { totals } = priceCart({
    lines: sold.map((line) => ({ ...line, discountMinor: discounts.get(line.variantId) ?? 0 })),
    region,
    freesShipping,
    country: cart.country,
    subdivision: cart.subdivision,
  });
  const discounted = lines.map((line) => {
    const discount = money(discounts.get(line.variantId) ?? 0, region.currency);
    return { ...line, discount };
  });
  return {
    ...cart,
    promotions,
    lines: discounted,
    totals,
    freeShippingFrom: estimatedOption(region)?.freeFrom ?? null,
  };
}
