/**
 * The cart: one per guest token, priced by the server, with a version that grows with every change.
 * Every acknowledged add survives; a removed line does not come back by itself; a line holds no
 * stock (except a drop's, which says so).
 */
import { z } from "zod";
import { Image, ProductId, RegionId, VariantId, VariantOptions } from "../catalog/contract.ts";
import { id } from "../kernel/ids.ts";
import { Instant } from "../kernel/instant.ts";
import { Language } from "../kernel/language.ts";
import { Currency, Money } from "../kernel/money-shape.ts";
import { maxQuantity } from "./contract/limits.ts";
import { PromotionCode, PromotionRefusal, PromotionTerms } from "../promotions/contract.ts";

export const CartId = id("cart");
/** A cart ends this long after its last change. */
export const cartDays = 30;
export const LineQuantity = z.number().int().min(1).max(maxQuantity);
const Country = z.string().regex(/^[A-Z]{2}$/, "must be an ISO 3166-1 alpha-2 code");
const Subdivision = z
  .string()
  .regex(/^[A-Z0-9]{1,3}$/, "must be an ISO 3166-2 subdivision without its country");

export const Totals = z
  .object({
    subtotal: Money.meta({ description: "Sum of the lines before discount" }),
    discount: Money,
    shipping: Money,
    tax: Money.meta({ description: "Contained in total where prices include tax, else added" }),
    total: Money,
  })
  .meta({ id: "Totals" });
export type Totals = z.infer<typeof Totals>;

/**
 * How a line's quantity came about: for each device (and the version that it began at) the units that
 * it added, and how many of those were taken out again, by whomever.
 */
export const Counter = z
  .record(
    z.string().regex(/^[\w:-]{1,80}\.\d{1,10}$/),
    z.tuple([z.number().int().min(0), z.number().int().min(0)]),
  )
  .meta({
    id: "Counter",
    description:
      "Units added and taken out again, by device. Send it back as `observed` of an operation to say what you saw; nothing in it needs to be understood",
  });
export type Counter = z.infer<typeof Counter>;

/** Why a line can't be bought as it stands. */
export const LineNotice = z
  .discriminatedUnion("type", [
    z.object({ type: z.literal("out_of_stock"), available: z.number().int() }),
    z.object({ type: z.literal("price_changed"), before: Money }),
    z.object({ type: z.literal("not_sold_here") }),
    /** A drop's line that holds nothing any more: setting it again holds anew, if there is stock. */
    z.object({ type: z.literal("hold_expired") }),
  ])
  .meta({ id: "LineNotice" });
export type LineNotice = z.infer<typeof LineNotice>;

export const CartLine = z
  .object({
    variantId: VariantId,
    productId: ProductId,
    productHandle: z.string(),
    title: z.string(),
    variantTitle: z.string(),
    sku: z.string().nullable(),
    options: VariantOptions,
    image: Image.nullable(),
    hue: z.number().int(),
    quantity: LineQuantity,
    counter: Counter,
    unitPrice: Money,
    compareAt: Money.nullable(),
    total: Money.meta({ description: "Before discount" }),
    discount: Money.meta({ description: "This line's part of `totals.discount`" }),
    available: z
      .number()
      .int()
      .nullable()
      .meta({ description: "Units that this cart can buy now; null: not counted" }),
    isTaxable: z.boolean(),
    hold: z
      .object({ expiresAt: Instant })
      .nullable()
      .meta({ description: "Set when the line holds stock (drops)" }),
    notices: z.array(LineNotice),
  })
  .meta({ id: "CartLine" });
export type CartLine = z.infer<typeof CartLine>;

/** A promotion that a cart has, by its code or by itself, and what it does there. */
export const CartPromotion = PromotionTerms.extend({
  isApplied: z.boolean().meta({
    description: "false: refused, or another one takes more off",
  }),
  reduction: Money.meta({ description: "Off the goods" }),
  freesShipping: z.boolean(),
  refusal: PromotionRefusal.nullable(),
}).meta({ id: "CartPromotion" });
export type CartPromotion = z.infer<typeof CartPromotion>;

export const Cart = z
  .object({
    id: CartId,
    version: z.number().int(),
    region: RegionId,
    currency: Currency,
    language: Language.meta({
      description:
        "What its titles are in, and those of the order that comes of it, with its mails",
    }),
    country: Country.meta({ description: "Where tax and shipping are estimated for" }),
    subdivision: Subdivision.nullable(),
    state: z.enum(["active", "ordered", "merged"]).meta({
      description: "merged: its lines are in another cart, except those that had no room",
    }),
    lines: z.array(CartLine),
    promotions: z.array(CartPromotion),
    totals: Totals,
    taxInclusive: z.boolean(),
    freeShippingFrom: Money.nullable(),
  })
  .meta({ id: "Cart" });
export type Cart = z.infer<typeof Cart>;

export const CreateCart = z.strictObject({
  region: RegionId.default("eu"),
  language: Language.optional().meta({ description: "English unless told" }),
  country: Country.optional(),
  subdivision: Subdivision.optional(),
  // Nothing else in this body is secret: a key that a stranger may hit on would hand out another's cart.
  idempotencyKey: z
    .string()
    .min(20)
    .max(255)
    .optional()
    .meta({ description: "Unguessable, at least 20 characters: a UUID" }),
});
export type CreateCart = z.output<typeof CreateCart>;

