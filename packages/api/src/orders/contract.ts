/**
 * Orders: what was bought, by a state machine whose every transition is guarded in SQL, kept in the
 * timeline and told as an event. An order's money always adds up.
 */
import { z } from "zod";
import { Totals } from "../cart/contract.ts";
import { Image, ProductId, RegionId, VariantId } from "../catalog/contract.ts";
import { id } from "../kernel/ids.ts";
import { Instant } from "../kernel/instant.ts";
import { Currency, Money } from "../kernel/money.ts";
import { PageInput } from "../kernel/page.ts";

export const OrderId = id("ord");

const text = (max: number) => z.string().trim().min(1).max(max);

export const Address = z
  .strictObject({
    name: text(200),
    line1: text(200),
    line2: z.string().trim().max(200).optional(),
    city: text(100),
    postalCode: z.string().trim().max(20),
    region: z
      .string()
      .trim()
      .max(100)
      .optional()
      .meta({ description: "State, province or prefecture; US: the two-letter code" }),
    country: z.string().regex(/^[A-Z]{2}$/, "must be an ISO 3166-1 alpha-2 code"),
    phone: z.string().trim().max(40).optional(),
  })
  .meta({ id: "Address" });
export type Address = z.infer<typeof Address>;

export const OrderState = z.enum([
  "placed",
  "paid",
  "partly_fulfilled",
  "fulfilled",
  "delivered",
  "cancelled",
]);
export type OrderState = z.infer<typeof OrderState>;

export const OrderLine = z
  .object({
    variantId: VariantId,
    productId: ProductId,
    productHandle: z.string(),
    title: z.string(),
    variantTitle: z.string(),
    sku: z.string().nullable(),
    options: z.record(z.string(), z.string()),
    image: Image.nullable(),
    quantity: z.number().int(),
    fulfilledQuantity: z.number().int(),
    unitPrice: Money,
    discount: Money,
    tax: Money,
    total: Money,
  })
  .meta({ id: "OrderLine" });
export type OrderLine = z.infer<typeof OrderLine>;

export const TimelineEntry = z
  .object({
    type: z.enum(["placed", "paid", "fulfilled", "delivered", "cancelled", "refunded"]),
    at: Instant,
    data: z.record(z.string(), z.unknown()),
  })
  .meta({ id: "TimelineEntry" });
export type TimelineEntry = z.infer<typeof TimelineEntry>;

export const Order = z
  .object({
    id: OrderId,
    number: z.string().meta({ example: "M-100001" }),
    state: OrderState,
    version: z.number().int(),
    region: RegionId,
    currency: Currency,
    email: z.string(),
    shippingAddress: Address,
    shippingOption: z.object({ id: z.string(), label: z.string() }),
    lines: z.array(OrderLine),
    totals: Totals,
    refunded: Money,
    taxInclusive: z.boolean(),
    canCancel: z.boolean(),
    timeline: z.array(TimelineEntry),
    placedAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: "Order" });
export type Order = z.infer<typeof Order>;

export const GetOrder = z.strictObject({ orderId: OrderId });
export type GetOrder = z.infer<typeof GetOrder>;

export const ListOrders = z.strictObject({ state: OrderState.optional(), ...PageInput.shape });
export type ListOrders = z.output<typeof ListOrders>;

export const OrderPage = z
  .object({ items: z.array(Order), nextCursor: z.string().nullable() })
  .meta({ id: "OrderPage" });
export type OrderPage = z.infer<typeof OrderPage>;

const IdempotencyKey = z.string().min(1).max(255);

export const CancelOrder = z.strictObject({
  orderId: OrderId,
  note: z.string().trim().max(500).optional(),
  idempotencyKey: IdempotencyKey,
});
export type CancelOrder = z.infer<typeof CancelOrder>;

export const FulfilOrder = z.strictObject({
  orderId: OrderId,
  lines: z
    .array(z.strictObject({ variantId: VariantId, quantity: z.number().int().min(1).max(999) }))
    .min(1)
    .max(100)
    .optional()
    .meta({ description: "What was sent; everything that is left when absent" }),
  trackingUrl: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .optional(),
  idempotencyKey: IdempotencyKey,
});
export type FulfilOrder = z.infer<typeof FulfilOrder>;

export const DeliverOrder = z.strictObject({ orderId: OrderId, idempotencyKey: IdempotencyKey });
export type DeliverOrder = z.infer<typeof DeliverOrder>;

export const reasons = {
  "order.not_found": z.object({ orderId: OrderId }),
  "order.illegal_transition": z.object({ from: OrderState, to: z.string() }),
  "order.nothing_to_fulfil": z.object({
    variantId: VariantId,
    requested: z.number(),
    left: z.number(),
  }),
} as const;
