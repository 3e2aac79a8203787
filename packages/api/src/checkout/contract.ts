/**
 * The checkout: stock held for one purchase until `expiresAt`, an address, a shipping option and
 * one payment attempt at a time. Paying twice is impossible; prices are frozen when it starts, and
 * a price that changed since the cart was filled is shown before payment.
 */
import { z } from "zod";
import { CartId, Totals } from "../cart/contract.ts";
import {
  Image,
  ProductId,
  RegionId,
  ShippingOption,
  VariantId,
  VariantOptions,
} from "../catalog/contract.ts";
import { id } from "../kernel/ids.ts";
import { Instant } from "../kernel/instant.ts";
import { Language } from "../kernel/language.ts";
import { Currency, Money } from "../kernel/money-shape.ts";
import { Address, Order } from "../orders/contract.ts";
import { AppliedPromotion } from "../promotions/contract.ts";

export const CheckoutId = id("chk");
export const maxGiftMessageLength = 500;
/** How long stock is held, unless configured otherwise. */
export const defaultHoldSeconds = 600;

export const CheckoutLine = z
  .object({
    variantId: VariantId,
    productId: ProductId,
    productHandle: z.string(),
    title: z.string(),
    variantTitle: z.string(),
    sku: z.string().nullable(),
    options: VariantOptions,
    image: Image.nullable(),
    quantity: z.number().int(),
    unitPrice: Money,
    total: Money.meta({ description: "Before discount" }),
    discount: Money,
    priceBefore: Money.nullable().meta({
      description: "Set when the price changed since it was put into the cart",
    }),
  })
  .meta({ id: "CheckoutLine" });

export const PaymentAction = z.object({ type: z.literal("redirect"), url: z.string() }).meta({
  id: "PaymentAction",
  description: "What the shopper has to do before the payment can succeed",
});
export type PaymentAction = z.infer<typeof PaymentAction>;

export const PaymentProviderName = z.enum(["test", "stripe"]);

export const Checkout = z
  .object({
    id: CheckoutId,
    version: z.number().int(),
    state: z.enum(["open", "paying", "completed", "expired", "cancelled"]),
    cartId: CartId,
    region: RegionId,
    currency: Currency,
    language: Language,
    email: z.string().nullable(),
    shippingAddress: Address.nullable(),
    shippingOptionId: z.string().nullable(),
    shippingOptions: z.array(ShippingOption),
    giftMessage: z.string().nullable().meta({ description: "Goes into the parcel" }),
    lines: z.array(CheckoutLine),
    promotions: z.array(AppliedPromotion).meta({ description: "Frozen when it starts" }),
    totals: Totals,
    taxInclusive: z.boolean(),
    expiresAt: Instant.meta({ description: "When the held stock goes back" }),
    payment: z
      .object({
        state: z.enum([
          "pending",
          "requires_action",
          "succeeded",
          "declined",
          "abandoned",
          "refunded",
        ]),
        failureReason: z.string().nullable(),
        action: PaymentAction.nullable(),
      })
      .nullable()
      .meta({ description: "The latest attempt" }),
    paymentProviders: z
      .array(
        z.object({
          name: PaymentProviderName,
          publishableKey: z.string().nullable().meta({
            description: "What a front end loads the provider's own form with",
          }),
        }),
      )
      .meta({ description: "What this shop can be paid with, the preferred one first" }),
    orderId: id("ord").nullable(),
  })
  .meta({ id: "Checkout" });
export type Checkout = z.infer<typeof Checkout>;

const IdempotencyKey = z.string().min(1).max(255);

export const StartCheckout = z.strictObject({
  cartId: CartId,
  idempotencyKey: IdempotencyKey.optional(),
});
export type StartCheckout = z.infer<typeof StartCheckout>;

export const GetCheckout = z.strictObject({ checkoutId: CheckoutId });
export type GetCheckout = z.infer<typeof GetCheckout>;

export const UpdateCheckout = z.strictObject({
  checkoutId: CheckoutId,
  email: z.email().max(254).optional(),
  shippingAddress: Address.optional(),
  shippingOptionId: z.string().max(50).optional(),
  giftMessage: z
    .string()
    .max(maxGiftMessageLength)
    .nullable()
    .optional()
    .meta({ description: "Goes into the parcel; null or empty: none" }),
  expectedVersion: z.number().int(),
});
export type UpdateCheckout = z.infer<typeof UpdateCheckout>;

export const CompleteCheckout = z.strictObject({
  checkoutId: CheckoutId,
  payment: z.strictObject({
    provider: PaymentProviderName,
    token: z.string().min(1).max(200).meta({
      description:
        "What the provider's own form made of the card. Test provider: tok_success, tok_decline, tok_challenge, tok_timeout. Stripe: pm_..., ctoken_..., or `hosted` to pay at Stripe's own page",
    }),
    returnUrl: z
      .string()
      .max(2000)
      .regex(/^(https?:\/\/|\/(?!\/))/, "must be an http URL, or a path that begins with one /")
      .optional()
      .meta({ description: "Where a redirect action brings the shopper back to" }),
  }),
  idempotencyKey: IdempotencyKey,
});
export type CompleteCheckout = z.infer<typeof CompleteCheckout>;

/** The order (201); or what is still missing (202): an action by the shopper, or the provider's answer. */
export const CompletionResult = z
  .union([
    Order,
    z.object({
      state: z.literal("requires_action"),
      action: PaymentAction,
      checkoutId: CheckoutId,
    }),
    z.object({
      state: z.literal("processing"),
      checkoutId: CheckoutId,
      retryAfterSeconds: z.number().int(),
    }),
  ])
  .meta({ id: "CompletionResult" });
export type CompletionResult = z.infer<typeof CompletionResult>;

export const reasons = {
  "checkout.not_found": z.object({ checkoutId: CheckoutId }),
  "checkout.cart_empty": z.object({ cartId: CartId }),
  "checkout.expired": z.object({ expiredAt: Instant }),
  "checkout.not_open": z.object({ state: z.string() }),
  "checkout.incomplete": z.object({
    missing: z.array(z.enum(["email", "shippingAddress", "shippingOptionId"])),
  }),
  "checkout.version_mismatch": z.object({ expected: z.number(), actual: z.number() }),
  "checkout.precondition_required": z.object({}),
  "checkout.shipping_option_not_found": z.object({ shippingOptionId: z.string() }),
  "checkout.country_not_served": z.object({ country: z.string() }),
  /** Tax there depends on the state, and this is not one that is known. */
  "checkout.subdivision_unknown": z.object({ country: z.string(), subdivision: z.string() }),
  /** Paid, but the stock was gone by then: the money goes back. */
  "checkout.sold_out_refunded": z.object({
    variantId: VariantId,
    requested: z.number(),
    available: z.number(),
    refund: Money,
  }),
  "payment.declined": z.object({ failureReason: z.string() }),
  "payment.unavailable": z.object({}),
  "payment.provider_not_offered": z.object({ provider: z.string() }),
  "payment.token_unknown": z.object({}),
  /** To the address that a provider tells what became of payments. */
  "payment.notice_unsigned": z.object({}),
} as const;
