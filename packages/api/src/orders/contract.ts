/**
 * Orders: what was bought, by a state machine whose every transition is guarded in SQL, kept in the
 * timeline and told as an event. An order's money always adds up.
 */
import { z } from "zod";
import { Totals } from "../cart/contract.ts";
import { Image, ProductId, RegionId, VariantId, VariantOptions } from "../catalog/contract.ts";
import { id } from "../kernel/ids.ts";
import { Instant } from "../kernel/instant.ts";
import { Language } from "../kernel/language.ts";
import { Currency, Money } from "../kernel/money-shape.ts";
import { PageInput } from "../kernel/page.ts";
import { AppliedPromotion } from "../promotions/contract.ts";

export const OrderId = id("ord");
export const ReturnId = id("ret");

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

/** Beside the state, which says where the goods are: an order that is partly refunded can still be sent. */
export const PaymentState = z.enum(["pending", "paid", "partly_refunded", "refunded"]);
export type PaymentState = z.infer<typeof PaymentState>;

const Unit = z.object({ variantId: VariantId, quantity: z.number().int() });

export const OrderLine = z
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
    fulfilledQuantity: z.number().int(),
    returnedQuantity: z
      .number()
      .int()
      .meta({ description: "Of what was sent, what came back or is to come back" }),
    refundedQuantity: z.number().int().meta({ description: "Units that were refunded as such" }),
    unitPrice: Money,
    discount: Money,
    tax: Money,
    total: Money,
  })
  .meta({ id: "OrderLine" });
export type OrderLine = z.infer<typeof OrderLine>;

export const RefundReason = z.enum([
  "order_cancelled",
  "sold_out",
  "returned",
  "damaged",
  "goodwill",
  "other",
]);

export const Refund = z
  .object({
    id: id("rfd"),
    amount: Money,
    state: z.enum(["owed", "done", "refused"]).meta({
      description:
        "owed until the payment provider has confirmed it, or refused it for good: then the same can be refunded anew",
    }),
    failureReason: z
      .string()
      .nullable()
      .meta({ description: "Why it is refused, in the provider's words" }),
    reason: RefundReason,
    note: z.string().nullable(),
    lines: z.array(Unit).nullable().meta({ description: "null: not reckoned by the unit" }),
    returnId: ReturnId.nullable(),
    createdAt: Instant,
  })
  .meta({ id: "Refund" });
export type Refund = z.infer<typeof Refund>;

export const OrderReturn = z
  .object({
    id: ReturnId,
    state: z.enum(["requested", "received", "cancelled"]),
    lines: z.array(Unit),
    note: z.string().nullable(),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: "OrderReturn" });
export type OrderReturn = z.infer<typeof OrderReturn>;

export const TimelineEntry = z
  .object({
    type: z.enum([
      "placed",
      "paid",
      "fulfilled",
      "delivered",
      "cancelled",
      "refund_requested",
      "refunded",
      "refund_refused",
      "return_requested",
      "return_received",
      "return_cancelled",
      "erased",
    ]),
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
    language: Language.meta({
      description: "What it was placed in: its titles, and its mails",
    }),
    email: z.string(),
    shippingAddress: Address,
    shippingOption: z.object({ id: z.string(), label: z.string() }),
    giftMessage: z.string().nullable().meta({ description: "Goes into the parcel" }),
    lines: z.array(OrderLine),
    promotions: z.array(AppliedPromotion),
    totals: Totals,
    paymentState: PaymentState,
    refunded: Money,
    refundable: Money.meta({ description: "What is left of the payment, less what is owed back" }),
    refunds: z.array(Refund),
    returns: z.array(OrderReturn),
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

export const ListOrders = z.strictObject({
  state: OrderState.optional(),
  mine: z
    .boolean()
    .optional()
    .meta({ description: "Of a user only the own ones, also where they may see all" }),
  ...PageInput.shape,
});
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

const Units = z
  .array(z.strictObject({ variantId: VariantId, quantity: z.number().int().min(1).max(999) }))
  .min(1)
  .max(100);

export const FulfilOrder = z.strictObject({
  orderId: OrderId,
  lines: Units.optional().meta({
    description: "What was sent; everything that is left when absent",
  }),
  trackingUrl: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .optional(),
  idempotencyKey: IdempotencyKey,
});
export type FulfilOrder = z.infer<typeof FulfilOrder>;

export const DeliverOrder = z.strictObject({ orderId: OrderId, idempotencyKey: IdempotencyKey });
export type DeliverOrder = z.infer<typeof DeliverOrder>;

const Note = z.string().trim().min(1).max(500);

export const RefundOrder = z
  .strictObject({
    orderId: OrderId,
    amount: z
      .strictObject({ amountMinor: z.number().int().min(1), currency: Currency })
      .optional()
      .meta({ description: "At most `refundable`, in the order's currency" }),
    lines: Units.optional().meta({
      description: "Units to refund at what was paid for them, tax included, shipping not",
    }),
    reason: RefundReason.exclude(["order_cancelled", "sold_out"]).default("other"),
    note: Note.optional(),
    idempotencyKey: IdempotencyKey.meta({
      description: "One refund per key, however often and however late it is asked for again",
    }),
  })
  .refine(({ amount, lines }) => amount === undefined || lines === undefined, {
    error: "say the amount or the lines, not both",
    path: ["lines"],
  })
  .meta({ description: "Without amount and lines: all that is left" });
export type RefundOrder = z.output<typeof RefundOrder>;

export const RequestReturn = z.strictObject({
  orderId: OrderId,
  lines: Units.meta({ description: "Of what was sent and is in no other return" }),
  note: Note.optional(),
  idempotencyKey: IdempotencyKey,
});
export type RequestReturn = z.infer<typeof RequestReturn>;

export const ReceiveReturn = z.strictObject({
  orderId: OrderId,
  returnId: ReturnId,
  restock: z.boolean().default(true).meta({ description: "false: it can't be sold again" }),
  refund: z.boolean().default(false).meta({ description: "Also refund its lines" }),
  idempotencyKey: IdempotencyKey,
});
export type ReceiveReturn = z.output<typeof ReceiveReturn>;

export const CancelReturn = z.strictObject({ orderId: OrderId, returnId: ReturnId });
export type CancelReturn = z.infer<typeof CancelReturn>;

const Shortage = z.object({ variantId: VariantId, requested: z.number(), left: z.number() });

export const reasons = {
  "order.not_found": z.object({ orderId: OrderId }),
  "order.not_sent": z.object({ orderIds: z.array(OrderId) }),
  "order.illegal_transition": z.object({ from: OrderState, to: z.string() }),
  "order.nothing_to_fulfil": Shortage,
  "order.nothing_to_refund": z.object({}),
  "order.refund_too_high": z.object({ requested: Money, left: Money }),
  "order.units_refunded": Shortage,
  "order.wrong_currency": z.object({ expected: Currency, given: Currency }),
  "order.nothing_to_return": Shortage,
  "order.return_not_found": z.object({ returnId: ReturnId }),
  "order.return_closed": z.object({ returnId: ReturnId, state: OrderReturn.shape.state }),
} as const;