export const GetCart = z.strictObject({ cartId: CartId });
export type GetCart = z.infer<typeof GetCart>;

/** Moves the cart to another market: lines stay, prices are the new region's. Or to another language. */
export const UpdateCart = z.strictObject({
  cartId: CartId,
  region: RegionId.optional(),
  language: Language.optional(),
  country: Country.optional(),
  subdivision: Subdivision.nullable().optional(),
  expectedVersion: z.number().int().optional(),
});
export type UpdateCart = z.infer<typeof UpdateCart>;

export const SetLine = z.strictObject({
  cartId: CartId,
  variantId: VariantId,
  quantity: LineQuantity,
  expectedVersion: z.number().int(),
});
export type SetLine = z.infer<typeof SetLine>;

export const RemoveLine = z.strictObject({
  cartId: CartId,
  variantId: VariantId,
  expectedVersion: z.number().int(),
});
export type RemoveLine = z.infer<typeof RemoveLine>;

const codeOfCart = { cartId: CartId, code: PromotionCode, expectedVersion: z.number().int() };

/** A cart carries one code: another one takes its place. */
export const SetPromotion = z.strictObject(codeOfCart);
export type SetPromotion = z.infer<typeof SetPromotion>;

export const RemovePromotion = z.strictObject(codeOfCart);
export type RemovePromotion = z.infer<typeof RemovePromotion>;

const Observed = Counter.optional().meta({
  description:
    "The line's `counter` as the device last saw it ({} when it saw no line): units that were added elsewhere since are left alone. Without it the operation means what is there when it arrives",
});

/** An intent that needs no precondition. `seq` grows by one per device, so a retry is recognised. */
export const CartOperation = z
  .discriminatedUnion("type", [
    z.strictObject({
      type: z.literal("add"),
      seq: z.number().int().min(0),
      variantId: VariantId,
      quantity: LineQuantity,
    }),
    z.strictObject({
      type: z.literal("set"),
      seq: z.number().int().min(0),
      variantId: VariantId,
      quantity: LineQuantity,
      observed: Observed,
    }),
    z.strictObject({
      type: z.literal("remove"),
      seq: z.number().int().min(0),
      variantId: VariantId,
      observed: Observed,
    }),
  ])
  .meta({ id: "CartOperation" });
export type CartOperation = z.infer<typeof CartOperation>;

export const ApplyOperations = z.strictObject({
  cartId: CartId,
  device: z.string().regex(/^[a-zA-Z0-9_-]{8,64}$/, "must be 8-64 letters, digits, _ or -"),
  operations: z.array(CartOperation).min(1).max(100),
});
export type ApplyOperations = z.infer<typeof ApplyOperations>;

export const OperationOutcome = z
  .object({
    seq: z.number().int(),
    status: z.enum(["applied", "adjusted", "duplicate", "refused"]),
    /** For adjusted and refused: a reason of {@link reasons}. */
    reason: z.string().optional(),
    details: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ id: "OperationOutcome" });
export type OperationOutcome = z.infer<typeof OperationOutcome>;

export const OperationsResult = z
  .object({ cart: Cart, outcomes: z.array(OperationOutcome), version: z.number().int() })
  .meta({ id: "OperationsResult" });
export type OperationsResult = z.infer<typeof OperationsResult>;

/** Puts the lines of another cart into this one; the other one ends. */
export const MergeCart = z.strictObject({ cartId: CartId, fromCartId: CartId });
export type MergeCart = z.infer<typeof MergeCart>;

/** Puts the lines of a guest's cart into one's own. */
export const ClaimCart = z.strictObject({ fromCartId: CartId });
export type ClaimCart = z.infer<typeof ClaimCart>;

export const MergeOutcome = z
  .object({
    variantId: VariantId,
    /** refused: the line stays in the other cart. */
    status: z.enum(["applied", "adjusted", "refused"]),
    /** For adjusted and refused: a reason of {@link reasons}. */
    reason: z.string().optional(),
    details: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ id: "MergeOutcome" });
export type MergeOutcome = z.infer<typeof MergeOutcome>;

export const MergeResult = z
  .object({ cart: Cart, outcomes: z.array(MergeOutcome), version: z.number().int() })
  .meta({ id: "MergeResult" });
export type MergeResult = z.infer<typeof MergeResult>;

export const reasons = {
  "cart.not_found": z.object({ cartId: CartId }),
  "cart.none": z.object({}),
  "cart.not_active": z.object({ cartId: CartId }),
  "cart.version_mismatch": z.object({ expected: z.number(), actual: z.number() }),
  "cart.precondition_required": z.object({}),
  "cart.out_of_stock": z.object({
    variantId: VariantId,
    requested: z.number(),
    available: z.number(),
  }),
  "cart.quantity_limit": z.object({
    variantId: VariantId,
    requested: z.number(),
    max: z.number(),
  }),
  "cart.variant_not_found": z.object({ variantId: VariantId }),
  "cart.not_sold_here": z.object({ variantId: VariantId, region: RegionId }),
  /** It is sold through a drop's line, which this cart was not let in by: take a place there. */
  "cart.pass_required": z.object({
    variantId: VariantId,
    drop: z.string(),
    startsAt: z.string(),
  }),
  "cart.too_many_lines": z.object({ max: z.number() }),
  "cart.same_cart": z.object({ cartId: CartId }),
  "cart.country_not_served": z.object({ country: z.string() }),
} as const;
