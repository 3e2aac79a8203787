/**
 * Live: what a watcher sees. Each topic carries the newest state of one thing; a watcher that was
 * away gets each topic that changed once, or is told to start over (`reset`). Never a silent gap.
 */
import { z } from "zod";
import { Job } from "../bulk/contract.ts";
import { Cart } from "../cart/contract.ts";
import { ProductId } from "../catalog/contract.ts";
import { Availability } from "../inventory/contract.ts";
import { Order } from "../orders/contract.ts";
import { Wishlist } from "../wishlist/contract.ts";

export const topicKinds = ["stock", "cart", "order", "product", "job", "wishlist"] as const;
export type TopicKind = (typeof topicKinds)[number];
export const maxTopics = 50;

export const Topic = z
  .string()
  .regex(
    /^(stock:var|cart:cart|order:ord|product:prod|job:job|wishlist:wish)_[0-9a-hjkmnp-tv-z]{26}$/,
    "must be kind:id, such as stock:var_...",
  )
  .meta({
    description:
      "`stock:{variantId}`, `cart:{cartId}`, `order:{orderId}`, `product:{productId}`, `job:{jobId}` or `wishlist:{wishlistId}`",
  });

/** Where a watcher is: `epoch:offset`. Another epoch, or an offset that is gone, means reset. */
export const LiveCursor = z
  .string()
  .regex(/^[0-9a-z]{1,32}:[0-9]{1,15}$/, "must be the id of a frame");

export const WatchInput = z.strictObject({
  topics: z.array(Topic).min(1).max(maxTopics),
  lastEventId: LiveCursor.optional().meta({ description: "Resume behind this frame" }),
});
export type WatchInput = z.infer<typeof WatchInput>;

const frame = <K extends string, S extends z.ZodType>(kind: K, state: S) =>
  z.object({ kind: z.literal(kind), topic: Topic, version: z.number().int(), state });

/** `state: null`: the thing is gone. */
export const LiveFrame = z
  .discriminatedUnion("kind", [
    frame("stock", Availability.omit({ levels: true })),
    frame("cart", Cart.nullable()),
    frame("order", Order.nullable()),
    frame("product", z.object({ productId: ProductId })),
    frame("job", Job),
    frame("wishlist", Wishlist.nullable()),
    z
      .object({ kind: z.literal("reset") })
      .meta({ description: "What came before is unknown: snapshots follow" }),
    z
      .object({ kind: z.literal("ready") })
      .meta({ description: "All snapshots are sent; from here on it is live" }),
  ])
  .meta({ id: "LiveFrame" });
export type LiveFrame = z.infer<typeof LiveFrame>;

export const PollInput = z.strictObject({
  topics: z.array(Topic).min(1).max(maxTopics),
  after: LiveCursor.optional(),
  wait: z
    .number()
    .int()
    .min(0)
    .max(30)
    .default(20)
    .meta({ description: "Seconds to wait for a change" }),
});
export type PollInput = z.output<typeof PollInput>;

export const PollResult = z
  .object({ frames: z.array(LiveFrame), cursor: LiveCursor })
  .meta({ id: "PollResult" });
export type PollResult = z.infer<typeof PollResult>;

export const reasons = {
  "live.too_many_topics": z.object({ max: z.number() }),
  "live.unavailable": z.object({}),
} as const;
